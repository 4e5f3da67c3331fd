public import DutyRota

/// A key of a machine, as a list shows it.
public struct KeyEntry: Sendable {
    public let holder: KeyHolder
    public let createdAt: Instant
    /// nil: the key may be used.
    public let revokedAt: Instant?

    public init(holder: KeyHolder, createdAt: Instant, revokedAt: Instant? = nil) {
        self.holder = holder
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }
}

/// Where the keys of machines are kept, by their SHA-256.
public protocol KeyRegister: Sendable {
    /// Makes a key and keeps its hash. The key itself is given once and is nowhere else. Throws a ``Refusal`` where nobody on the registers is
    /// whom it would speak for.
    func addKey(role: Role, scope: KeyHolder.Scope, at instant: Instant) async throws -> (
        key: String, holder: KeyHolder
    )

    /// Every key that was ever made, in the order in which they were made.
    func allKeys() async throws -> [KeyEntry]

    /// Makes a key useless from the next request on. Gives false where no key in use has this identifier.
    func revokeKey(_ id: String, at instant: Instant) async throws -> Bool
}
