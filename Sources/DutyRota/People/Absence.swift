/// Days on which a physician can't be called, be it as attending physician, as deputy or on duty.
public struct Absence: Hashable, Sendable, Liftable {
    /// Unique over the installation.
    public let id: String
    /// Who is away.
    public let physician: PhysicianID
    /// The first day, inclusive.
    public let from: Day
    /// The last day, inclusive.
    public let to: Day
    /// Why, as the office says it.
    public let reason: String
    /// When it was entered.
    public let madeAt: Instant
    /// Who entered it.
    public let madeBy: String
    /// nil: it stands.
    public var lift: Lift?

    /// An absence.
    public init(
        id: String,
        physician: PhysicianID,
        from: Day,
        to: Day,
        reason: String,
        madeAt: Instant,
        madeBy: String,
        lift: Lift? = nil
    ) {
        self.id = id
        self.physician = physician
        self.from = from
        self.to = to
        self.reason = reason
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.lift = lift
    }

    /// Whether it stands and the day lies in it. For duty, ask with the duty date: a night that begins before the absence is
    /// still the physician's after midnight.
    public func covers(_ day: Day) -> Bool { lift == nil && from <= day && day <= to }
}
