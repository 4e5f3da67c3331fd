/// A month of the civil calendar, such as the one a month sheet is for.
public struct Month: Hashable, Comparable, Sendable {
    /// Gregorian.
    public let year: Int
    /// 1…12.
    public let month: Int

    /// `month` counts on over the year's ends: month 13 is January of the next year.
    public init(year: Int, month: Int) {
        let index = year * 12 + month - 1
        self.year = index >= 0 ? index / 12 : (index - 11) / 12
        self.month = index - self.year * 12 + 1
    }

    /// Reads `2026-11`; nil for anything else.
    public init?(_ iso: String) {
        guard let day = Day(iso + "-01") else { return nil }
        self = day.month
    }

    /// By time.
    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    private var index: Int { year * 12 + month }

    /// The month `months` later (earlier where negative).
    public func adding(_ months: Int) -> Month { Month(year: year, month: month + months) }

    /// The first day.
    public var firstDay: Day { Day(number: Day.number(year: year, month: month, day: 1)) }

    /// Every day of the month, in order.
    public var days: [Day] { (0..<Day.count(ofMonth: month, in: year)).map { firstDay.adding($0) } }
}

extension Month: CustomStringConvertible {
    /// `2026-11`.
    public var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
}
