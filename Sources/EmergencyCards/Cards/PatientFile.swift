public import DutyRota

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
