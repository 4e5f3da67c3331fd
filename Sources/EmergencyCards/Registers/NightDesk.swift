public import DutyRota

/// That a hospital takes nobody until an instant (満床).
public struct FullHospital: Hashable, Sendable, NightMark {
    /// Unique over the installation.
    public let id: String
    public let hospital: HospitalID
    /// When it was said.
    public let from: Instant
    public let until: Instant
    public let reason: String
    public let madeBy: String
    /// nil: it stands.
    public var lift: Lift?

    public init(
        id: String, hospital: HospitalID, from: Instant, until: Instant, reason: String, madeBy: String,
        lift: Lift? = nil
    ) {
        self.id = id
        self.hospital = hospital
        self.from = from
        self.until = until
        self.reason = reason
        self.madeBy = madeBy
        self.lift = lift
    }
}

/// What was said at night and lies over the registers: kept at the desk of the node where it was said.
public struct NightMarks: Hashable, Sendable {
    /// What was taken back included, in the order in which it was said.
    public var unavailabilities: [Unavailability]
    /// What was taken back included, in the order in which it was said.
    public var fullHospitals: [FullHospital]
    /// Physicians who are out on calls.
    public var engagements: [Engagement]
    /// What calls have left on cards.
    public var flags: [CardFlag]
    /// Calls that are not closed; no rehearsals.
    public var openCalls: [OpenCall]

    public init(
        unavailabilities: [Unavailability] = [], fullHospitals: [FullHospital] = [], engagements: [Engagement] = [],
        flags: [CardFlag] = [], openCalls: [OpenCall] = []
    ) {
        self.unavailabilities = unavailabilities
        self.fullHospitals = fullHospitals
        self.engagements = engagements
        self.flags = flags
        self.openCalls = openCalls
    }
}

/// What is to be written at the desk, all of it or nothing.
public struct NightDecision: Hashable, Sendable {
    /// Marks to be made.
    public var marks = NightMarks()
    /// Marks that count no more, by identifier.
    public var lifts: [String: Lift] = [:]
    /// What goes out to people with it.
    public var deliveries: [Delivery] = []

    public init() {}
}

/// Where what is said at night is kept.
public protocol NightDesk: Sendable {
    /// Marks of the last days and of the time to come.
    func marks() throws -> NightMarks

    /// Changes the marks in one transaction: `decide` is given those that there are and the instant. It is the clock's own, by which look-ups
    /// are answered: a mark must count from the next one on, also where the clock ran ahead before. Throws what it throws, and then nothing
    /// is written; `unavailable` where the desk's file does not keep it.
    func change(
        by actor: String, at instant: Instant, decide: @Sendable (NightMarks, Instant) throws -> NightDecision
    ) async throws -> NightDecision
}
