public import DutyRota

/// What a card says: the content that a physician or the office writes. Texts are nil where nothing was written; what must be there
/// before a card is issued is said by ``Issuing``.
public struct CardDocument: Hashable, Sendable {
    public var association: AssociationID
    public var colour: Colour
    public var patient: PatientDetails
    public var family: [FamilyMember] = []
    public var attendingPhysician: PhysicianID?
    public var deputyPhysician: PhysicianID?
    public var visitingNurse: VisitingNurse?
    public var wish = Wish()
    public var clinical = Clinical()
    /// In the order in which they are to be called.
    public var hospitals: [AgreedHospital] = []
    public var consent = Consent()
    /// The last day of validity that was asked for; nil: a year from issuing.
    public var validUntil: Day?
    /// For rehearsals: an invented patient.
    public var training = false

    public init(association: AssociationID, colour: Colour, patient: PatientDetails) {
        self.association = association
        self.colour = colour
        self.patient = patient
    }
}

/// The patient as the register has them.
public struct PatientDetails: Hashable, Sendable {
    public enum Sex: String, CaseIterable, Sendable {
        case female, male, other
    }

    /// nil: a patient who is not on the register yet.
    public var id: PatientID?
    public var name: String?
    /// Full-width katakana.
    public var kana: String?
    public var birthDate: Day?
    public var sex: Sex?
    public var postalCode: String?
    public var address: String?
    public var area: AreaID?
    /// How to find and open the door.
    public var doorNotes: String?
    public var telephones: [String] = []

    public init() {}
}

public enum Patient {}
public typealias PatientID = ID<Patient>

/// Somebody of the family who can be asked and called.
public struct FamilyMember: Hashable, Sendable {
    public var name: String?
    /// As seen from the patient, such as 長女.
    public var relationship: String?
    public var telephone: String?

    public init(name: String?, relationship: String?, telephone: String?) {
        self.name = name
        self.relationship = relationship
        self.telephone = telephone
    }
}

/// A visiting nurse station (訪問看護ステーション) with its number.
public struct VisitingNurse: Hashable, Sendable {
    public var name: String?
    public var telephone: String?

    public init(name: String?, telephone: String?) {
        self.name = name
        self.telephone = telephone
    }
}

/// The patient's wish, always shown as a quotation with its author and date.
public struct Wish: Hashable, Sendable {
    public var text: String?
    public var confirmedOn: Day?
    public var confirmedBy: PhysicianID?
    /// Who was there when it was said.
    public var participants: [String] = []
    /// What was agreed with the family.
    public var agreements: String?

    public init() {}
}

/// What a physician who does not know the patient needs in order to examine and certify.
public struct Clinical: Hashable, Sendable {
    public var diagnosis: String?
    public var expectedCourse: String?
    public var foreseenSigns: String?
    public var lastVisitOn: Day?
    public var medication: String?
    public var drugsKeptAt: String?
    public var devices: String?
    public var allergies: String?
    public var infections: String?

    public init() {}
}

/// A hospital that has agreed to treat the patient.
public struct AgreedHospital: Hashable, Sendable {
    public var hospital: HospitalID?
    public var agreedOn: Day?
    /// The patient's number there.
    public var patientNumber: String?

    public init(hospital: HospitalID?, agreedOn: Day?, patientNumber: String?) {
        self.hospital = hospital
        self.agreedOn = agreedOn
        self.patientNumber = patientNumber
    }
}

/// The consent to keep the card and to show it.
public struct Consent: Hashable, Sendable {
    /// To whom a card may be shown.
    public enum Recipient: String, CaseIterable, Sendable {
        case fire, dutyPhysician, hospital
    }

    public var givenBy: String?
    public var relationship: String?
    public var givenOn: Day?
    public var sharedWith: [Recipient] = []

    public init() {}
}
