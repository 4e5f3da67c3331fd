public import DutyRota

/// Where accounts are kept. Each method is one transaction; rules are given to it.
public protocol AccountRegister: Sendable {
    /// Every account there ever was, by login.
    func accounts() throws -> [Account]

    func file(_ id: AccountID) throws -> AccountFile?

    func file(login: Login) throws -> AccountFile?

    /// The account to whose open or spent link a secret belongs; a link that was used, or followed by another, belongs to none.
    func file(invitation: SecretHash) throws -> AccountFile?

    /// Enters an account. Throws `invalidFields` where the login is taken, or whom it speaks for is not on the register.
    func enter(_ file: AccountFile, by actor: String, at instant: Instant) async throws

    /// Changes an account as `decide` says. Throws `notFound`, or what `decide` throws: then nothing is written.
    @discardableResult
    func change(
        _ id: AccountID, by actor: String, at instant: Instant, decide: @Sendable (inout AccountFile) throws -> Void
    ) async throws -> AccountFile
}

/// Where sessions are kept: in this node's own file, beside the one-time codes that were used and the browsers that are known.
public protocol SessionRegister: Sendable {
    /// The session of what a browser keeps, ended or not. Cheap: every page asks it.
    func session(_ hash: SecretHash) throws -> Session?

    /// The sessions of an account, the newest first.
    func sessions(of account: AccountID) throws -> [Session]

    /// Every account's newest session.
    func newestSessions() throws -> [AccountID: Session]

    /// Begins a session, uses up the one-time code's step and notes the browser as known, in one transaction. Gives false, and writes nothing,
    /// where the step or a later one was used before.
    func begin(_ session: Session, step: Int64?, device: SecretHash?) async throws -> Bool

    /// Uses up the step of a one-time code. Gives false where it, or a later one, was used before.
    func use(_ step: Int64, of account: AccountID) async throws -> Bool

    func noteUse(of session: SecretHash, at instant: Instant) async throws

    /// Notes that its holder has given password and code again.
    func noteProof(of session: SecretHash, at instant: Instant) async throws

    /// Ends sessions of an account: the one with this identifier, or all but that one.
    func end(_ which: SessionsToEnd, of account: AccountID, at instant: Instant) async throws

    /// Whether an account was signed in before with this browser, and from this address.
    func knows(_ account: AccountID, device: SecretHash?, address: String?) throws -> (device: Bool, address: Bool)

    /// Sessions without a code, the newest first.
    func emergencies() throws -> [Session]

    /// Notes who looked at a session without a code. Gives false where somebody did already.
    func review(_ session: String, by actor: String, at instant: Instant) async throws -> Bool
}

/// Which of an account's sessions end.
public enum SessionsToEnd: Hashable, Sendable {
    case one(String)
    case allBut(String?)
}
