/// What differs between two states of a card, field by field.
public struct CardDifferences: Hashable, Sendable {
    /// One field that differs, by its path, such as `family[0].telephone`. Null where there is, or was, nothing.
    public struct Change: Hashable, Sendable {
        public let field: String
        public let before: JSONValue
        public let after: JSONValue
    }

    /// In the order of the fields' names; items of a list by their place.
    public let changes: [Change]

    /// What differs between two versions, their numbers and times left out.
    public init(from before: Card, to after: Card) {
        let texts = [before, after].map { card in
            let members = JSONValue { card.write(to: &$0) }.members ?? [:]
            return JSONValue.object(members.filter { !["version", "enteredAt"].contains($0.key) })
        }
        changes = Self.changes("", texts[0], texts[1])
    }

    /// What differs between two documents.
    static func between(_ before: CardDocument, _ after: CardDocument) -> [Change] {
        changes("", JSONValue { before.write(to: &$0) }, JSONValue { after.write(to: &$0) })
    }

    private static func changes(_ field: String, _ before: JSONValue, _ after: JSONValue) -> [Change] {
        if before == after { return [] }
        switch (before, after) {
        case (.object(let old), .object(let new)):
            return Set(old.keys).union(new.keys).sorted().flatMap { key in
                changes(field.isEmpty ? key : "\(field).\(key)", old[key] ?? .null, new[key] ?? .null)
            }
        case (.array(let old), .array(let new)):
            return (0..<max(old.count, new.count)).flatMap { index in
                changes(
                    "\(field)[\(index)]", index < old.count ? old[index] : .null, index < new.count ? new[index] : .null
                )
            }
        default: return [Change(field: field, before: before, after: after)]
        }
    }
}

extension CardDifferences {
    /// Writes the fields that differ.
    public func write(to json: inout JSONWriter) {
        json.member("changes", each: changes) { json, change in
            json.member("field", change.field)
            json.member("before", value: change.before)
            json.member("after", value: change.after)
        }
    }
}
