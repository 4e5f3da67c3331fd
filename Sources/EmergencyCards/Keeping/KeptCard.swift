public import DutyRota

/// What of a card says whether somebody must look after it: a part of the card that is read quickly for very many.
public struct KeptCard: Hashable, Sendable {
    public let number: CardNumber
    public let association: AssociationID
    public let colour: Colour
    /// Without who confirmed it: see ``isConfirmed``.
    public let life: CardLife
    /// Whether the attending physician's word is there.
    public let isConfirmed: Bool
    /// When this version was entered.
    public let enteredAt: Instant
    /// Since when a card in force that was confirmed once has waited for another word; nil: it never was confirmed, or does not wait.
    public let waitingSince: Day?
    public let attending: PhysicianID?
    public let deputy: PhysicianID?
    /// In the order in which they are to be called.
    public let hospitals: [AgreedHospital]
    /// For rehearsals: an invented patient.
    public let training: Bool
    /// Whether a card of the patient has ended by death.
    public let hasDied: Bool

    public init(
        number: CardNumber, association: AssociationID, colour: Colour, life: CardLife, isConfirmed: Bool,
        enteredAt: Instant, waitingSince: Day? = nil, attending: PhysicianID?, deputy: PhysicianID?,
        hospitals: [AgreedHospital] = [],
        training: Bool = false, hasDied: Bool = false
    ) {
        self.number = number
        self.association = association
        self.colour = colour
        self.life = life
        self.isConfirmed = isConfirmed
        self.enteredAt = enteredAt
        self.waitingSince = waitingSince
        self.attending = attending
        self.deputy = deputy
        self.hospitals = hospitals
        self.training = training
        self.hasDied = hasDied
    }

    /// The day on which this version was entered.
    var enteredOn: Day { enteredAt.day }

    /// Whether a hospital is shown the card in its list: a yellow one in force that names it.
    public func isShown(to hospital: HospitalID) -> Bool {
        colour == .yellow && life.state.isInForce && hospitals.contains { $0.hospital == hospital }
    }

    /// Since when an entry of the office has waited for the attending physician's word.
    var unconfirmedSince: Day? {
        guard life.state.isInForce, !isConfirmed else { return nil }
        return waitingSince ?? life.issuedOn ?? enteredOn
    }
}

/// A card as lists show it.
public struct ListedCard: Hashable, Sendable {
    public let card: KeptCard
    public let version: Int
    public let patient: PatientID?
    public let name: String?
    /// Full-width katakana.
    public let kana: String?
    public let birthDate: Day?
    public let area: AreaID?

    public init(
        card: KeptCard, version: Int, patient: PatientID?, name: String?, kana: String?, birthDate: Day?, area: AreaID?
    ) {
        self.card = card
        self.version = version
        self.patient = patient
        self.name = name
        self.kana = kana
        self.birthDate = birthDate
        self.area = area
    }

    public var number: CardNumber { card.number }
}
