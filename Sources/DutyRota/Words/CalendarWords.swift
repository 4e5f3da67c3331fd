/// Days and kinds of day in Japanese, and what is said of a holiday table. No instances.
public enum CalendarWords {
    /// Of a holiday table without a row.
    static let emptyTable = "祝日が一日もありません"

    /// Of a day that a holiday table has twice.
    static func repeatedHoliday(_ day: Day) -> String {
        "\(day) が二度あります"
    }

    /// Of a year that a holiday table leaves out.
    static func emptyYear(_ year: Int) -> String {
        "\(year)年の祝日が一日もありません。前後の年にはあるので、行が抜けていると思われます"
    }

    /// Of a text that is no day; shows the spellings that are read.
    static func unreadableDay(_ text: String) -> String {
        "「\(text)」という日付はありません。2026-11-24、2026/11/24、令和8年11月24日、R8.11.24 のように書いてください"
    }

    /// 2026-11-24（火）.
    public static func day(_ day: Day) -> String {
        let weekday = ["日", "月", "火", "水", "木", "金", "土"][day.weekday]
        return "\(day)（\(weekday)）"
    }

    /// What kind of day it is.
    static func dayType(_ type: DayType) -> String {
        switch type {
        case .weekday: "平日"
        case .saturday: "土曜"
        case .sunday: "日曜"
        case .holiday: "休日"
        }
    }

    /// Of days outside a holiday table.
    static func tableEnds(_ years: ClosedRange<Int>?) -> String {
        guard let years else { return "祝日表が空です。祝日表がない日の枠は決められません" }
        return "祝日表は\(years.lowerBound)年から\(years.upperBound)年までです。その外の日の枠は決められません"
    }
}
