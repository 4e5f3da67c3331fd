import EmergencyCards

extension CardPageView {
    /// How the card came to be as it is, the last version first.
    func versions(_ versions: [JSONValue]) -> [Shown] {
        let numbers = versions.compactMap { $0["version"].whole }
        return versions.reversed().map { version in
            let number = version["version"].whole ?? 0
            return [
                "version": "\(number)", "at": WrittenDate.moment(version["enteredAt"]),
                "action": version["action"].text.map { words["clinic.card.action.\($0)"] },
                "reason": version["reason"].text,
                "path": numbers.contains(number - 1)
                    ? "\(prefix)/cards/\(json["number"].text ?? "")?version=\(number)#differences" : nil,
            ]
        }
    }

    /// What differs between a version and the one before.
    func differences(_ changes: [JSONValue], version: Int) -> Shown {
        [
            "title": words["clinic.card.differences", ["n": "\(version)"]], "hasNone": changes.isEmpty,
            "changes": changes.map { change -> Shown in
                let field = change["field"].text ?? ""
                return [
                    "label": label(of: field), "before": text(field, change["before"]),
                    "after": text(field, change["after"]),
                ]
            },
        ]
    }

    private func label(of field: String) -> String {
        let plain = field.replacing(#/\[[0-9]+\]/#, with: "")
        return words.find("clinic.card.label.\(plain)") ?? words.find("clinic.card.\(plain)")
            ?? words.find("clinic.card.group.\(plain)") ?? words.find(
                "clinic.card.field.\(plain.replacing(".", with: "-"))")
            ?? field
    }

    /// A value as people read it.
    private func text(_ field: String, _ json: JSONValue) -> String {
        let plain = field.replacing(#/\[[0-9]+\]/#, with: "")
        switch json {
        case .null: return "–"
        case .object(let members):
            return members.sorted { $0.key < $1.key }.map { text("\(plain).\($0.key)", $0.value) }
                .filter { $0 != "–" }.joined(separator: "　")
        case .array(let items): return items.map { text(field, $0) }.joined(separator: "、")
        case .flag(let flag): return flag ? "✓" : "–"
        case .number(let number): return "\(Int(number))"
        case .string(let value):
            if let day = WrittenDate.text(json) { return day }
            switch plain {
            case "attendingPhysician", "deputyPhysician", "wish.confirmedBy", "confirmed.by":
                return choices.name(value, among: "physicians") ?? value
            case "patient.area": return choices.name(value, among: "areas") ?? value
            case "hospitals.hospital": return choices.name(value, among: "hospitals") ?? value
            case "patient.sex": return words["common.sex.\(value)"]
            case "consent.sharedWith": return words["clinic.card.recipient.\(value)"]
            case "state": return words["common.state.\(value)"]
            case "endedReason": return words["common.endedReason.\(value)"]
            case "confirmed.means": return words["clinic.card.means.\(value)"]
            default: return value
            }
        }
    }
}
