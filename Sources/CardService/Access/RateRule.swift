import EmergencyCards
import Synchronization

/// How often one key may ask. A fire key is never refused for its rate: past the limit its answers slow down and an alarm is raised;
/// others are told to wait.
final class RateRule: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: ContinuousClock.Instant
        var isOver = false
    }

    private let perMinute: Int
    private let alarm: @Sendable (KeyHolder) -> Void
    private let buckets = Mutex<[String: Bucket]>([:])
    /// By how much an answer to fire is held back past the limit.
    private static let delay = Duration.milliseconds(250)

    /// `perMinute` is also how many may come at once; 0: no limit.
    init(perMinute: Int, alarm: @escaping @Sendable (KeyHolder) -> Void) {
        self.perMinute = perMinute
        self.alarm = alarm
    }

    /// Comes back when the holder may go on. Throws `tooManyRequests`, never for fire.
    func pass(_ holder: KeyHolder) async throws {
        guard perMinute > 0 else { return }
        let (isOver, isNew) = take(holder.id)
        guard isOver else { return }
        if isNew { alarm(holder) }
        guard holder.role == .fire else { throw Refusal(.tooManyRequests) }
        try await Task.sleep(for: Self.delay)
    }

    private func take(_ id: String) -> (isOver: Bool, isNew: Bool) {
        let now = ContinuousClock.now
        let full = Double(perMinute)
        return buckets.withLock { buckets in
            var bucket = buckets[id] ?? Bucket(tokens: full, filledAt: now)
            let gained = Double((now - bucket.filledAt).milliseconds) * full / 60_000
            if gained >= 1 {
                bucket.tokens = min(full, bucket.tokens + gained)
                bucket.filledAt = now
            }
            let wasOver = bucket.isOver
            bucket.isOver = bucket.tokens < 1
            bucket.tokens = max(0, bucket.tokens - 1)
            buckets[id] = bucket
            return (bucket.isOver, bucket.isOver && !wasOver)
        }
    }
}
