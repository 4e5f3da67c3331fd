public import DutyRota

/// Where the time comes from: given at the top, so that a test can move it by hand.
public struct Clock: Sendable {
    public let now: @Sendable () -> Instant

    public init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }
}
