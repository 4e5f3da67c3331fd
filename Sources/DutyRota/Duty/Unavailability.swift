/// That a physician on duty can't come, as the fire department found at night: until the slot that runs ends, nobody calls them.
public struct Unavailability: Hashable, Sendable, NightMark {
    /// Unique over the installation.
    public let id: String
    /// Whose rota it concerns.
    public let association: AssociationID
    /// Who can't come. It counts for their duty in every area, not for their own patients.
    public let physician: PhysicianID
    /// Where it was found.
    public let area: AreaID
    /// When it was said.
    public let from: Instant
    /// The end of the slot that ran then.
    public let until: Instant
    /// Why, as the dispatcher heard it.
    public let reason: String
    /// Who said it.
    public let madeBy: String
    /// nil: it stands.
    public var lift: Lift?

    /// A mark.
    public init(
        id: String,
        association: AssociationID,
        physician: PhysicianID,
        area: AreaID,
        from: Instant,
        until: Instant,
        reason: String,
        madeBy: String,
        lift: Lift? = nil
    ) {
        self.id = id
        self.association = association
        self.physician = physician
        self.area = area
        self.from = from
        self.until = until
        self.reason = reason
        self.madeBy = madeBy
        self.lift = lift
    }
}

/// Something that is said at night and counts until an instant, or until it is taken back.
public protocol NightMark: Liftable {
    /// When it was said.
    var from: Instant { get }
    /// Until when it was said to count.
    var until: Instant { get }
}

extension NightMark {
    /// When it was said.
    public var madeAt: Instant { from }

    /// While it counts: as long as was said, or until it was taken back.
    public var interval: Range<Instant> { from..<max(from, min(until, lift?.at ?? until)) }
}
