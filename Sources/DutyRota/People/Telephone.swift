/// A number at which somebody can be called, with the hours in which it is answered.
public struct Telephone: Hashable, Sendable {
    /// What the number is, such as 携帯 or 当番携帯.
    public let label: String
    /// As it is dialled, with hyphens as registered.
    public let number: String
    /// nil: at all hours.
    public let hours: TelephoneHours?

    /// A number; without hours it is answered at all of them.
    public init(label: String, number: String, hours: TelephoneHours? = nil) {
        self.label = label
        self.number = number
        self.hours = hours
    }

    /// Whether the number is answered at this instant.
    public func isAnswered(at instant: Instant, calendar: DayCalendar) -> Bool {
        hours?.cover(instant, calendar: calendar) ?? true
    }
}

/// The hours in which a number is answered.
public struct TelephoneHours: Hashable, Sendable {
    /// On which kinds of day; empty: on every day.
    public let dayTypes: Set<DayType>
    /// The hours on each such day, possibly into the next.
    public let span: HourSpan

    /// Hours on some kinds of day, or with none named on every day.
    public init(dayTypes: Set<DayType>, span: HourSpan) {
        self.dayTypes = dayTypes
        self.span = span
    }

    /// Whether `instant` lies in the hours of its own day, or in those of a day before that reach past midnight.
    func cover(_ instant: Instant, calendar: DayCalendar) -> Bool {
        (0...span.daysReached).contains { daysBack in
            let day = instant.day.adding(-daysBack)
            return isKept(on: day, calendar: calendar) && span.interval(on: day).contains(instant)
        }
    }

    /// Whether the hours hold on this day.
    private func isKept(on day: Day, calendar: DayCalendar) -> Bool {
        dayTypes.isEmpty || dayTypes.contains(calendar.dayType(of: day) ?? .byWeekday(day))
    }
}

extension Sequence where Element == Telephone {
    /// The numbers answered at this instant first, each part in the register's order, a number that stands twice only once. None
    /// is left out: at night a number that nobody promised to answer is still better than none.
    public func ordered(at instant: Instant, calendar: DayCalendar) -> [Telephone] {
        let answered = filter { $0.isAnswered(at: instant, calendar: calendar) }
        let rest = filter { !$0.isAnswered(at: instant, calendar: calendar) }
        return (answered + rest).reduce(into: []) { kept, telephone in
            if !kept.contains(where: { $0.number == telephone.number }) { kept.append(telephone) }
        }
    }
}
