/// A month of an area's duty as people read it: a row for each day, a column for each slot. The printed table and the
/// JSON month show it.
public struct MonthView: Hashable, Sendable {
    /// What stands above the table.
    public struct Header: Hashable, Sendable {
        /// Such as 令和8年11月.
        public let title: String
        /// The association's name in full.
        public let association: String
        /// The area's name.
        public let area: String
        /// Of the month's sheet; nil: the month is not published.
        public let revision: Int?
        /// When that sheet was published; nil: not at all.
        public let publishedAt: Instant?
    }

    /// A slot of the month.
    public struct Column: Hashable, Sendable {
        /// The slot's name.
        public let slot: String
        /// The area's own, or one for the whole association.
        public let scope: DutyShift.Scope
        /// The slot's name, marked 全域 where it is the whole association's.
        public let title: String
    }

    /// A day of the month.
    public struct Row: Hashable, Sendable {
        /// The duty date.
        public let date: Day
        /// Such as 火.
        public let weekday: String
        /// nil: past the holiday table.
        public let dayType: DayType?
        /// The holiday's name; nil: none.
        public let holiday: String?
        /// Whether it is the day on which the view was made.
        public let isToday: Bool
        /// One for each column; nil: the day has no such slot.
        public let cells: [Cell?]
    }

    /// Which month.
    public let month: Month
    /// What stands above the table.
    public let header: Header
    /// Those of which the sheet has a place, in the order of the slots, an area's own before the whole association's;
    /// empty before anything is published.
    public let columns: [Column]
    /// Every day of the month.
    public let rows: [Row]
}

extension MonthView {
    /// One place of the sheet.
    public struct Cell: Hashable, Sendable {
        /// What the reader must see at once.
        public enum Flag: String, CaseIterable, Sendable {
            /// For some time nobody who can be called holds the area's first call, and the slot asks for one.
            case gap
            /// For some time on duty, with fewer who can be called than the slot requires.
            case short
            /// Nobody stands in it.
            case empty
            /// The whole association's place never counts here: the area has places of its own for all of its time.
            case notInForce
        }

        /// The row of the month sheet.
        public let place: Place.Key
        /// The whole slot, half-open.
        public let interval: Range<Instant>
        /// Who holds each call, by time.
        public let entries: PerCall<[Entry]>
        /// In the order of the cases.
        public let flags: [Flag]
        /// What the office noted beside it; empty: nothing.
        public let remark: String
    }

    /// Somebody in a cell.
    public struct Entry: Hashable, Sendable {
        /// Who holds the call.
        public let physician: PhysicianID
        /// As registered; of somebody whom the register does not have, the identifier.
        public let name: String
        /// nil: from the slot's start.
        public let start: Instant?
        /// nil: to the slot's end.
        public let end: Instant?
        /// Where the holder comes from.
        public let origin: DutyShift.Origin
        /// nil: the physician can be called.
        public let obstacle: DutyShift.Obstacle?
    }
}
