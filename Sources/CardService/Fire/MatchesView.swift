import EmergencyCards

/// Whom a search found, the most certain first, each with why.
struct MatchesView {
    private let answer: JSONValue
    private let words: ScreenWords

    init(_ answer: JSONValue, words: ScreenWords) {
        (self.answer, self.words) = (answer, words)
    }

    var shown: Shown {
        let matches = answer["matches"].elements.map(match)
        return [
            "count": words["fire.search.count", ["count": "\(matches.count)"]],
            "matches": matches.isEmpty ? nil : ["list": matches] as Shown, "isEmpty": matches.isEmpty,
            "more": answer["more"] == .flag(true),
        ]
    }

    private func match(_ match: JSONValue) -> Shown {
        let isInForce = ["active", "suspended"].contains(match["state"].text ?? "")
        let state =
            match["endedReason"].text.map { "common.endedReason.\($0)" } ?? "common.state.\(match["state"].text ?? "")"
        return [
            "number": match["number"].text, "colour": isInForce ? match["colour"].text : "",
            "colourName": words["common.\(match["colour"].text ?? "")"], "state": words[state],
            "isTraining": match["training"] == .flag(true), "kana": match["kana"].text, "name": match["name"].text,
            "born": NightText.birth(match["birthDate"]), "sex": match["sex"].text.map { words["common.sex.\($0)"] },
            "address": match["address"].text,
            "reasons": match["matchedBy"].elements.compactMap(\.text).map {
                ["text": words["fire.matchedBy.\($0)"]] as Shown
            },
        ]
    }
}

/// What the field took the words for, so that a dispatcher sees at once where it took them for something else.
struct TypedView {
    let text: String
    /// What must be typed besides; nil: nothing.
    let lack: String?

    init(_ typed: [String: String], words: ScreenWords) {
        text = ["telephone", "kana", "birthDate", "area", "address"].compactMap { field in
            typed[field].map { words["fire.search.read.\(field)", ["text": $0]] }
        }.joined(separator: words["fire.comma"])
        lack = typed.count == 1 ? typed.keys.first.flatMap { words.find("fire.search.lack.\($0)") } : nil
    }
}
