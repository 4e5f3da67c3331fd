public import DutyRota

/// A record as it was kept, read back.
public struct AuditEntry: Sendable {
    /// Where it stands in the chain, counted from 1.
    public let position: Int
    public let id: String
    public let at: Instant
    /// An ``AuditRecord/Action``, or the word of a later version that this one does not know.
    public let action: String
    public let actor: AuditRecord.Actor
    /// A JSON object.
    public let details: JSONValue

    /// nil where the body is no record.
    public init?(position: Int, body: [UInt8]) {
        guard let value = JSONParser.value(of: body, allowingTwins: true), let id = value.member("id").text,
            let at = value.member("at").text.flatMap({ try? Instant(rfc3339: $0) }),
            let action = value.member("action").text
        else { return nil }
        let actor = value.member("actor")
        self.position = position
        self.id = id
        self.at = at
        self.action = action
        self.actor = AuditRecord.Actor(
            key: actor.member("key").text ?? "", role: actor.member("role").text ?? "",
            person: actor.member("person").text, address: actor.member("address").text)
        details = value.member("details")
    }

    /// Under which members of the details one of these cards, or this patient, is named: `card`, `sameHousehold`, `didYouMean`, `cards`… The
    /// steps of a plan name none.
    public func naming(_ query: AuditQuery) -> [String] {
        guard case .object(let members) = details else { return [] }
        let words = Set(query.numbers.map(\.text) + [query.patient?.text].compactMap(\.self))
        return members.filter { $0.key != "plan" && $0.value.holds(words) }.keys.sorted()
    }

    /// Joins what was announced with what came of it.
    public var operation: String? { details.member("operation").text }

    /// Why it was refused; nil: it was not. A number that cannot be one is no refusal: the dispatcher was shown what may have been meant.
    public var refused: String? {
        switch AuditRecord.Action(rawValue: action) {
        case .lookup: ["found", "malformed-number"].contains(outcome) ? nil : outcome
        case .refused, .logInRefused: details.member("reason").text
        default: details.member("refused").text
        }
    }

    /// What came of a look-up.
    var outcome: String? { details.member("outcome").text }

    /// Whether what was shown was shown of one of these cards itself, and not of somebody else's in whose answer it is named.
    func isOfCard(_ query: AuditQuery) -> Bool {
        !query.isAboutSomebody || ["card", "asked", "read"].contains { naming(query).contains($0) }
    }
}

extension JSONValue {
    /// Whether one of the words stands in it as a text, at any depth.
    fileprivate func holds(_ words: Set<String>) -> Bool {
        switch self {
        case .string(let text): words.contains(text)
        case .array(let items): items.contains { $0.holds(words) }
        case .object(let members): members.values.contains { $0.holds(words) }
        case .null, .flag, .number: false
        }
    }
}
