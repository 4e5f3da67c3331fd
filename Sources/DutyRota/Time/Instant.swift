/// A point in time, exact to the millisecond, the same under every zone.
///
/// A `Date` loses milliseconds on its way through text and back; who is on duty turns on them at a hand-over.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The instant that many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Milliseconds of a civil day: every day in Japan is as long.
    static let perDay: Int64 = 86_400_000
    /// Japan is nine hours ahead of UTC on every date that a rota knows: it has no daylight saving.
    static let japanOffset: Int64 = 9 * 3_600_000

    /// By time.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant that many milliseconds later (earlier where negative).
    public func adding(milliseconds: Int64) -> Instant { Instant(milliseconds: self.milliseconds + milliseconds) }

    /// The civil day in Japan.
    public var day: Day {
        let local = milliseconds + Instant.japanOffset
        return Day(number: Int(local >= 0 ? local / Instant.perDay : (local - Instant.perDay + 1) / Instant.perDay))
    }

    /// Milliseconds since the day's first instant in Japan.
    public var millisecondOfDay: Int64 { milliseconds - day.start.milliseconds }
}
