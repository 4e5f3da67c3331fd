public import DutyRota

/// What somebody gives to get in beside login and password.
public enum SecondFactor: Sendable {
    case code(String)
    case recovery(String)
    /// None, and why. For fire alone.
    case emergency(reason: String)

    /// As the session has it.
    public var way: Session.Way {
        switch self {
        case .code: .code
        case .recovery: .recovery
        case .emergency: .emergency
        }
    }
}

/// Why nobody was let in: for the record. Whoever tried is told one and the same, whatever it was.
public enum SignInFault: String, Error, Sendable {
    case unknownLogin = "unknown-login"
    case notActive = "not-active"
    case wrongPassword = "wrong-password"
    case wrongCode = "wrong-code"
    /// A one-time code opens once (RFC 6238, 5.2).
    case usedCode = "used-code"
    case wrongRecoveryCode = "wrong-recovery-code"
    /// Only fire gets in without a code.
    case notFire = "not-fire"
    case noReason = "no-reason"
    case tooMany = "too-many"
}

/// Decides who is let in.
public struct SignIn: Sendable {
    /// nil: no account has the login.
    public let file: AccountFile?
    /// Whether the password is the account's. Found out, in the same time, also where there is no account.
    public let fits: Bool

    public init(_ file: AccountFile?, fits: Bool) {
        self.file = file
        self.fits = fits
    }

    /// What lets somebody in, and what of it is used up.
    public struct Proof: Hashable, Sendable {
        public let account: Account
        /// The step of the one-time code.
        public var step: Int64?
        public var recovery: SecretHash?
    }

    public func judge(_ factor: SecondFactor, at now: Instant, _ digests: Digests) throws(SignInFault) -> Proof {
        guard let file else { throw .unknownLogin }
        let account = file.account
        guard account.state == .active, let secret = file.codeSecret else { throw .notActive }
        guard fits else { throw .wrongPassword }
        switch factor {
        case .code(let typed):
            guard let step = OneTimeCode(secret: secret, digests: digests).step(of: typed, at: now) else {
                throw .wrongCode
            }
            return Proof(account: account, step: step)
        case .recovery(let typed):
            let hash = RecoveryCode.hash(typed, of: account.id, digests)
            guard file.recoveryCodes.contains(hash) else { throw .wrongRecoveryCode }
            return Proof(account: account, recovery: hash)
        case .emergency(let reason):
            guard account.role == .fire else { throw .notFire }
            guard !reason.isEmpty else { throw .noReason }
            return Proof(account: account)
        }
    }
}
