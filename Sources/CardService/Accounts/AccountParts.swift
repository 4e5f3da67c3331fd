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
