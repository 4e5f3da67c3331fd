/// A month sheet that the office is working on; nobody else sees it. It holds rows rather than places: the slots may change while the
/// sheet is being filled.
public struct MonthDraft: Hashable, Sendable {
    /// What is written for one place.
    public struct Row: Hashable, Sendable {
        /// The place.
        public let key: Place.Key
        /// Who is to hold each call.
        public var holders: PerCall<[PhysicianID]>
        /// What the office noted beside it (備考).
        public var remark: String

        /// A row.
        public init(key: Place.Key, holders: PerCall<[PhysicianID]>, remark: String = "") {
            self.key = key
            self.holders = holders
            self.remark = remark
        }
    }

    /// Which month.
    public let month: Month
    /// Counts from 1 for each month of an association and never falls back; every change raises it.
    public let version: Int
    /// The month's revision from which it was begun; 0: nothing was published. What is published meanwhile is not in it.
    public let base: Int
    /// Those on which something is written.
    public let rows: [Row]
    /// When it was last changed.
    public let changedAt: Instant
    /// Who changed it last.
    public let changedBy: String

    /// A draft.
    public init(month: Month, version: Int, base: Int, rows: [Row], changedAt: Instant, changedBy: String) {
        self.month = month
        self.version = version
        self.base = base
        self.rows = rows
        self.changedAt = changedAt
        self.changedBy = changedBy
    }
}

extension MonthDraft.Row {
    /// What is written on a place.
    init(_ place: Place) {
        self.init(key: place.key, holders: place.holders, remark: place.remark)
    }

    /// Whether nothing is written.
    var isBlank: Bool { holders.first.isEmpty && holders.second.isEmpty && remark.isEmpty }
}

extension Place {
    /// Puts on the place what a row says of it.
    mutating func write(_ row: MonthDraft.Row) {
        holders = row.holders
        remark = row.remark
    }
}
