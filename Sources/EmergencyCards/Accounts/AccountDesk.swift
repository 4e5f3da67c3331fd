public import DutyRota

/// Decides who keeps which accounts, and what becomes of them.
///
/// The administrator keeps all. An association's office keeps its own people: those of the office itself and the association's physicians.
public struct AccountDesk: Sendable {
    public let keeper: KeyHolder
    public let registers: Registers

    public init(keeper: KeyHolder, registers: Registers) {
        self.keeper = keeper
        self.registers = registers
    }

    /// Whether an account is the keeper's to keep.
    public func keeps(_ role: Role, _ scope: KeyHolder.Scope) -> Bool {
        switch (keeper.role, keeper.scope) {
        case (.admin, _): return true
        case (.association, .association(let own)):
            switch (role, scope) {
            case (.association, .association(own)): return true
            case (.physician, .physician(let physician)): return registers.physicians[physician]?.association == own
            default: return false
            }
        default: return false
        }
    }

    /// The accounts that the keeper is shown.
    public func kept(_ accounts: [Account]) -> [Account] { accounts.filter { keeps($0.role, $0.scope) } }

    /// Throws `notFound` for somebody else's account: nobody is told which logins there are.
    public func mayKeep(_ account: Account) throws(Refusal) {
        guard keeps(account.role, account.scope) else { throw Refusal(.notFound) }
    }

    /// A new account, as a form or a command asks for it. Throws `invalidFields` with every field at fault.
    public func entering(
        login typed: String, name: String, role: Role?, speaksFor id: String, id new: AccountID
    ) throws(Refusal) -> Account {
        var faults: [FieldFault] = []
        let login = Login(typed)
        if login == nil { faults.append(FieldFault(field: "login", message: AccountWords.notALogin)) }
        if !AccountRules.nameLength.contains(name.count) {
            faults.append(FieldFault(field: "name", message: AccountWords.nameMissing))
        }
        let scope = role.flatMap { self.scope(of: $0, id) }
        if role == nil { faults.append(FieldFault(field: "role", message: AccountWords.roleMissing)) }
        if role != nil, scope == nil { faults.append(FieldFault(field: "for", message: AccountWords.scopeMissing)) }
        guard let login, let role, let scope, faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
        guard keeps(role, scope) else { throw Refusal(.notYours) }
        return Account(id: new, login: login, name: name, role: role, scope: scope)
    }

    /// For whom an account speaks; nil where there is nobody of this identifier.
    public func scope(of role: Role, _ id: String) -> KeyHolder.Scope? {
        switch role {
        case .fire, .admin: return .installation
        case .association:
            return registers.association(AssociationID(id)).map { .association($0.id) }
        case .physician: return registers.physicians[PhysicianID(id)].map { .physician($0.id) }
        case .hospital: return registers.hospitals[HospitalID(id)].map { .hospital($0.id) }
        }
    }

    /// What whoever an account speaks for is called; nil for fire and admin.
    public func name(of scope: KeyHolder.Scope) -> String? {
        switch scope {
        case .installation: nil
        case .association(let id): registers.association(id)?.name ?? id.text
        case .physician(let id): registers.physicians[id].map { "\($0.organisation) \($0.name)" } ?? id.text
        case .hospital(let id): registers.hospitals[id]?.name ?? id.text
        }
    }
}

extension AccountFile {
    /// Gives out a link anew, to begin with or because something was forgotten or lost. Nothing that opened before opens any more.
    public mutating func invite(_ hash: SecretHash, codeSecret new: [UInt8], at now: Instant) throws(Refusal) {
        guard account.state != .closed else { throw Refusal(.wrongState) }
        account.state = .invited
        invitation = Invitation(hash: hash, until: now.adding(milliseconds: AccountRules.invitation))
        (password, codeSecret, recoveryCodes) = (nil, nil, [])
        newCodeSecret = new
    }

    /// Nobody gets in any more, for good.
    public mutating func close() {
        account.state = .closed
        (password, codeSecret, newCodeSecret, recoveryCodes, invitation) = (nil, nil, nil, [], nil)
    }

    /// What its holder has chosen by a link: the link is used up with it.
    public mutating func accept(
        _ hash: SecretHash, password: String, recoveryCodes: Set<SecretHash>, at now: Instant
    ) throws(Refusal) {
        guard account.state == .invited, let invitation, invitation.hash == hash, invitation.isOpen(at: now),
            let newCodeSecret
        else { throw Refusal(.notFound) }
        account.state = .active
        self.password = password
        codeSecret = newCodeSecret
        self.recoveryCodes = recoveryCodes
        (self.newCodeSecret, self.invitation) = (nil, nil)
    }
}
