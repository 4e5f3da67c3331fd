/// Every number by which accounts and sessions are kept. Times are in milliseconds.
public enum AccountRules {
    /// Characters of a password. A second factor is always asked, and so eight are enough (安全管理ガイドライン 6.0).
    public static let passwordLength = 8...128
    /// Characters of a person's name.
    public static let nameLength = 1...60

    /// Of one-time codes (RFC 6238): how long one counts, how many of those before and after count as well, how many digits it has.
    public static let codeStep: Int64 = 30_000
    public static let codeSteps: ClosedRange<Int64> = -1...1
    public static let codeDigits = 6
    /// Bytes of their secret (RFC 4226, 4: as many as the hash has).
    public static let codeSecretLength = 20

    /// Recovery codes given out at once, and letters and digits of each: 59 bits.
    public static let recoveryCodes = 10
    public static let recoveryLength = 12

    /// How long the link of an invitation, or of a reset, leads to its form.
    public static let invitation: Int64 = 72 * 3_600_000

    /// How long somebody who has proved who they are need not do so again for exports and changes of accounts.
    public static let fresh: Int64 = 10 * 60_000

    /// A session in use is noted as such no more often than this.
    public static let seenEvery: Int64 = 60_000

    /// A session that nobody used for so long ends; nil: none ends for that. Fire keeps a whole shift: a look-up never asks for a password.
    public static func idle(of role: Role) -> Int64? { role == .fire ? nil : 30 * 60_000 }

    /// A session ends after so long, whatever is done in it.
    public static func longest(of role: Role) -> Int64 { (role == .fire ? 24 : 12) * 3_600_000 }

    /// Sessions are kept so long after their beginning, for whoever asks what happened.
    public static let sessionsKept: Int64 = 400 * 86_400_000
}
