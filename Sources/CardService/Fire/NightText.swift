import DutyRota
import EmergencyCards

/// Times and days as the night's screens write them. No instances.
enum NightText {
    /// The time of day of an instant of the API: 22:03.
    static func clock(_ instant: JSONValue) -> String? {
        instant.text.map { String($0.dropFirst(11).prefix(5)) }
    }

    /// Month, day and time of day: 11/24 22:03.
    static func dayAndClock(_ instant: JSONValue) -> String? {
        instant.text.map { text in
            let parts = text.dropFirst(5).prefix(5).split(separator: "-").compactMap { Int($0) }.map(String.init)
            return parts.joined(separator: "/") + " " + text.dropFirst(11).prefix(5)
        }
    }

    /// A day by era and by Western year: 昭和20年9月1日（1945-09-01）. What is no day is shown as it is.
    static func birth(_ day: JSONValue) -> String? {
        day.text.map { text in Day(text).map { "\(JapaneseDate.text($0))（\(text)）" } ?? text }
    }

    /// A day by era.
    static func day(_ day: JSONValue) -> String? { day.text.map { Day($0).map(JapaneseDate.text) ?? $0 } }

    /// A day by era.
    static func day(_ day: Day) -> String { JapaneseDate.text(day) }

    /// When a shift begins and ends: 17:30〜11/25 8:30.
    static func span(_ shift: JSONValue) -> String? {
        guard let start = clock(shift["start"]), let end = shift["end"].text else { return nil }
        let isSameDay = shift["start"].text?.prefix(10) == end.prefix(10)
        return "\(start)〜\((isSameDay ? clock(shift["end"]) : dayAndClock(shift["end"])) ?? "")"
    }

    /// How long ago something was, in minutes, or in hours and minutes.
    static func age(since instant: JSONValue, at now: Instant, _ words: ScreenWords) -> String? {
        guard let text = instant.text, let since = try? Instant(rfc3339: text) else { return nil }
        let minutes = max(0, (now.milliseconds - since.milliseconds) / 60_000)
        return minutes < 60
            ? words["fire.minutes", ["minutes": "\(minutes)"]]
            : words["fire.hours", ["hours": "\(minutes / 60)", "minutes": "\(minutes % 60)"]]
    }
}

/// A telephone number as it is shown, dialled and copied.
struct Dial {
    let shown: Shown

    /// A number that is masked, as in a rehearsal, cannot be dialled.
    init(_ number: String, label: String? = nil) {
        let digits = number.filter { $0.isASCII && $0.isNumber }
        let isWhole = digits.count >= 9 && !number.contains("×")
        shown = ["number": number, "label": label, "dial": isWhole ? digits : nil]
    }

    /// The telephones of a step or of somebody on duty.
    static func all(_ telephones: JSONValue) -> [Shown] {
        telephones.elements.map { Dial($0["number"].text ?? "", label: $0["label"].text).shown }
    }
}
