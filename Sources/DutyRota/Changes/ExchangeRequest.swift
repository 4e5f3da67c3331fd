/// Two physicians who take each other's duty, as one act: both halves, or neither.
public struct ExchangeRequest: Hashable, Sendable {
    /// One physician's duty.
    public struct Side: Hashable, Sendable {
        /// The row of the month sheet.
        public let place: Place.Key
        /// Which call of it.
        public let order: CallOrder
        /// Who holds it, and takes the other side's.
        public let physician: PhysicianID

        /// A side.
        public init(place: Place.Key, order: CallOrder, physician: PhysicianID) {
            self.place = place
            self.order = order
            self.physician = physician
        }
    }

    /// That the physicians have agreed, as the office was told; kept with the reason.
    public struct Agreement: Hashable, Sendable {
        /// Who told the office.
        public let by: String
        /// When.
        public let on: Day

        /// An agreement.
        public init(by: String, on: Day) {
            self.by = by
            self.on = on
        }
    }

    /// The duty that the other's physician takes.
    public let one: Side
    /// The duty that the one's physician takes.
    public let other: Side
    /// Why; needed, up to ``RotaDesk/reasonLimit`` characters.
    public let reason: String
    /// nil: nothing was noted.
    public let agreed: Agreement?

    /// A request.
    public init(one: Side, other: Side, reason: String, agreed: Agreement? = nil) {
        self.one = one
        self.other = other
        self.reason = reason
        self.agreed = agreed
    }
}

extension ExchangeRequest {
    /// What the request changes on one side: the other's physician takes it.
    func half(_ side: Side, to physician: PhysicianID) -> OverrideRequest {
        OverrideRequest(
            place: side.place,
            order: side.order,
            replaces: side.physician,
            physician: physician,
            reason: agreed.map { ChangeWords.agreed(reason, by: $0.by, on: $0.on) } ?? reason
        )
    }
}
