/// A day of a month sheet: what the office must know of it while it fills it.
public struct SheetDay: Hashable, Sendable {
    /// The duty date.
    public let date: Day
    /// nil: past the holiday table.
    public let type: DayType?
    /// The holiday's name; nil: none.
    public let holiday: String?
}

extension RotaBook {
    /// The days of a month, with their holidays.
    public func sheetDays(of month: Month) -> [SheetDay] {
        month.days.map { date in
            let isOwn = calendar.own.contains { $0.contains(date) }
            return SheetDay(
                date: date, type: calendar.dayType(of: date),
                holiday: calendar.national.names[date] ?? (isOwn ? ViewWords.ownHoliday : nil))
        }
    }
}
