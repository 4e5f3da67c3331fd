public import DutyRota

extension Instant {
    /// The time of day in Japan as it is spoken and printed, such as 7:02.
    public var clock: String { "\(hour):\(Self.twoDigits(minute))" }

    /// The time of day in Japan where times stand below one another, such as 07:02.
    var alignedClock: String { "\(Self.twoDigits(hour)):\(Self.twoDigits(minute))" }

    private var hour: Int64 { millisecondOfDay / 3_600_000 }
    private var minute: Int64 { millisecondOfDay / 60_000 % 60 }

    private static func twoDigits(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
}
