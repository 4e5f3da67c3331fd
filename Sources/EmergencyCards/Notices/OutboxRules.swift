/// How often and when a delivery that fails is tried again.
public struct OutboxRules: Hashable, Sendable {
    /// Milliseconds to wait after the first try that failed, after the second and so on; the last one goes on counting.
    public var delays: [Int64] = [5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000]
    /// After how many tries a delivery is given up.
    public var tries = 12
    /// The longest that a channel may ask to be left alone, in milliseconds.
    public var longestWait: Int64 = 3_600_000
    /// How long what was sent stays readable, in days.
    public var keptSentDays: Int64 = 90
    /// How long what was given up or lost its sense stays readable, in days.
    public var keptFailedDays: Int64 = 365

    public init() {}

    /// How long to wait, in milliseconds, after so many tries; a channel may ask for more.
    public func delay(afterTries tries: Int, asked: Int64?) -> Int64 {
        let own = delays.isEmpty ? 0 : delays[min(max(tries, 1), delays.count) - 1]
        return max(own, min(asked ?? 0, longestWait))
    }
}
