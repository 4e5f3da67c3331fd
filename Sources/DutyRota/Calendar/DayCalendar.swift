/// Which days are holidays for one association.
public struct DayCalendar: Hashable, Sendable {
    /// The holidays of Japan.
    public let national: HolidayTable
    /// The association's own, such as 年末年始.
    public let own: [OwnHoliday]

    /// The calendar of an association that keeps `own` besides the holidays of Japan.
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
