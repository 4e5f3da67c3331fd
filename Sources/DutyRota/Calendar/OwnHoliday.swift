/// A yearly stretch of days that an association keeps as holidays, such as 12-29/01-03.
public struct OwnHoliday: Hashable, Sendable {
    /// Month × 100 + day.
    public let from: Int
    /// Month × 100 + day, inclusive; before `from` where the stretch crosses the year's end.
    public let to: Int

    /// Reads `12-29/01-03`, or `08-13` for a single day; nil for anything else and for days that no year has. 02-29 is a holiday
    /// in leap years.
    public init?(_ text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Day("2024-\($0)") }
        guard ends.count <= 2, let first = ends.first, let from = first, let last = ends.last, let to = last
        else { return nil }
        self.from = OwnHoliday.value(of: from)
        self.to = OwnHoliday.value(of: to)
    }

    /// As it is written: `12-29/01-03`, a single day `08-13`.
    public var text: String { (from == to ? [from] : [from, to]).map(OwnHoliday.text).joined(separator: "/") }

    private static func text(of value: Int) -> String {
        "\((value / 100).padded(to: 2))-\((value % 100).padded(to: 2))"
    }

    /// Whether the day lies in the stretch.
    public func contains(_ day: Day) -> Bool {
        let value = OwnHoliday.value(of: day)
        return from <= to ? (from...to).contains(value) : value >= from || value <= to
    }

    private static func value(of day: Day) -> Int { day.parts.month * 100 + day.parts.day }
}
