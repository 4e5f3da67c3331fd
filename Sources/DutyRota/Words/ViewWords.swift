/// What a month's table says.
enum ViewWords {
    /// The name of a day that an association keeps besides the holidays of Japan.
    static let ownHoliday = "医師会休日"

    /// Such as 令和8年11月; of a month in which an era began, the era of its first day.
    static func title(_ month: Month) -> String {
        String(JapaneseDate.text(month.firstDay).dropLast("1日".count))
    }

    /// A slot's name above its column.
    static func column(_ slot: String, _ scope: DutyShift.Scope) -> String {
        switch scope {
        case .area: slot
        case .association: "\(slot)（\(AreaWords.whole)）"
        }
    }

    /// Such as 火.
    static func weekday(_ day: Day) -> String { ["日", "月", "火", "水", "木", "金", "土"][day.weekday] }
}
