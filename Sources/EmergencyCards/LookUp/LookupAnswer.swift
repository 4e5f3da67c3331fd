public import DutyRota

/// What the dispatcher sees for a card number: who it is, what the patient wished, and whom to call now.
public struct LookupAnswer: Hashable, Sendable {
    public let asOf: Instant
    /// Asked for another instant than now: an exercise.
    public let rehearsal: Bool
    /// One sentence to act on, in Japanese.
    public let sentence: String
    public let found: FoundCard
    /// Another colour was said than the card that was read has.
    public let colourMismatch: Bool
    public let association: Association?
    /// Whether wish and clinical data may be shown: only for a card in force.
    public let isInForce: Bool
    /// Never empty.
    public let plan: [PlanStep]
    /// nil only for a card without an area, such as a draft.
    public let duty: DutyAnswer?
    /// What calls have left on the card and nobody has seen to, the latest last.
    public let flags: [CardFlag]
    /// The call about the card that is not closed; nil: there is none.
    public let openCall: OpenCall?

    public var card: Card { found.answering }
    public var patient: PatientDetails { card.document.patient }

    /// The area's name and identifier.
    public var area: Area? { patient.area.flatMap { association?.area($0) } }
}
