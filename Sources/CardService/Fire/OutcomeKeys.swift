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

    /// The buttons of a step. Of the dispatch itself there is only to say that the crew is there.
    func shown(for step: JSONValue) -> [Shown] {
        guard let kind = step["kind"].text.flatMap(PlanStep.Kind.init(rawValue:)) else { return [] }
        let keys = kind == .ordinaryDispatch ? [("a", Attempt.Outcome.arrived)] : Self.all
        return keys.map { key, outcome in
            let own = words.find("fire.outcomeOf.\(kind.rawValue).\(outcome.rawValue)")
            return [
                "key": key, "value": outcome.rawValue, "text": own ?? words["fire.outcome.\(outcome.rawValue)"],
                "isGood": outcome == .accepted,
            ]
        }
    }
}
