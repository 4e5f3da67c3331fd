extension CardAction {
    /// In which states a card can be for the act.
    ///
    /// `draft → active ↔ suspended → ended`; `reopen` is the way back. A draft can be closed, because its patient can die.
    private var states: Set<CardState> {
        switch self {
        case .draft, .issue: [.draft]
        case .change, .close, .handOver: [.draft, .active, .suspended]
        case .confirm, .renew, .review, .visit, .suspend, .withdraw, .reissue, .supersede: [.active, .suspended]
        case .resume: [.suspended]
        case .reopen: [.ended]
        case .load: Set(CardState.allCases)
        }
    }

    /// Whether the act can be done to a card in this state.
    func isPossible(in state: CardState) -> Bool { states.contains(state) }

    /// How the act is refused in any other state: `notInForce` where it wants a card in force.
    var refusalElsewhere: Refusal.Code { states.contains(.active) ? .notInForce : .wrongState }
}
