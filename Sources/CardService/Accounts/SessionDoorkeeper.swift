import DutyRota
import EmergencyCards
import Hummingbird
import Synchronization

/// Knows by its session who is signed in.
///
/// The session is read at every page, so that one that was ended elsewhere is over at once; should its file fail, the last that was read of it counts,
/// and the dispatcher goes on looking cards up.
final class SessionDoorkeeper: Doorkeeper {
    private let source: any RegisterSource
    private let sessions: any SessionRegister
    private let clock: Clock
    private let cookies: DeskCookies
    private let known = Mutex<[SecretHash: Session]>([:])
    /// Past so many sessions those that are over are forgotten.
    private static let many = 2_000

    init(source: any RegisterSource, sessions: any SessionRegister, clock: Clock, cookies: DeskCookies) {
        self.source = source
        self.sessions = sessions
        self.clock = clock
        self.cookies = cookies
    }

    func person(_ request: Request, _ context: ServiceContext) async throws -> Person? {
        guard let secret = cookies.session(request) else { return nil }
        let now = clock.now()
        guard let (session, account) = try open(secret.hash, at: now) else { return nil }
        if session.isToBeNoted(at: now) { await note(session, at: now) }
        return Person(holder: account.holder, name: account.name, token: secret.token, session: session) { [self] in
            // Where the registers cannot be read nobody is put out.
            do { return try open(secret.hash, at: clock.now()) != nil } catch { return true }
        }
    }

    /// A session that goes on, with whose it is; nil: it is over, or the account is closed.
    private func open(_ hash: SecretHash, at now: Instant) throws -> (Session, Account)? {
        guard let session = last(hash), session.isAlive(at: now),
            let account = try source.registers().people[session.account]
        else { return nil }
        return (session, account)
    }

    /// A session as it is now; in use until when it was last noted here, which may not be on disk yet.
    private func last(_ hash: SecretHash) -> Session? {
        do {
            guard var session = try sessions.session(hash) else { return nil }
            known.withLock { known in
                if let noted = known[hash]?.seenAt { session.seenAt = max(session.seenAt, noted) }
                known[hash] = session
            }
            return session
        } catch {
            return known.withLock { $0[hash] }
        }
    }

    /// Notes that a session is in use. Fire doesn't wait for it.
    private func note(_ session: Session, at now: Instant) async {
        known.withLock { known in
            known[session.hash]?.seenAt = now
            if known.count > Self.many { known = known.filter { $0.value.isAlive(at: now) } }
        }
        let note = Task { [sessions] in try await sessions.noteUse(of: session.hash, at: now) }
        if session.role != .fire { _ = await note.result }
    }
}
