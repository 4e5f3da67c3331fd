/// The holidays of Japan as the Cabinet Office publishes them, up to the last year of its table.
public struct HolidayTable: Hashable, Sendable {
    /// Substitute and citizens' holidays are days of the table like any other.
    public let names: [Day: String]
    /// The years that the table speaks of; nil where it is empty.
    public let years: ClosedRange<Int>?

    public init(names: [Day: String]) {
        self.names = names
        let years = names.keys.map(\.parts.year)
        self.years = years.min().flatMap { first in years.max().map { first...$0 } }
    }
}

/// A yearly stretch of days that an association keeps as holidays, such as 12-29/01-03.
public struct OwnHoliday: Hashable, Sendable {
    /// Month × 100 + day.
    public let from: Int
    /// Month × 100 + day, inclusive; before `from` where the stretch crosses the year's end.
    public let to: Int

    /// Whether the day lies in the stretch.
    public func contains(_ day: Day) -> Bool {
        let (_, month, dayOfMonth) = day.parts
        let value = month * 100 + dayOfMonth
        return from <= to ? (from...to).contains(value) : value >= from || value <= to
    }
}

/// Which days are holidays for one association.
public struct DayCalendar: Hashable, Sendable {
    public let national: HolidayTable
    public let own: [OwnHoliday]

    public init(national: HolidayTable, own: [OwnHoliday]) {
        self.national = national
        self.own = own
    }

    /// The day's type, or nil outside the years of the holiday table: such a day must never be taken for a plain weekday.
    public func dayType(of day: Day) -> DayType? {
        guard national.years?.contains(day.parts.year) == true else { return nil }
        return national.names[day] != nil || own.contains { $0.contains(day) } ? .holiday : .byWeekday(day)
    }

    /// The first instant past the holiday table, nil where the table is empty.
    public var end: Instant? { national.years.map { Month(year: $0.upperBound + 1, month: 1).firstDay.start } }
}
