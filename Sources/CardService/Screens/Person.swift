import EmergencyCards
import Hummingbird

/// Who sits at a desk: the holder of an account, signed in.
struct Person: Sendable {
    /// The account, with its role and for whom it speaks: what may be done is asked of it as of a key.
    let holder: KeyHolder
    /// As it stands in the record and at the top of each screen.
    let name: String
    /// Stands in every form of the session: a page of somebody else cannot know it.
    let token: String
    let session: Session
    /// Whether they still are: not once they have logged out, the session is over, or the account is closed. For what goes on for longer than a
    /// request.
    let isSignedIn: @Sendable () -> Bool

    /// As the record has them.
    func actor(from address: String?) -> AuditRecord.Actor {
        AuditRecord.Actor(key: holder.id, role: holder.role.rawValue, person: name, address: address)
    }
}

/// Knows who is signed in.
protocol Doorkeeper: Sendable {
    /// Whose session a request belongs to; nil: nobody's, or one that has ended.
    func person(_ request: Request, _ context: ServiceContext) async throws -> Person?
}
