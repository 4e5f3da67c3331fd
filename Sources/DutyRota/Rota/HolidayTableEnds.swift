/// Days lie outside the holiday table: which slots they have cannot be told, and they are never taken for weekdays.
public struct HolidayTableEnds: Error, Hashable, Sendable {
    /// The years of the table that was asked; nil where it is empty.
    public let years: ClosedRange<Int>?

    /// The last year that the table speaks of; nil where it is empty.
    public var lastYear: Int? { years?.upperBound }

    /// Japanese: up to where the table reaches.
    public var message: String { CalendarWords.tableEnds(years) }
}
