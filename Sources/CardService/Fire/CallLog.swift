import EmergencyCards

/// What was done on a call, told line by line, the latest first.
struct CallLog {
    private let call: JSONValue
    private let words: ScreenWords

    init(_ call: JSONValue, words: ScreenWords) {
        (self.call, self.words) = (call, words)
    }

    private var entries: [JSONValue] { call["entries"].elements }

    /// Whether patient or family have said that they want transport, since the call was opened or opened again.
    var wantsTransport: Bool {
        let last = entries.lastIndex { $0["act"].text == "reopened" }.map { $0 + 1 } ?? 0
        return entries.dropFirst(last).contains {
            $0["outcome"].text == "transportRequested" && $0["act"].text == "attempted"
        }
    }

    var lines: [Shown] { entries.reversed().map(line) }

    /// What came of a step so far, in the order in which it was tried.
    func tries(of step: String) -> [Shown] {
        entries.compactMap { entry in
            let at = NightText.clock(entry["at"]) ?? ""
            switch entry["act"].text {
            case "attempted" where entry["step"]["id"].text == step:
                return ["text": at + " " + words["fire.outcome.\(entry["outcome"].text ?? "")"]]
            case "told" where entry["stepId"].text == step: return ["text": at + " " + words["fire.act.toldShort"]]
            case "acknowledged" where entry["stepId"].text == step:
                return ["text": at + " " + words["fire.act.acknowledgedShort"]]
            default: return nil
            }
        }
    }

    /// Who did something: the person at the desk, else what stands for them.
    func name(_ person: String?, _ key: String?) -> String {
        switch key {
        case "daemon": words["fire.act.daemon"]
        case "link": words["fire.act.link"]
        default: person ?? words["fire.act.desk"]
        }
    }

    private func line(_ entry: JSONValue) -> Shown {
        let act = entry["act"].text ?? ""
        let name = entry["step"]["name"].text ?? entry["stepId"].text.flatMap(stepName) ?? ""
        let outcome =
            entry["outcome"].text.map { words[(act == "closed" ? "fire.ending." : "fire.outcome.") + $0] } ?? ""
        let values = [
            "name": name, "outcome": outcome, "eta": NightText.clock(entry["eta"]) ?? "",
            "via": entry["via"].text.map { words["fire.via.\($0)"] } ?? "",
        ]
        let eta = act == "attempted" ? NightText.clock(entry["eta"]).map { words["fire.act.eta", ["eta": $0]] } : nil
        return [
            "at": NightText.clock(entry["at"]), "by": self.name(entry["person"].text, entry["by"].text),
            "text": words["fire.act.\(act)", values] + (eta ?? ""), "note": entry["note"].text ?? entry["reason"].text,
        ]
    }

    /// A step may have left the plan meanwhile; whoever kept it knows its name.
    private func stepName(_ id: String) -> String? {
        let kept = entries.flatMap { $0["plan"]["steps"].elements }.last { $0["id"].text == id }
        return kept?["name"].text ?? call["plan"].elements.first { $0["id"].text == id }?["name"].text
    }
}
