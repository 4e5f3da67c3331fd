/// One slot on one duty date for one area (or the whole association), with those who hold it: a row of a month sheet.
///
/// Publishing freezes places, the empty ones included, so that later changes of slots or holidays leave past answers as they were.
public struct Place: Hashable, Sendable {
    /// What names a place within an association.
    public struct Key: Hashable, Sendable {
        /// The day on which the slot begins to be somebody's, also for the hours after midnight.
        public let dutyDate: Day
        public let slot: String
        /// nil: the whole association.
        public let area: AreaID?

        public init(dutyDate: Day, slot: String, area: AreaID?) {
            self.dutyDate = dutyDate
            self.slot = slot
            self.area = area
        }
    }

    public let key: Key
    /// Half-open: at the end the next holder is on.
    public let interval: Range<Instant>
    public let required: PerCall<Int>
    /// In the sheet's order.
    public var holders: PerCall<[PhysicianID]>

    public init(key: Key, interval: Range<Instant>, required: PerCall<Int>, holders: PerCall<[PhysicianID]>) {
        self.key = key
        self.interval = interval
        self.required = required
        self.holders = holders
    }
}

/// A month's places as they were published, with the revision that published them.
public struct PublishedMonth: Hashable, Sendable {
    public let month: Month
    /// Counts from 1 for each month of an association.
    public let revision: Int
    public let publishedAt: Instant
    public let places: [Place]

    public init(month: Month, revision: Int, publishedAt: Instant, places: [Place]) {
        self.month = month
        self.revision = revision
        self.publishedAt = publishedAt
        self.places = places
    }
}
