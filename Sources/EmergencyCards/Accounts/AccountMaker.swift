public import DutyRota

/// Draws what an account needs that nobody may foresee.
public struct AccountMaker: Sendable {
    private let randomness: Randomness
    private let digests: Digests

    public init(randomness: Randomness = .system, digests: Digests) {
        self.randomness = randomness
        self.digests = digests
    }

    /// An identifier for a new account, such as `A3f09c1b2`.
    public func id() -> AccountID { AccountID("A" + randomness.secret().prefix(8)) }

    /// The secret part of a link, which is shown once, and its hash, which is kept.
    public func link() -> (secret: String, hash: SecretHash) {
        let secret = randomness.secret()
        return (secret, hash(ofLink: secret))
    }

    public func hash(ofLink secret: String) -> SecretHash { digests.hash("link", secret) }

    public func codeSecret() -> [UInt8] { randomness.bytes(AccountRules.codeSecretLength) }

    /// Recovery codes as they are shown, once, and as they are kept.
    public func recoveryCodes(of account: AccountID) -> (shown: [String], kept: Set<SecretHash>) {
        let codes = RecoveryCode.draw(randomness)
        return (codes, Set(codes.map { RecoveryCode.hash($0, of: account, digests) }))
    }

    /// A new account for which a link is given out.
    public func invited(_ account: Account, at now: Instant) throws(Refusal) -> (file: AccountFile, secret: String) {
        let link = link()
        var file = AccountFile(account: account)
        try file.invite(link.hash, codeSecret: codeSecret(), at: now)
        return (file, link.secret)
    }
}
