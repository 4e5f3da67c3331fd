/// Hours of a day that may reach into the next one, such as 17:30–翌08:30.
public struct HourSpan: Hashable, Sendable {
    /// Minutes after the day's first instant.
    public let start: Int
    /// Minutes after the day's first instant, after `start`; past 1,440 on the next day. The end itself is not in the span.
    public let end: Int

    /// nil unless `0 ≤ start < end` and the end lies within two days.
    public init?(start: Int, end: Int) {
        guard 0 <= start, start < end, end <= 2 * 1440 else { return nil }
        self.start = start
        self.end = end
    }

    /// The half-open interval of these hours on a day.
    public func interval(on day: Day) -> Range<Instant> { day.at(minutes: start)..<day.at(minutes: end) }

    /// How many days after its own the span still touches: 0, or 1 past midnight.
    var daysReached: Int { (end - 1) / 1440 }
}
