public import DutyRota

/// Where an office keeps the registers: associations with their areas, slots and holidays, physicians, hospitals. Nothing is overwritten
/// without trace: what was said before, when and by whom it was changed stays readable.
public protocol Directory: Sendable {
    /// Changes the registers in one transaction: `decide` is given them as they are now and an instant later than anything entered before.
    /// What says what the register says already is left out. Throws what `decide` throws, and then nothing is written.
    func change(
        by actor: String, at instant: Instant, decide: @Sendable (Registers, Instant) throws -> RegisterDecision
    ) async throws -> RegisterDecision

    /// What was ever entered about a subject, in the order in which it was entered; what is planned for later included.
    func history(of subject: RegisterSubject) throws -> [RegisterVersion]

    /// Every identifier that a physician or hospital ever had, those that are planned or retired included: none is given twice.
    func identifiers() throws -> Set<String>

    /// Cards in force whose attending or deputy physician this is, by number.
    func patients(of physician: PhysicianID) throws -> [PatientOfPhysician]

    /// How many patients live in an area by the register.
    func patients(in area: AreaID, of association: AssociationID) throws -> Int

    /// How many cards in force name a hospital.
    func cards(naming hospital: HospitalID) throws -> Int
}

/// What is to be entered in the registers, all of it or nothing.
public struct RegisterDecision: Hashable, Sendable {
    public var entries: [RegisterEntry]

    public init(entries: [RegisterEntry] = []) {
        self.entries = entries
    }
}

/// One entry of the registers, as it is to be.
public enum RegisterEntry: Hashable, Sendable {
    /// An association with all its areas. Areas that are not named are retired: patients who live there keep them.
    case association(Association, ownHolidays: [OwnHoliday])
    /// A new version of a physician. It counts from an instant on, which may lie ahead; one that lies behind is taken for now.
    case physician(Physician, from: Instant)
    /// A new version of a hospital. It counts from an instant on, which may lie ahead; one that lies behind is taken for now.
    case hospital(Hospital, from: Instant)
    /// A hospital that takes part no more. Cards that name it go on naming it.
    case hospitalRetired(HospitalID, from: Instant)
    /// A version of a slot. One without any kind of day ends the slot on the day from which it is valid.
    case slot(Slot, of: AssociationID)
    /// The numbers that go with a slot, by its name; none: handed back.
    case slotTelephones(String, [Telephone], of: AssociationID)
    /// The holiday table, which takes the place of the one before.
    case holidays(HolidayTable, of: AssociationID)
}

/// What a history is about.
public enum RegisterSubject: Hashable, Sendable {
    /// Name, standing contact, areas and own holidays.
    case association(AssociationID)
    case physician(PhysicianID)
    case hospital(HospitalID)
    /// Every version of a slot, by its name.
    case slot(String, of: AssociationID)
    case slotTelephones(String, of: AssociationID)
    case holidays(AssociationID)
}

/// One change of a register entry.
public struct RegisterVersion: Hashable, Sendable {
    /// What the register says of a subject.
    public enum Content: Hashable, Sendable {
        case physician(Physician)
        case hospital(Hospital)
        /// Everything else: a JSON object.
        case journal(String)
    }

    public let enteredAt: Instant
    /// Who entered it; empty: it was there before anybody asked.
    public let enteredBy: String
    /// From when it counts; later than `enteredAt` where it was planned.
    public let from: Instant
    /// What was said until then; nil: nothing.
    public let before: Content?
    /// nil: the subject was taken away.
    public let after: Content?

    public init(enteredAt: Instant, enteredBy: String, from: Instant, before: Content?, after: Content?) {
        self.enteredAt = enteredAt
        self.enteredBy = enteredBy
        self.from = from
        self.before = before
        self.after = after
    }
}

/// A card in force, as somebody's patients are listed.
public struct PatientOfPhysician: Hashable, Sendable {
    public enum Role: String, Sendable {
        case attending, deputy
    }

    public let number: CardNumber
    /// Whose card it is.
    public let association: AssociationID
    public let name: String?
    /// Full-width katakana.
    public let kana: String?
    public let role: Role
    public let colour: Colour
    public let state: CardState

    public init(
        number: CardNumber, association: AssociationID, name: String?, kana: String?, role: Role, colour: Colour,
        state: CardState
    ) {
        self.number = number
        self.association = association
        self.name = name
        self.kana = kana
        self.role = role
        self.colour = colour
        self.state = state
    }
}
