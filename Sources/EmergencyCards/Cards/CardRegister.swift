public import DutyRota

/// The register of patients and their cards. One method is one transaction, and the rule comes in as a function: the register loads what is
/// concerned, calls `decide`, and writes all that it returns, or nothing where it throws.
public protocol CardRegister: Sendable {
    /// A card by its number, or nil where it was never issued.
    func file(_ number: CardNumber) async throws -> Card?

    /// Every version of a card, the first one first; none where the number was never issued.
    func versions(of number: CardNumber) async throws -> [CardVersion]

    /// Issues a card under a number that lies more than two digits from every number ever issued, and ends the one that it supersedes.
    ///
    /// The same `repetition` a second time gives the first one's card and writes nothing. Throws a ``Refusal``, that of `decide` or
    /// `idempotencyKeyReused`, `numbersExhausted`.
    func issue(
        patient: PatientKey, repetition: Repetition?, by actor: String, at: Instant,
        decide: @Sendable (PatientFile) throws -> IssueDecision
    ) async throws -> Issued

    /// Makes a new version of a card, or leaves it as it is where `decide` returns nil. Throws `unknownCard`, or what `decide` throws.
    func change(
        _ number: CardNumber, by actor: String, at: Instant, decide: @Sendable (Card) throws -> CardChange?
    ) async throws -> Card
}

/// What came of issuing a card.
public struct Issued: Sendable {
    public let card: Card
    /// The number of the card whose place it took.
    public let superseded: CardNumber?

    public init(card: Card, superseded: CardNumber?) {
        self.card = card
        self.superseded = superseded
    }
}

/// How the patient of a new card is looked for on the register.
public struct PatientKey: Hashable, Sendable {
    public let association: AssociationID
    /// nil: the document names nobody on the register.
    public let id: PatientID?
    public let kana: String?
    public let birthDate: Day?

    /// The key of a document's patient.
    public init(_ document: CardDocument) {
        association = document.association
        id = document.patient.id
        kana = document.patient.kana
        birthDate = document.patient.birthDate
    }
}

/// What the register has of a patient.
public struct PatientFile: Hashable, Sendable {
    /// The named patient's card in force, else their last one; nil where the association's register does not have the patient.
    public let last: Card?
    /// Whether other patients have the same kana and birth date.
    public let hasDouble: Bool

    public init(last: Card?, hasDouble: Bool) {
        self.last = last
        self.hasDouble = hasDouble
    }

    /// The card in force.
    var inForce: Card? { last.flatMap { $0.life.state.isInForce ? $0 : nil } }
}

/// What is to be written for a new card.
public struct IssueDecision: Sendable {
    public let document: CardDocument
    public let life: CardLife
    /// `issue` or `draft`.
    public let action: CardAction
    /// How the card in force so far ends; nil where there is none, or where a draft leaves it.
    public let superseded: CardChange?

    public init(document: CardDocument, life: CardLife, action: CardAction, superseded: CardChange?) {
        self.document = document
        self.life = life
        self.action = action
        self.superseded = superseded
    }
}

/// What an act makes of a card.
public struct CardChange: Sendable {
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

    /// An act that leaves what the card says as it is.
    public init(_ action: CardAction, of card: Card, life: CardLife, reason: String? = nil) {
        self.init(action, document: card.document, life: life, reason: reason)
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
