import DutyRota
import EmergencyCards

/// Dates as people write them on a form, and as screens say them back.
enum WrittenDate {
    /// Reads 昭和13年2月11日, S13.2.11, 1938-02-11 and whatever else is spoken of a whole day; nil for anything else.
    static func read(_ text: String) -> Day? { PartialDate.read(text)?.whole }

    /// By era and by Western year: 昭和13年2月11日（1938-02-11）.
    static func text(_ day: Day) -> String { "\(JapaneseDate.text(day))（\(day)）" }

    /// A day of the API's, by era and by Western year; nil where there is none.
    static func text(_ json: JSONValue) -> String? { json.text.flatMap { Day($0) }.map { text($0) } }

    /// What a form sends for what was written: a day where it is one, and else the text, for the API to refuse.
    static func sent(_ text: String) -> String { read(text)?.description ?? text }

    /// A moment of the API's, such as 11月24日（火）22:03; empty where there is none.
    static func moment(_ json: JSONValue) -> String {
        guard let instant = json.text.flatMap({ try? Instant(rfc3339: $0) }) else { return "" }
        return "\(short(instant.day))\(instant.clock)"
    }

    /// A day of this year, such as 11月24日（火）.
    static func short(_ day: Day) -> String {
        let (_, month, dayOfMonth) = day.parts
        return "\(month)月\(dayOfMonth)日（\(weekdays[day.weekday])）"
    }

    private static let weekdays = ["日", "月", "火", "水", "木", "金", "土"]
}
