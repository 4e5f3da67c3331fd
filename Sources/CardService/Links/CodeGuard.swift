import DutyRota
import EmergencyCards
import Synchronization

/// Slows down whoever guesses at codes, without holding a thread: by the address that is guessed at, and over all of them by where the guesses
/// come from, so that nobody tries one code after the other at a thousand addresses in a minute.
///
/// It makes guessing tedious; what makes it vain is the lock of each link, which asks nobody where they are: five tries at one of a million codes,
/// from however many places. Behind a proxy all come from one, and `X-Forwarded-For` says only what the sender likes: then everybody waits while
/// somebody guesses, never longer than eight seconds, and a few minutes after the guessing stops nobody does.
final class CodeGuard: Sendable {
    private struct Guesses {
        var count: Double
        var at: Instant
    }

    /// Waits until so long after an instant: how long an answer takes says nothing then of what was done for it.
    typealias Pause = @Sendable (_ seconds: Int, _ since: ContinuousClock.Instant) async throws -> Void

    private let pause: Pause
    private let guesses = Mutex<[String: Guesses]>([:])
    /// Wrong codes that are forgiven at once, and how many milliseconds later one more is.
    private static let allowance = 20.0
    private static let forgiving = 30_000.0
    /// Wrong codes that are remembered: more would not slow down further, and only longer.
    private static let remembered = allowance + 8

    init(pause: @escaping Pause = CodeGuard.sleep) {
        self.pause = pause
    }

    /// Holds back whoever guessed too often of late, before their next code is looked at, right or wrong.
    func admit(_ remote: String, at now: Instant) async throws {
        let start = ContinuousClock.now
        let excess = guesses.withLock { Self.standing($0[remote], at: now) } - Self.allowance
        if excess > 0 { try await pause(min(8, Int(excess) + 1), start) }
    }

    /// Holds back the answer to the `wrong`th wrong code at an address.
    func refuse(_ remote: String, wrong: Int, since start: ContinuousClock.Instant, at now: Instant) async throws {
        guesses.withLock { all in
            if all.count > 10_000 { all = all.filter { Self.standing($0.value, at: now) > 0 } }
            all[remote] = Guesses(count: min(Self.standing(all[remote], at: now) + 1, Self.remembered), at: now)
        }
        try await pause(LinkRules.seconds(afterWrong: wrong), start)
    }

    private static func standing(_ guesses: Guesses?, at now: Instant) -> Double {
        guard let guesses else { return 0 }
        return max(0, guesses.count - Double(max(0, now.milliseconds - guesses.at.milliseconds)) / forgiving)
    }

    static let sleep: Pause = { seconds, start in
        try await Task.sleep(until: start + .seconds(seconds), clock: .continuous)
    }
}
