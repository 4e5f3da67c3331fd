/// What the office wants to lay over one call of a published place: a stand-in, somebody more, or somebody taken off duty.
public struct OverrideRequest: Hashable, Sendable {
    /// The row of the month sheet.
    public let place: Place.Key
    /// Which call of it.
    public let order: CallOrder
    /// Who is to be replaced; nil: nobody, the call is empty or has room.
    public let replaces: PhysicianID?
    /// From when; nil: from the slot's start, and where the slot runs already from now on.
    public let start: Instant?
    /// Until when; nil: until the slot's end.
    public let end: Instant?
    /// Without a start: from the slot's start although it runs already. It corrects what the rota says of the hours that are over.
    public let fromSlotStart: Bool
    /// Who is on duty instead; nil: nobody.
    public let physician: PhysicianID?
    /// Why; needed, up to ``RotaDesk/reasonLimit`` characters.
    public let reason: String

    /// A request.
    public init(
        place: Place.Key,
        order: CallOrder,
        replaces: PhysicianID?,
        start: Instant? = nil,
        end: Instant? = nil,
        fromSlotStart: Bool = false,
        physician: PhysicianID?,
        reason: String
    ) {
        self.place = place
        self.order = order
        self.replaces = replaces
        self.start = start
        self.end = end
        self.fromSlotStart = fromSlotStart
        self.physician = physician
        self.reason = reason
    }
}

extension OverrideRequest {
    /// The part of the slot that is to change; empty or outside the slot where the request says so.
    ///
    /// Without a start it is the whole slot, but of one that runs the rest: who was on duty until now isn't rewritten by what is
    /// arranged for the rest of the night. An end that is over already leaves no rest, and so the start is the slot's again.
    func span(within slot: Range<Instant>, at now: Instant) -> (start: Instant, end: Instant) {
        let end = end ?? slot.upperBound
        let runs = slot.lowerBound < now && now < end
        return (start ?? (runs && !fromSlotStart ? now : slot.lowerBound), end)
    }
}
