/// A change that lies over one call of a published place: a stand-in, a swap, somebody taken off duty. Nothing of the sheet is
/// overwritten: when it is lifted, what lay beneath shows again.
public struct Override: Hashable, Sendable, Liftable {
    /// One of those who hold a call of a place: what an override lies on, however often its holder changes.
    public enum Seat: Hashable, Sendable {
        /// The seat of somebody whom the sheet names.
        case published(PhysicianID)
        /// A seat that the sheet does not have, made by the override with this identifier.
        case added(String)
    }

    /// Unique over the installation; sorts by the time at which it was made.
    public let id: String
    /// The row of the month sheet.
    public let place: Place.Key
    /// Which call of it.
    public let order: CallOrder
    /// Which of those who hold the call.
    public let seat: Seat
    /// Who held the seat when the override was made; nil: nobody.
    public let replaces: PhysicianID?
    /// From when it counts; nil: from the slot's start, wherever that lies.
    public let start: Instant?
    /// Until when it counts; nil: until the slot's end, wherever that lies.
    public let end: Instant?
    /// Who is on duty instead; nil: nobody.
    public let physician: PhysicianID?
    /// Why, as the office says it.
    public let reason: String
    /// What the two halves of an exchange have in common; nil: no exchange.
    public let exchange: String?
    /// When it was made; of two that overlap the later made counts.
    public let madeAt: Instant
    /// Who made it.
    public let madeBy: String
    /// nil: it stands.
    public var lift: Lift?

    /// An override.
    public init(
        id: String,
        place: Place.Key,
        order: CallOrder,
        seat: Seat,
        replaces: PhysicianID?,
        start: Instant? = nil,
        end: Instant? = nil,
        physician: PhysicianID?,
        reason: String,
        exchange: String? = nil,
        madeAt: Instant,
        madeBy: String,
        lift: Lift? = nil
    ) {
        self.id = id
        self.place = place
        self.order = order
        self.seat = seat
        self.replaces = replaces
        self.start = start
        self.end = end
        self.physician = physician
        self.reason = reason
        self.exchange = exchange
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.lift = lift
    }

    /// The part of its slot that it covers; empty where the slot's hours have moved away from it.
    public func interval(within slot: Range<Instant>) -> Range<Instant> {
        let start = max(start ?? slot.lowerBound, slot.lowerBound)
        let end = min(end ?? slot.upperBound, slot.upperBound)
        return start..<max(start, end)
    }
}
