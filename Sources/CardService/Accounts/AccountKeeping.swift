import DutyRota
import EmergencyCards

/// Changes accounts, each change between two records, and ends the sessions that are not to outlive it.
struct AccountKeeping: Sendable {
    let people: AccountParts
    let source: any RegisterSource
    let announcer: Announcer
    let maker = AccountMaker(digests: .crypto)

    var now: Instant { announcer.clock.now() }

    /// What a person may keep.
    func desk(of person: Person) throws -> AccountDesk {
        AccountDesk(keeper: person.holder, registers: try source.registers())
    }

    /// The account of an identifier, where it is the person's to keep. Throws `notFound`.
    func account(_ id: String, for person: Person) throws -> Account {
        guard let account = try people.accounts.file(AccountID(id))?.account else { throw Refusal(.notFound) }
        try desk(of: person).mayKeep(account)
        return account
    }

    /// Invites somebody; gives the secret of their link, which is nowhere afterwards. Throws `invalidFields`.
    func invite(_ typed: NewAccount, by visit: DeskVisit) async throws -> (account: Account, secret: String) {
        let account = try desk(of: visit.person).entering(
            login: typed.login, name: typed.name, role: typed.role, speaksFor: typed.speaksFor, id: maker.id())
        let made = try maker.invited(account, at: now)
        try await announced("invite", account.id, visit.actor) {
            try await people.accounts.enter(made.file, by: visit.person.holder.id, at: now)
        }
        return (account, made.secret)
    }

    /// Gives out a new link; what opened the account before opens nothing any more.
    func reset(_ account: Account, by visit: DeskVisit) async throws -> String {
        let (link, codeSecret, now) = (maker.link(), maker.codeSecret(), now)
        try await change("reset", account.id, by: visit) {
            try $0.invite(link.hash, codeSecret: codeSecret, at: now)
        }
        try await people.sessions.end(.allBut(nil), of: account.id, at: now)
        return link.secret
    }

    /// Closes an account for good. Nobody closes their own: somebody must be left who can open others.
    func close(_ account: Account, by visit: DeskVisit) async throws {
        guard account.id != visit.person.session.account else { throw Refusal(.wrongState) }
        try await change("close", account.id, by: visit) { $0.close() }
        try await people.sessions.end(.allBut(nil), of: account.id, at: now)
    }

    /// A change by somebody at a desk.
    func change(
        _ what: String, _ id: AccountID, by visit: DeskVisit,
        decide: @escaping @Sendable (inout AccountFile) throws -> Void
    ) async throws {
        try await change(what, id, visit.actor, decide: decide)
    }

    func change(
        _ what: String, _ id: AccountID, _ actor: AuditRecord.Actor,
        decide: @escaping @Sendable (inout AccountFile) throws -> Void
    ) async throws {
        try await announced(what, id, actor) {
            try await people.accounts.change(id, by: actor.key, at: now, decide: decide)
        }
    }

    /// Ends sessions of an account.
    func end(_ which: SessionsToEnd, of account: AccountID, by visit: DeskVisit) async throws {
        try await announcer.announced(.sessionEnd, by: visit.actor) {
            $0.member("account", account.text)
            if case .one(let id) = which { $0.member("session", id) }
        } change: {
            try await people.sessions.end(which, of: account, at: now)
        } shown: { _, _ in
        }
    }

    private func announced(
        _ what: String, _ id: AccountID, _ actor: AuditRecord.Actor, _ change: () async throws -> Void
    ) async throws {
        try await announcer.announced(.accountChange, by: actor) {
            $0.member("account", id.text)
            $0.member("change", what)
        } change: {
            try await change()
        } shown: { _, _ in
        }
    }
}

/// Who is invited, as it was typed.
struct NewAccount {
    let login: String
    let name: String
    let role: Role?
    let speaksFor: String

    /// `who` says role and for whom: `physician:P001`, `fire:`.
    init(_ form: FormFields) {
        let who = (form["who"] ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        (login, name) = (form["login"] ?? "", form["name"] ?? "")
        role = who.first.flatMap { Role(rawValue: String($0)) }
        speaksFor = who.count > 1 ? String(who[1]) : ""
    }
}
