import DutyRota
import EmergencyCards

/// A card as lists and headings name it, out of the API's JSON of it.
struct CardRow {
    let words: ScreenWords
    let card: JSONValue
    let prefix: String

    var number: String { card["number"].text ?? "" }

    /// Who it is, which card, where it stands.
    var head: Shown {
        let (patient, state) = (card["patient"], card["state"].text ?? "")
        let isEnded = state == "ended"
        return [
            "number": number, "path": "\(prefix)/cards/\(number)",
            "name": patient["name"].text ?? words["common.unknown"],
            "kana": patient["kana"].text,
            "born": patient["birthDate"].text.flatMap { Day($0) }.map { JapaneseDate.text($0) },
            "colour": card["colour"].text, "colourName": words["common.\(card["colour"].text ?? "")"],
            "state": isEnded
                ? words["common.endedReason.\(card["endedReason"].text ?? "")"] : words["common.state.\(state)"],
            "isInForce": state == "active", "isTraining": card["training"] == .flag(true),
            "isUnconfirmed": ["active", "suspended"].contains(state) && isUnconfirmed,
        ]
    }

    /// A list says whether it is confirmed, the card itself by whom.
    private var isUnconfirmed: Bool { card["confirmed"] == .null || card["confirmed"] == .flag(false) }
}
