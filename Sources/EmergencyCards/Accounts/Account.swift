public import DutyRota

/// Names an account; it is not the login, and is never given twice.
public typealias AccountID = ID<Account>

/// Somebody who may sit at a desk: one person, one account.
public struct Account: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable {
        /// A link has been given out, with which its holder sets password and one-time codes. Until then nobody gets in.
        case invited
        case active
        /// Nobody gets in any more; what its holder did stays under their name.
        case closed
    }

    public let id: AccountID
    public let login: Login
    /// As it stands in the record and at the top of each screen.
    public var name: String
    public let role: Role
    public let scope: KeyHolder.Scope
    public var state: State

    public init(id: AccountID, login: Login, name: String, role: Role, scope: KeyHolder.Scope, state: State = .invited)
    {
        self.id = id
        self.login = login
        self.name = name
        self.role = role
        self.scope = scope
        self.state = state
    }

    /// What its holder may do: asked as of a key.
    public var holder: KeyHolder { KeyHolder(id: id.text, role: role, scope: scope) }
}

/// An account with what its holder proves to be its holder by. None of it leaves the service.
public struct AccountFile: Hashable, Sendable {
    public var account: Account
    /// As the service has salted and hashed it; nil: none was set yet.
    public var password: String?
    /// The secret of the one-time codes that count; nil: none is set up yet.
    public var codeSecret: [UInt8]?
    /// The secret of one-time codes that were shown to be set up; they count once a code of them has been given.
    public var newCodeSecret: [UInt8]?
    /// Codes for the day on which the telephone is lost, as hashes: those that are not used yet.
    public var recoveryCodes: Set<SecretHash> = []
    /// The link that was given out last; nil: none, or it has been used.
    public var invitation: Invitation?

    public init(account: Account) {
        self.account = account
    }
}

/// A link by which somebody sets password and one-time codes: once, and for some time.
public struct Invitation: Hashable, Sendable {
    /// Of the secret in the link; the secret itself is with its holder alone.
    public let hash: SecretHash
    public let until: Instant

    public init(hash: SecretHash, until: Instant) {
        self.hash = hash
        self.until = until
    }

    /// Whether the link still leads anywhere.
    public func isOpen(at now: Instant) -> Bool { now < until }
}

/// The SHA-256 of something secret that nobody could guess: a link, a session, a recovery code. What it is of is kept nowhere.
public struct SecretHash: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
