public import DutyRota

/// What came of trying one step.
public struct Attempt: Hashable, Sendable {
    /// What was said, or not.
    public enum Outcome: String, CaseIterable, Sendable {
        case answered, noAnswer, busy, declined, wrongNumber
        /// The family had tried already, in vain.
        case triedByFamily
        /// Somebody said what to do and does not come; what, stands in the note.
        case advised
        case willCallBack
        /// Comes, or takes the patient.
        case accepted
        /// Patient or family now want to be taken to a hospital: an ordinary 119 call from here on.
        case transportRequested
        /// Is there.
        case arrived
    }

    /// The step of the plan that was tried.
    public let step: PlannedStep
    public let outcome: Outcome
    /// When it began to ring.
    public let startedAt: Instant
    /// When somebody who accepted will be there; nil: nobody asked.
    public let arrivesAt: Instant?
    public let note: String?

    public init(step: PlannedStep, outcome: Outcome, startedAt: Instant, arrivesAt: Instant? = nil, note: String? = nil)
    {
        self.step = step
        self.outcome = outcome
        self.startedAt = startedAt
        self.arrivesAt = arrivesAt
        self.note = note
    }
}

extension Attempt.Outcome {
    /// Whether an attempt at such a step can end like this: the dispatch itself is no one who answers or declines.
    public func isPossible(at kind: PlanStep.Kind) -> Bool {
        kind != .ordinaryDispatch || self == .transportRequested || self == .arrived
    }
}
