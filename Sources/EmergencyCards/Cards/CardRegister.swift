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

/// How the patient of a new card is looked for on the register.
public struct PatientKey: Hashable, Sendable {
    public let association: AssociationID
    /// nil: the document names nobody on the register.
    public let id: PatientID?
    public let kana: String?
    public let birthDate: Day?

    /// Somebody with this kana and birth date.
    public init(association: AssociationID, kana: String?, birthDate: Day?) {
        self.association = association
        id = nil
        self.kana = kana
        self.birthDate = birthDate
    }

    /// The key of a document's patient.
    public init(_ document: CardDocument) {
        association = document.association
        id = document.patient.id
        kana = document.patient.kana
        birthDate = document.patient.birthDate
    }
}

/// Whom an act makes of a patient: nil is what the register has.
public struct PersonKey: Hashable, Sendable {
    public let kana: String?
    public let birthDate: Day?

    public init(kana: String? = nil, birthDate: Day? = nil) {
        self.kana = kana
        self.birthDate = birthDate
    }
}

/// What the register has of a patient.
public struct PatientFile: Hashable, Sendable {
    /// The card in force first, then the last one; none where the association's register does not have the patient.
    public let cards: [Card]
    /// Whether other patients have the same kana and birth date.
    public let hasDouble: Bool

    public init(cards: [Card], hasDouble: Bool) {
        self.cards = cards
        self.hasDouble = hasDouble
    }

    /// The file of a patient with at most one card.
    public init(last: Card?, hasDouble: Bool) {
        self.init(cards: last.map { [$0] } ?? [], hasDouble: hasDouble)
    }

    /// The named patient's card in force, else their last one.
    public var last: Card? { cards.first }

    /// The card in force.
    var inForce: Card? { last.flatMap { $0.life.state.isInForce ? $0 : nil } }

    /// Whether a card of the patient's was ever in force; of somebody with drafts alone the register knows only what they say.
    var hadCard: Bool { cards.contains { $0.life.issuedOn != nil } }
}

extension CardFile {
    /// The patient's other cards.
    var others: [Card] { patient.cards.filter { $0.number != card.number } }
}

/// A patient as the register has them.
public struct PatientRecord: Hashable, Sendable {
    public let association: AssociationID
    public let details: PatientDetails
    /// The card in force first, then the last one.
    public let cards: [Card]

    public init(association: AssociationID, details: PatientDetails, cards: [Card]) {
        self.association = association
        self.details = details
        self.cards = cards
    }
}

/// What is to be written, all of it or nothing.
public struct CardDecision: Sendable {
    /// A card under a number of its own.
    public let new: NewCard?
    /// Written first and in this order: a card that ends makes room.
    public let changes: [CardChange]

    public init(new: NewCard? = nil, changes: [CardChange]) {
        self.new = new
        self.changes = changes
    }

    /// A single card's change.
    public init(_ change: CardChange) {
        self.init(changes: [change])
    }
}

/// What is to be written of a new card.
public struct NewCard: Sendable {
    public let action: CardAction
    public let document: CardDocument
    public let life: CardLife
    public let reason: String?

    public init(_ action: CardAction, document: CardDocument, life: CardLife, reason: String? = nil) {
        self.action = action
        self.document = document
        self.life = life
        self.reason = reason
    }
}

/// What an act makes of a card.
public struct CardChange: Sendable {
    /// The card as it is.
    public let card: Card
    public let action: CardAction
    public let document: CardDocument
    public let life: CardLife
    public let reason: String?

    /// Without a `document` an act leaves what the card says as it is.
    public init(
        _ action: CardAction, of card: Card, document: CardDocument? = nil, life: CardLife, reason: String? = nil
    ) {
        self.card = card
        self.action = action
        self.document = document ?? card.document
        self.life = life
        self.reason = reason
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
