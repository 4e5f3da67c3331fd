/// One physician's unbroken turn on one call of a place.
struct DutyTurn: Hashable {
    /// Whose turn on which call of a place.
    struct Call: Hashable, Comparable {
        /// Which call.
        let order: CallOrder
        /// Who is on duty.
        let physician: PhysicianID

        static func < (left: Call, right: Call) -> Bool {
            (left.order, left.physician) < (right.order, right.physician)
        }
    }

    /// What a turn keeps while its times change.
    struct Key: Hashable {
        /// The row of the month sheet.
        let place: Place.Key
        /// Whose turn on which call.
        let call: Call
        /// Which of the physician's turns on this call, from 0; more than one where somebody stands in for a while.
        let index: Int
    }

    /// What names it.
    let key: Key
    /// Half-open, in whole seconds.
    let interval: Range<Instant>
    /// The whole slot on its duty date.
    let slot: Range<Instant>
}

/// A turn as a feed shows it.
struct FeedEvent {
    /// As it is, or as it last was.
    let turn: DutyTurn
    /// Whether the turn was in the feed once and is no more.
    let isCancelled: Bool
    /// How often something that concerns the place has changed; it never falls.
    let sequence: Int
    /// When something that concerns the place changed last.
    let changedAt: Instant
}
