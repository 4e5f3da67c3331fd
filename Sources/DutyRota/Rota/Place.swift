/// One slot on one duty date for one area (or the whole association), with those who hold it: a row of a month sheet.
///
/// Publishing freezes places, the empty ones included, so that later changes of slots or holidays leave past answers as they were.
public struct Place: Hashable, Sendable {
    /// What names a place within an association.
    public struct Key: Hashable, Sendable {
        /// The day on which the slot begins to be somebody's, also for the hours after midnight.
        public let dutyDate: Day
        /// The slot's name.
        public let slot: String
        /// nil: the whole association.
        public let area: AreaID?

        /// The place of a slot on a date.
        public init(dutyDate: Day, slot: String, area: AreaID?) {
            self.dutyDate = dutyDate
            self.slot = slot
            self.area = area
        }
    }

    /// What names it.
    public let key: Key
    /// Half-open: at the end the next holder is on.
    public let interval: Range<Instant>
    /// How many physicians each call order needs.
    public let required: PerCall<Int>
    /// Whom the sheet names for each call order, in its order.
    public var holders: PerCall<[PhysicianID]>
    /// What the office noted beside it (備考); empty: nothing.
    public var remark: String

    /// A place with its holders.
    public init(
        key: Key,
        interval: Range<Instant>,
        required: PerCall<Int>,
        holders: PerCall<[PhysicianID]>,
        remark: String = ""
    ) {
        self.key = key
        self.interval = interval
        self.required = required
        self.holders = holders
        self.remark = remark
    }
}

/// A month's places as they were published, with the revision that published them.
public struct PublishedMonth: Hashable, Sendable {
    /// Which month.
    public let month: Month
    /// Counts from 1 for each month of an association.
    public let revision: Int
    /// When the revision came into force.
    public let publishedAt: Instant
    /// Every place of the month, the empty ones included.
    public let places: [Place]

    /// A revision of a month.
    public init(month: Month, revision: Int, publishedAt: Instant, places: [Place]) {
        self.month = month
        self.revision = revision
        self.publishedAt = publishedAt
        self.places = places
    }
}
