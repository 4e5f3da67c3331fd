/// What is said of changes of a month sheet that the office is working on.
enum DraftWords {
    /// A cell of a month sheet; without a call order its remark.
    static func cell(_ place: Place.Key, _ order: CallOrder?, book: RotaBook) -> String {
        let column = order.map(MonthSheet.Column.holders) ?? MonthSheet.Column.remark
        return "\(MonthSheet.describe(place, areas: book.association.areas)) \(column)"
    }

    /// Physicians, by name and id; empty: nobody.
    static func names(_ physicians: [PhysicianID], book: RotaBook) -> String {
        physicians.map { id in book.physicians[id].map { "\($0.name)（\(id)）" } ?? id.text }.joined(separator: "、")
    }

    /// Of a cell that is not what it was.
    static func change(_ cell: String, from old: String, to new: String) -> String {
        "\(cell): \(shown(old)) → \(shown(new))"
    }

    /// Of a cell that one request names twice.
    static func repeatedEdit(_ first: Int) -> String {
        "cells[\(first)] と同じ欄です。一つの欄は一度だけ書いてください"
    }

    /// Of somebody who was not copied.
    static func notCopied(_ cell: String, _ names: String, _ reason: String) -> String {
        "\(cell) \(names) は写していません: \(reason)"
    }

    /// Of a fifth day of the week that a month does not have.
    static func noSuchWeekday(_ day: Day, in month: Month) -> String {
        "\(month) には\(ordinal(day))がありません"
    }

    /// Of a day that does not have the slot for the area.
    static func noSuchPlace(on day: Day, _ type: DayType?) -> String {
        let kind = type.map { "は\(CalendarWords.dayType($0))で、" } ?? "には"
        return "\(CalendarWords.day(day)) \(kind)この枠・地区がありません"
    }

    /// Of somebody who is away.
    static func away(_ absence: Absence, on day: Day) -> String {
        "\(CalendarWords.day(day)) は不在です（\(absence.from) から \(absence.to) まで）"
    }

    /// 第2火曜.
    private static func ordinal(_ day: Day) -> String {
        let weekday = ["日", "月", "火", "水", "木", "金", "土"][day.weekday]
        return "第\((day.parts.day - 1) / 7 + 1)\(weekday)曜"
    }

    private static func shown(_ text: String) -> String { text.isEmpty ? "空欄" : text }
}
