public import DutyRota

/// Slows down whoever guesses at passwords or codes, and nobody else.
///
/// Wrong tries are counted in buckets, each of which gives tries back as time passes. A browser that signed in before has a bucket of its own:
/// whatever strangers do, its desk gets in. An account is never locked; a stranger to it waits, a minute at the most for each try.
public struct SignInThrottle: Sendable {
    /// What is counted together.
    public enum Key: Hashable, Sendable {
        /// A browser with which the account was signed in before.
        case device(SecretHash)
        /// The account, from an address at which it was signed in before.
        case known(String, address: String)
        /// The account, from any address at which it never was.
        case account(String)
        /// Whatever comes from an address.
        case address(String)

        /// How many wrong tries are forgiven at once, and how many milliseconds later one more is.
        var rule: (tries: Double, each: Double) {
            switch self {
            case .device, .known: (10, 5_000)
            case .account: (20, 60_000)
            case .address: (30, 3_000)
            }
        }
    }

    private struct Bucket {
        var spent: Double
        var at: Instant
    }

    private var buckets: [Key: Bucket] = [:]
    /// Past so many buckets those that are full again are forgotten.
    private static let many = 10_000

    public init() {}

    /// What a try is counted by.
    public static func keys(login: String, address: String?, device: SecretHash?, isKnownAddress: Bool) -> [Key] {
        if let device { return [.device(device)] }
        guard let address else { return [.account(login)] }
        return isKnownAddress ? [.known(login, address: address)] : [.account(login), .address(address)]
    }

    /// Takes a try out of every bucket. Gives the milliseconds after which to come again where one of them is empty, and takes nothing then.
    public mutating func take(_ keys: [Key], at now: Instant) -> Int64? {
        let waits = keys.map { key in
            let (spent, rule) = (spent(key, at: now), key.rule)
            return spent + 1 <= rule.tries ? 0 : Int64(((spent + 1 - rule.tries) * rule.each).rounded(.up))
        }
        if let wait = waits.max(), wait > 0 { return wait }
        for key in keys { buckets[key] = Bucket(spent: spent(key, at: now) + 1, at: now) }
        if buckets.count > Self.many { buckets = buckets.filter { spent($0.key, at: now) > 0 } }
        return nil
    }

    /// Gives a try back that was none: it was right.
    public mutating func giveBack(_ keys: [Key], at now: Instant) {
        for key in keys { buckets[key] = Bucket(spent: max(0, spent(key, at: now) - 1), at: now) }
    }

    private func spent(_ key: Key, at now: Instant) -> Double {
        guard let bucket = buckets[key] else { return 0 }
        return max(0, bucket.spent - Double(max(0, now.milliseconds - bucket.at.milliseconds)) / key.rule.each)
    }
}
