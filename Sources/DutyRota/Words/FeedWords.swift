/// What calendars say of duty.
enum FeedWords {
    /// What kind of entry it is.
    static let category = "当番"

    /// A calendar's name, such as 葵区の当番（静岡市医師会）.
    static func title(of subject: String, association: String) -> String { "\(subject)の当番（\(association)）" }

    /// An entry's heading, such as 当番（第一）葵区 平日夜間; who is on duty where the calendar is not their own.
    static func summary(_ order: CallOrder, area: String, slot: String, holder: String?) -> String {
        let call =
            switch order {
            case .first: "第一"
            case .second: "第二"
            }
        return "当番（\(call)）\(area) \(slot)" + (holder.map { " \($0)" } ?? "")
    }

    /// The heading of what takes place no more, for calendars that show it all the same.
    static func cancelled(_ summary: String) -> String { "【取消】\(summary)" }

    /// What stands below the heading: the duty date, which after midnight is not the day itself, and the slot's whole
    /// hours.
    static func description(of turn: DutyTurn) -> String {
        let date = turn.key.place.dutyDate
        let hours = "\(clock(turn.slot.lowerBound, of: date))〜\(clock(turn.slot.upperBound, of: date))"
        return "当番日: \(CalendarWords.day(date))\n枠: \(turn.key.place.slot) \(hours)"
    }

    /// 17:30 or 翌8:30; the end of the day itself is 24:00.
    private static func clock(_ instant: Instant, of date: Day) -> String {
        let minutes = Int((instant.milliseconds - date.start.milliseconds) / 60_000)
        let ofDay = minutes > 1440 ? minutes - 1440 : minutes
        return (minutes > 1440 ? "翌" : "") + "\(ofDay / 60):\((ofDay % 60).padded(to: 2))"
    }
}
