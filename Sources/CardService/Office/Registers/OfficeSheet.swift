import EmergencyCards

/// A document of a register as a form has it: texts by the names of the fields, and back.
struct OfficeSheet: Sendable {
    typealias Values = [String: String]

    /// Where the catalogue has the words of its fields.
    let catalogue: String
    /// What stands in the fields, of a document of the API.
    let values: @Sendable (JSONValue) -> Values
    /// The API's document of what stands in the fields.
    let document: @Sendable (Values) -> JSONValue

    /// What was typed into a form, in the order in which the API will count the items of its lists.
    func values(of form: FormFields) -> Values {
        let typed = form.names.filter { !["token", "tag", "was"].contains($0) }.reduce(into: Values()) {
            $0[$1] = form[$1]
        }
        return values(document(typed))
    }

    /// The members that differ from those of an earlier document, as a merge patch has them; nil: none does.
    func patch(from base: Values, to values: Values) -> JSONValue? {
        let (before, after) = (document(base).members ?? [:], document(values).members ?? [:])
        let changed = after.filter { before[$0.key] != $0.value }
        return changed.isEmpty ? nil : .object(changed)
    }

    /// The name of a field as it is said to people: with its place in a list, counted from 1.
    func label(_ name: String, _ words: ScreenWords) -> String {
        let plain = name.replacing(#/\[[0-9]+\]/#, with: "")
        let place = name.firstMatch(of: #/\[([0-9]+)\]/#).flatMap { Int($0.1) }.map { " \($0 + 1)" } ?? ""
        let box = plain.split(separator: ".", maxSplits: 1)
        let label =
            words.find("\(catalogue).label.\(plain)")
            ?? box.first.flatMap { words.find("\(catalogue).label.\($0)") }.map { "\($0) \(box.last ?? "")" }
        return (label ?? plain) + place
    }

    /// What differs between two versions, by field.
    func differences(_ before: Values, _ after: Values) -> [(name: String, before: String?, after: String?)] {
        Set(before.keys).union(after.keys).sorted().compactMap { name in
            before[name] == after[name] ? nil : (name, before[name], after[name])
        }
    }
}

/// What somebody typed into a form, joined with what somebody else saved meanwhile.
struct OfficeMerge {
    let base: OfficeSheet.Values
    let typed: OfficeSheet.Values
    let current: OfficeSheet.Values

    /// What was typed, and where nothing was, what is there now.
    var joined: OfficeSheet.Values {
        Set(base.keys).union(typed.keys).union(current.keys).reduce(into: [:]) { joined, name in
            joined[name] = typed[name] == base[name] ? current[name] : typed[name]
        }
    }

    /// Whether both changed a field, each in another way.
    func isContested(_ name: String) -> Bool { typed[name] != base[name] && typed[name] != current[name] }
}
