public import DutyRota

/// Finds what a look-up needs. Synchronous and fast: it stands between a caller's breath and the dispatcher's answer.
public protocol CardFinder: Sendable {
    /// What a number ever issued leads to, or nil where it was never issued.
    func find(_ number: CardNumber) throws -> FoundCard?
    /// Those of the candidates that were ever issued, with what identifies the patient to somebody who asks.
    func issued(among candidates: [CardNumber]) throws -> [Acquaintance]
}

/// The card that was asked for and the one that answers for it.
public struct FoundCard: Hashable, Sendable {
    /// The number that was typed, as the register has it.
    public struct Read: Hashable, Sendable {
        public let number: CardNumber
        public let colour: Colour
        public let state: CardState
        public let endedReason: EndedReason?
        /// Whether what the card said has been erased, because it need be kept no longer.
        public let isErased: Bool

        public init(
            number: CardNumber, colour: Colour, state: CardState, endedReason: EndedReason?, isErased: Bool = false
        ) {
            self.number = number
            self.colour = colour
            self.state = state
            self.endedReason = endedReason
            self.isErased = isErased
        }
    }

    public let read: Read
    /// The patient's card in force, else the patient's last card. Where all of them are erased: the number and how it ended, with no patient.
    public let answering: Card
    /// Others at the same address or telephone who hold a card in force.
    public let household: [HouseholdMember]

    public init(read: Read, answering: Card, household: [HouseholdMember]) {
        self.read = read
        self.answering = answering
        self.household = household
    }
}

/// What a dispatcher compares with the caller's words; never read out first.
public struct Acquaintance: Hashable, Sendable {
    public let number: CardNumber
    public let colour: Colour
    public let kana: String?
    public let birthDate: Day?
    public let sex: PatientDetails.Sex?

    public init(number: CardNumber, colour: Colour, kana: String?, birthDate: Day?, sex: PatientDetails.Sex?) {
        self.number = number
        self.colour = colour
        self.kana = kana
        self.birthDate = birthDate
        self.sex = sex
    }
}

/// Somebody else whose card may hang on the same refrigerator.
public struct HouseholdMember: Hashable, Sendable {
    /// Why the two were taken for one household.
    public enum Match: String, Sendable {
        case address, telephone
    }

    public let card: Acquaintance
    public let matchedBy: Match

    public init(card: Acquaintance, matchedBy: Match) {
        self.card = card
        self.matchedBy = matchedBy
    }
}
