import DutyRota
import EmergencyCards
import Testing

@Suite("Slowing down whoever guesses")
struct SignInThrottleTests {
    private let start = Instant(milliseconds: 1_800_000_000_000)

    private func keys(_ address: String?, device: UInt8? = nil, known: Bool = false) -> [SignInThrottle.Key] {
        SignInThrottle.keys(
            login: "fire1", address: address, device: device.map { SecretHash(bytes: [$0]) }, isKnownAddress: known)
    }

    /// Tries until none is left; gives how many were let through.
    private func exhaust(_ throttle: inout SignInThrottle, _ keys: [SignInThrottle.Key], at now: Instant) -> Int {
        (0..<200).prefix { _ in throttle.take(keys, at: now) == nil }.count
    }

    @Test("A desk that signed in before gets in, whatever a thousand strangers try")
    func deskIsNeverLockedOut() {
        var throttle = SignInThrottle()
        for number in 0..<1_000 { _ = exhaust(&throttle, keys("203.0.113.\(number)"), at: start) }
        let own = throttle.take(keys("198.51.100.7", device: 1), at: start)
        #expect(own == nil)
        let new = throttle.take(keys("198.51.100.7", known: true), at: start)
        #expect(new == nil, "nor its new browser")
    }

    @Test("Somebody beside it, at the same address, takes nothing from a desk's own browser")
    func sameAddress() {
        var throttle = SignInThrottle()
        _ = exhaust(&throttle, keys("198.51.100.7", known: true), at: start)
        let first = throttle.take(keys("198.51.100.7", device: 1), at: start)
        #expect(first == nil)
        let second = throttle.take(keys("198.51.100.7", device: 2), at: start)
        #expect(second == nil)
    }

    @Test("Strangers to an account have few tries, from however many addresses they come")
    func strangers() {
        var throttle = SignInThrottle()
        let tries = (0..<500).filter { throttle.take(keys("203.0.113.\($0)"), at: start) == nil }.count
        #expect(tries == 20)
        let day = (1...1_440).filter {
            throttle.take(keys("192.0.2.\($0)"), at: start.adding(milliseconds: Int64($0) * 60_000)) == nil
        }.count
        #expect(day <= 1_440, "one a minute: a code of six digits stands for years")
    }

    @Test("One address has few tries, at however many accounts")
    func oneAddress() {
        var throttle = SignInThrottle()
        let tries = (0..<500).filter { number in
            let keys = SignInThrottle.keys(
                login: "login\(number)", address: "203.0.113.9", device: nil, isKnownAddress: false)
            return throttle.take(keys, at: start) == nil
        }.count
        #expect(tries == 30)
    }

    @Test(
        "Nobody waits long, and whoever waits gets a try",
        arguments: [([1], 5_000), ([2], 5_000), ([], 60_000)] as [([UInt8], Int64)])
    func bounded(_ device: [UInt8], _ longest: Int64) throws {
        var throttle = SignInThrottle()
        let keys = keys("203.0.113.5", device: device.first)
        _ = exhaust(&throttle, keys, at: start)
        let taken = throttle.take(keys, at: start)
        let wait = try #require(taken)
        #expect((1...longest).contains(wait))
        let again = throttle.take(keys, at: start)
        #expect(again == wait, "asking again makes it no longer")
        let later = throttle.take(keys, at: start.adding(milliseconds: wait))
        #expect(later == nil)
    }

    @Test("Right tries cost nothing: a whole watch signs in at once")
    func rightOnes() {
        var throttle = SignInThrottle()
        for _ in 0..<500 {
            let right = throttle.take(keys("198.51.100.7"), at: start)
            #expect(right == nil)
            throttle.giveBack(keys("198.51.100.7"), at: start)
        }
    }
}
