/// What is said of hours that cannot be read.
enum HourWords {
    /// Of a text that is no time of day.
    static func unreadable(_ text: String) -> String {
        "「\(text)」は時刻ではありません。17:30、翌8:30、32:30 のように書いてください（翌日の24:00まで）"
    }

    /// Of an end that is not after its start; says how the next day is written.
    static func endsTooEarly(start: String, end: String) -> String {
        "終わり「\(end)」が始め「\(start)」より後になりません"
            + (end.hasPrefix("翌") ? "" : "。翌日に終わるときは「翌\(end)」と書いてください")
    }
}
