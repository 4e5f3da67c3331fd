public import DutyRota

/// A night as those see it who ask in the morning what it brought: from 09:00, when offices open, to 09:00 of the next day, in Japan.
public struct Night: Hashable, Sendable {
    /// The day on which it begins.
    public let day: Day

    public init(beginningOn day: Day) {
        self.day = day
    }

    /// The night in which an instant lies.
    public init(of instant: Instant) {
        day = instant.adding(milliseconds: -Int64(Self.minutes) * 60_000).day
    }

    /// When it is over, minutes after the day's first.
    private static let minutes = 9 * 60

    public var interval: Range<Instant> { day.at(minutes: Self.minutes)..<day.adding(1).at(minutes: Self.minutes) }
}
