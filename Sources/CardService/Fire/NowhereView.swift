import EmergencyCards

/// A number that leads to no card: what to do, and which cards may have been meant. These are asked about, never read out.
struct NowhereView {
    private let problem: JSONValue
    private let number: String
    private let words: ScreenWords

    init(_ problem: JSONValue, number: String, words: ScreenWords) {
        (self.problem, self.number, self.words) = (problem, number, words)
    }

    var shown: Shown {
        let suggestions = problem["didYouMean"].elements.map(suggestion)
        return [
            "title": problem["title"].text, "sentence": problem["sentence"].text, "typed": number, "isAsking": true,
            "suggestions": suggestions.isEmpty ? nil : ["cards": suggestions] as Shown,
        ]
    }

    private func suggestion(_ card: JSONValue) -> Shown {
        [
            "number": card["number"].text, "colour": card["colour"].text,
            "colourName": words["common.\(card["colour"].text ?? "")"], "kana": card["kana"].text,
            "born": NightText.birth(card["birthDate"]), "sex": card["sex"].text.map { words["common.sex.\($0)"] },
        ]
    }
}
