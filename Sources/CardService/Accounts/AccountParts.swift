public import EmergencyCards

/// Where accounts and sessions are, and by what passwords are kept.
public struct AccountParts: Sendable {
    public let accounts: any AccountRegister
    public let sessions: any SessionRegister
    public let passwords: Passwords

    public init(accounts: any AccountRegister, sessions: any SessionRegister, passwords: Passwords) {
        self.accounts = accounts
        self.sessions = sessions
        self.passwords = passwords
    }
}

extension AccountParts {
    /// What the administrator must see to: people who signed in without a code, and nobody has asked them why. It names nobody: whoever asks needs no
    /// key.
    var warnings: [ReadinessWarning] {
        let count = (try? sessions.emergencies().count(where: \.isToBeReviewed)) ?? 0
        return count == 0
            ? [] : [ReadinessWarning(slug: "emergency-log-in", message: OperationsWords.emergencies(count))]
    }
}
