/// Something about the rota that will become a fault unless somebody acts.
public enum OutlookWarning: Hashable, Sendable {
    /// The month begins within the days asked about, or has begun, and is not published.
    case unpublished(Month)
    /// The holiday table ends within six months: slots past its last year are refused.
    case holidayTableEnds(year: Int)
}

extension RotaBook {
    /// What the office must be told, seen from an instant and so many days ahead.
    public func outlook(from instant: Instant, days: Int) -> [OutlookWarning] {
        let today = instant.day
        let last = today.adding(days).month
        let months = sequence(first: today.month) { $0 < last ? $0.adding(1) : nil }
        let unpublished = months.filter { self.months[$0] == nil }.map(OutlookWarning.unpublished)
        let horizon = today.month.adding(6).firstDay.start
        guard let end = calendar.end, end > horizon else {
            let year = calendar.national.years?.upperBound ?? today.parts.year - 1
            return unpublished + [.holidayTableEnds(year: year)]
        }
        return unpublished
    }
}
