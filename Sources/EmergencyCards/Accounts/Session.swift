public import DutyRota

/// What somebody who signed in carries on with, until it ends.
public struct Session: Hashable, Sendable {
    /// By what somebody got in beside the password.
    public enum Way: String, Sendable {
        /// A one-time code.
        case code
        /// A recovery code.
        case recovery
        /// Nothing: a dispatcher whose telephone fails at night. The reason is kept, an alarm is raised, and somebody looks at it afterwards.
        case emergency
        /// The link of an invitation, with the first one-time code.
        case invitation
    }

    /// Names the session where it is listed; it is not the secret.
    public let id: String
    /// Of what the browser keeps.
    public let hash: SecretHash
    public let account: AccountID
    public let role: Role
    public let way: Way
    /// Why somebody got in without a code.
    public let reason: String?
    public let startedAt: Instant
    /// When it was used last, to a minute.
    public var seenAt: Instant
    /// When its holder last gave password and code; nil: they never gave a code.
    public var provedAt: Instant?
    public let address: String?
    /// What the browser says that it is.
    public let browser: String?
    /// nil: nobody ended it.
    public var endedAt: Instant?
    /// When somebody looked at a session without a code, and who; nil: nobody yet.
    public var reviewedAt: Instant?
    public var reviewedBy: String?

    public init(
        id: String, hash: SecretHash, account: AccountID, role: Role, way: Way, reason: String? = nil,
        startedAt: Instant,
        address: String?, browser: String?
    ) {
        self.id = id
        self.hash = hash
        self.account = account
        self.role = role
        self.way = way
        self.reason = reason
        self.startedAt = startedAt
        seenAt = startedAt
        provedAt = way == .emergency ? nil : startedAt
        self.address = address
        self.browser = browser
    }

    /// Whether it goes on: it was not ended, not left alone for too long, and is not too old. A clock that was set back ends none.
    public func isAlive(at now: Instant) -> Bool {
        guard endedAt == nil else { return false }
        if let idle = AccountRules.idle(of: role), now.milliseconds - seenAt.milliseconds >= idle { return false }
        return now.milliseconds - startedAt.milliseconds < AccountRules.longest(of: role)
    }

    /// Whether its holder proved lately enough who they are, for an export or a change of accounts.
    public func isFresh(at now: Instant) -> Bool {
        provedAt.map { now.milliseconds - $0.milliseconds < AccountRules.fresh } ?? false
    }

    /// Whether it is to be noted that it is in use.
    public func isToBeNoted(at now: Instant) -> Bool {
        now.milliseconds - seenAt.milliseconds >= AccountRules.seenEvery
    }

    /// Whether somebody still has to look at it.
    public var isToBeReviewed: Bool { way == .emergency && reviewedAt == nil }
}
