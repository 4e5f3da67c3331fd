/// What can be done to a call, as the table of states has it.
public enum CallAction: String, CaseIterable, Sendable {
    case join, ring, attempt, tell, acknowledge, changeArrival, handOver, close, reopen

    /// In which states a call can be for it.
    ///
    /// After the hand-over a physician may still turn back or arrive, and a hospital answer; only what is closed stands still.
    private var states: Set<Call.State> {
        switch self {
        case .join, .ring, .attempt, .tell, .acknowledge, .changeArrival, .close: [.open, .handedOver]
        case .handOver: [.open]
        case .reopen: [.handedOver, .closed]
        }
    }

    /// Whether it can be done to a call in this state.
    public func isPossible(in state: Call.State) -> Bool { states.contains(state) }
}
