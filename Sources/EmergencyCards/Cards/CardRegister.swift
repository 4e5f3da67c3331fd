public import DutyRota

/// The register of patients and their cards. One method is one transaction, and the rule comes in as a function: the register loads what is
/// concerned, calls `decide`, and writes all that it returns, or nothing where it throws.
public protocol CardRegister: Sendable {
    /// A card by its number, or nil where it was never issued.
    func file(_ number: CardNumber) async throws -> Card?

    /// Every version of a card, the first one first; none where the number was never issued.
    func versions(of number: CardNumber) async throws -> [CardVersion]

    /// A patient with all their cards; nil where the register has none under this identifier.
    func patient(_ id: PatientID) async throws -> PatientRecord?

    /// Issues a card under a number that lies more than two digits from every number ever issued, and ends the one that it supersedes.
    ///
    /// The same `repetition` a second time gives the first one's card and writes nothing. Throws a ``Refusal``, that of `decide` or
    /// `idempotencyKeyReused`, `numbersExhausted`.
    func issue(
        patient: PatientKey, repetition: Repetition?, by actor: String, at: Instant,
        decide: @Sendable (PatientFile) throws -> CardDecision
    ) async throws -> CardOutcome

    /// Writes what an act makes of a card, or leaves it as it is where `decide` returns nil. `person` says whom the act makes of the patient, so that
    /// the file tells whether there is somebody like that already.
    ///
    /// The same `repetition` a second time gives what the first one made and writes nothing. Throws `unknownCard`, `idempotencyKeyReused`,
    /// `numbersExhausted`, or what `decide` throws; then nothing is written.
    func change(
        _ number: CardNumber, person: PersonKey, repetition: Repetition?, by actor: String, at: Instant,
        decide: @Sendable (CardFile) throws -> CardDecision?
    ) async throws -> CardOutcome

    /// Writes what becomes of all the cards of an association that name a physician and are not ended. Gives those that changed; throws what
    /// `decide` throws, and then nothing is written.
    func change(
        cardsOf physician: PhysicianID, in association: AssociationID, by actor: String, at: Instant,
        decide: @Sendable ([Card]) throws -> [CardChange]
    ) async throws -> [Card]
}

extension CardRegister {
    /// An act that makes nobody else of the patient and no new card.
    public func change(
        _ number: CardNumber, by actor: String, at instant: Instant,
        decide: @Sendable (CardFile) throws -> CardDecision?
    ) async throws -> CardOutcome {
        try await change(number, person: PersonKey(), repetition: nil, by: actor, at: instant, decide: decide)
    }
}

/// What came of an act.
public struct CardOutcome: Sendable {
    /// The new card where there is one, else the one that the act was about.
    public let card: Card
    /// Others that changed with it, such as the one whose place it took.
    public let others: [Card]

    public init(card: Card, others: [Card] = []) {
        self.card = card
        self.others = others
    }
}

/// What tells a repeated request from a new one.
public struct Repetition: Hashable, Sendable {
    /// Whose key of repetition it is.
    public let holder: String
    /// The `Idempotency-Key`.
    public let key: String
    /// A hash of the request; the same key with another request is refused.
    public let request: [UInt8]

    public init(holder: String, key: String, request: [UInt8]) {
        self.holder = holder
        self.key = key
        self.request = request
    }
}
