/// A date as people say it of somebody's birth: the year, and perhaps month and day.
public struct PartialDate: Hashable, Sendable {
    /// Of the Gregorian calendar.
    public let year: Int
    /// 1…12; nil: nobody knows.
    public let month: Int?
    /// 1…31; nil: nobody knows.
    public let day: Int?

    /// nil where no day of the calendar is so.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
        guard (1...Day.count(ofMonth: month ?? 1, in: year)).contains(day ?? 1) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The only day that it can be; nil where month or day are unknown.
    public var whole: Day? { month.flatMap { month in day.flatMap { Day(year: year, month: month, day: $0) } } }

    /// From the first day that it can be to the last. Where only the month is unknown, ``contains(_:)`` says which of them.
    public var days: ClosedRange<Day> {
        let (first, last) = (month ?? 1, month ?? 12)
        let start = Day.number(year: year, month: first, day: month == nil ? 1 : day ?? 1)
        let end = Day.number(
            year: year, month: last, day: month.flatMap { _ in day } ?? Day.count(ofMonth: last, in: year))
        return Day(number: start)...Day(number: end)
    }

    /// Whether it can be this day.
    public func contains(_ candidate: Day) -> Bool {
        let parts = candidate.parts
        return parts.year == year && month.map { $0 == parts.month } ?? true && day.map { $0 == parts.day } ?? true
    }
}
