public import DutyRota

/// What stands on pages, in Japanese.
public enum PageWords {
    public static let date = "日"
    public static let wholeAssociation = "全域"
    public static let legend = "※は交代・変更。黄色の枠は当番医不在。夜間の枠は翌朝まで。"
    /// Between two who share a call.
    public static let between = "、"

    public static func rota(_ month: String) -> String { "\(month) 当番表" }

    /// Such as 第3版 2026-10-20 10:00 公開 / 2026-11-25 印刷.
    public static func revision(_ number: Int?, _ publishedAt: Instant?, printed: Instant) -> String {
        guard let number, let publishedAt else { return "" }
        return
            "第\(number)版 \(JapaneseDate.text(publishedAt.day)) \(publishedAt.clock)公開　\(JapaneseDate.text(printed.day))現在"
    }

    public static func contact(_ name: String, _ telephone: String) -> String { "常時の連絡先 \(name) \(telephone)" }

    public static func call(_ order: CallOrder) -> String {
        switch order {
        case .first: "第一当番"
        case .second: "第二当番"
        }
    }

    /// Such as 24（火）.
    public static func day(_ day: Day, _ weekday: String) -> String { "\(day.parts.day)（\(weekday)）" }

    /// A name, marked where it stands in for another, with its hours where it holds only part of the slot.
    public static func entry(_ entry: MonthView.Entry) -> String {
        let name = (entry.origin == .published ? "" : "※") + entry.name
        guard entry.start != nil || entry.end != nil else { return name }
        return "\(name)（\(entry.start.map(\.clock) ?? "")–\(entry.end.map(\.clock) ?? "")）"
    }

    /// A call that for some time nobody holds.
    public static func gap(_ others: String) -> String { others.isEmpty ? "不在" : "\(others)・一部不在" }
}
