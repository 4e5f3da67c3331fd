import EmergencyCards

/// Which key enters which outcome: the digits as they lie on the keyboard, the same at every step.
struct OutcomeKeys {
    /// In the order of the keys. That somebody wants transport and that somebody is there have keys of their own, which hold whatever step is lit.
    static let all: [(key: String, outcome: Attempt.Outcome)] = [
        ("1", .answered), ("2", .noAnswer), ("3", .busy), ("4", .declined), ("5", .wrongNumber), ("6", .triedByFamily),
        ("7", .advised), ("8", .willCallBack), ("9", .accepted),
    ]

    private let words: ScreenWords

    init(_ words: ScreenWords) {
        self.words = words
    }

    /// The buttons of a step; none where the step is the dispatch itself.
    func shown(for step: JSONValue) -> [Shown] {
        guard let kind = step["kind"].text.flatMap(PlanStep.Kind.init(rawValue:)) else { return [] }
        return Self.all.filter { $0.outcome.isPossible(at: kind) }.map { key, outcome in
            let own = words.find("fire.outcomeOf.\(kind.rawValue).\(outcome.rawValue)")
            return [
                "key": key, "value": outcome.rawValue, "text": own ?? words["fire.outcome.\(outcome.rawValue)"],
                "isGood": outcome == .accepted,
            ]
        }
    }
}
