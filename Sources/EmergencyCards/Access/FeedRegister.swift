public import DutyRota

/// An address under which somebody subscribes to duty as a calendar. Whoever has the secret part of it may read the calendar: it is shown
/// when it is made and is nowhere afterwards.
public struct FeedAddress: Hashable, Sendable {
    /// Whose duty the calendar shows.
    public typealias Subject = DutyFeed.Subject

    /// Names the address; it is not the secret.
    public let id: String
    public let association: AssociationID
    public let subject: Subject
    public let createdAt: Instant
    /// Whose key it was made with.
    public let createdBy: String
    /// nil: the calendar may be read.
    public let revokedAt: Instant?

    public init(
        id: String, association: AssociationID, subject: Subject, createdAt: Instant, createdBy: String,
        revokedAt: Instant? = nil
    ) {
        self.id = id
        self.association = association
        self.subject = subject
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.revokedAt = revokedAt
    }
}

/// Where the addresses of calendars are kept, by the SHA-256 of their secret.
public protocol FeedRegister: Sendable {
    /// Keeps an address that was made. Throws where its physician or area is not on the register.
    func addFeed(_ feed: FeedAddress, hash: KeyHash) async throws

    /// Every address that an association ever made, in the order in which they were made.
    func feeds(of association: AssociationID) throws -> [FeedAddress]

    /// The address whose secret has this hash; nil: there is none, or it was revoked.
    func feed(hash: KeyHash) throws -> FeedAddress?

    /// Makes an address useless from the next request on. Gives false where the association has none in use under this identifier.
    func revokeFeed(_ id: String, of association: AssociationID, at: Instant) async throws -> Bool
}
