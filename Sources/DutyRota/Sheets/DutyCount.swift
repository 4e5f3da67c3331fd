/// How much duty a physician has, so that an office can share it out fairly.
public struct DutyCount: Hashable, Sendable {
    /// Slots of which they hold half or more.
    public private(set) var shifts = 0
    /// Those among the shifts that hold 00:00 of the day after the duty date.
    public private(set) var nights = 0
    /// Those among the shifts whose duty date is a Sunday or a holiday.
    public private(set) var holidays = 0
    /// Those among the shifts whose duty date is a Saturday or a Sunday, a holiday or not.
    public private(set) var weekends = 0
    /// On duty in all, parts of slots included; milliseconds.
    public private(set) var time: Int64 = 0

    /// No duty.
    public init() {}

    /// On duty in all, in hours.
    public var hours: Double { Double(time) / 3_600_000 }

    /// Adds the time that somebody holds a call of a place.
    mutating func add(_ held: Int64, of place: Place, calendar: DayCalendar) {
        time += held
        guard held * 2 >= place.interval.milliseconds else { return }
        let (date, type) = (place.key.dutyDate, calendar.dayType(of: place.key.dutyDate))
        shifts += 1
        if place.interval.contains(date.adding(1).start) { nights += 1 }
        if type == .holiday || type == .sunday { holidays += 1 }
        if date.weekday == 0 || date.weekday == 6 { weekends += 1 }
    }
}

extension Range<Instant> {
    /// Its length.
    var milliseconds: Int64 { upperBound.milliseconds - lowerBound.milliseconds }
}
