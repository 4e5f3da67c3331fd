import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Where the administrator keeps all accounts, and an association's office those of its own people.
struct AccountListScreens: Sendable {
    let keeping: AccountKeeping
    let role: Role
    /// Where the list is: `/admin/accounts`.
    let base: String

    func enter(in screens: inout ScreenRouter) {
        screens.get(base, for: role) { try list($0) }
        screens.get("\(base)/new", for: role) { try new($0) }
        screens.post(base, for: role) { try await invite($0) }
        screens.get("\(base)/{account}", for: role) { try show($0) }
        screens.post("\(base)/{account}/reset", for: role) { try await reset($0) }
        screens.post("\(base)/{account}/close", for: role) { try await close($0) }
        screens.post("\(base)/{account}/sessions", for: role) { try await endSessions($0) }
        if role == .admin { screens.post("/admin/emergencies/{session}", for: role) { try await review($0) } }
    }

    private func list(_ visit: DeskVisit) throws -> Response {
        let desk = try keeping.desk(of: visit.person)
        let newest = try keeping.people.sessions.newestSessions()
        let accounts = desk.kept(try keeping.people.accounts.accounts())
        let emergencies = role == .admin ? try emergencies(visit) : []
        return try visit.screen(
            "account/list",
            [
                "path": base,
                "accounts": accounts.sorted { $0.state != .closed && $1.state == .closed }.map {
                    AccountView.line($0, last: newest[$0.id], desk, at: base, visit.words)
                },
                "emergencies": emergencies, "hasEmergencies": !emergencies.isEmpty,
            ])
    }

    /// Sessions without a code that nobody has looked at.
    private func emergencies(_ visit: DeskVisit) throws -> [Shown] {
        try keeping.people.sessions.emergencies().filter(\.isToBeReviewed).map { session in
            let name = try keeping.people.accounts.file(session.account)?.account.name
            return SessionView.shown(session, isOwn: false, visit.words).with(["name": name, "reason": session.reason])
        }
    }

    private func new(_ visit: DeskVisit, _ faults: [FieldFault] = []) throws -> Response {
        try visit.mustBeFresh(back: "\(base)/new")
        let form = FormView(visit.words, "account.new", faults: faults.map(\.ofWho)) { visit.form[$0] }
        return try visit.screen(
            "account/form",
            [
                "title": visit.words["account.new.title"], "lead": visit.words["account.new.lead"], "action": base,
                "deed": visit.words["account.new.deed"], "back": base,
                "fields": [
                    form.choice(
                        "who", of: WhoChoices.all(try keeping.desk(of: visit.person), visit.words), isRequired: true),
                    form.line("name", isRequired: true), form.line("login", isRequired: true),
                ],
            ], status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func invite(_ visit: DeskVisit) async throws -> Response {
        try visit.mustBeFresh(back: "\(base)/new")
        do {
            let made = try await keeping.invite(NewAccount(visit.form), by: visit)
            return try link(visit, made.secret, made.account)
        } catch let refusal as Refusal where refusal.code == .invalidFields {
            return try new(visit, refusal.errors)
        }
    }

    private func show(_ visit: DeskVisit) throws -> Response {
        let account = try keeping.account(visit.part("account"), for: visit.person)
        let sessions = try keeping.people.sessions.sessions(of: account.id).filter { $0.isAlive(at: keeping.now) }
        let isOwn = account.id == visit.person.session.account
        return try visit.screen(
            "account/person",
            [
                "title": account.name, "path": "\(base)/\(account.id.text)", "back": base,
                "facts": AccountView.facts(account, try keeping.desk(of: visit.person), visit.words),
                "sessions": sessions.map { SessionView.shown($0, isOwn: false, visit.words) },
                "hasSessions": !sessions.isEmpty, "isOpen": account.state != .closed && !isOwn, "isOwn": isOwn,
            ])
    }

    private func reset(_ visit: DeskVisit) async throws -> Response {
        let account = try other(visit)
        return try link(visit, try await keeping.reset(account, by: visit), account)
    }

    private func close(_ visit: DeskVisit) async throws -> Response {
        try await keeping.close(try other(visit), by: visit)
        return visit.go(to: base, done: "accountClosed")
    }

    private func endSessions(_ visit: DeskVisit) async throws -> Response {
        let account = try keeping.account(visit.part("account"), for: visit.person)
        try await keeping.end(.allBut(nil), of: account.id, by: visit)
        return visit.go(to: "\(base)/\(account.id.text)", done: "sessionsEnded")
    }

    /// An account of somebody else, to be changed by whoever proved lately who they are.
    private func other(_ visit: DeskVisit) throws -> Account {
        let account = try keeping.account(visit.part("account"), for: visit.person)
        try visit.mustBeFresh(back: "\(base)/\(account.id.text)")
        guard account.id != visit.person.session.account else { throw Refusal(.wrongState) }
        return account
    }

    /// The link, shown in the answer itself: it is nowhere afterwards.
    private func link(_ visit: DeskVisit, _ secret: String, _ account: Account) throws -> Response {
        let root = visit.desk.address?.text ?? "http://" + (visit.request.head.authority ?? "localhost")
        return try visit.screen(
            "account/link",
            [
                "title": visit.words["account.link.title", ["name": account.name]], "link": "\(root)/invite/\(secret)",
                "login": account.login.text, "back": base,
            ])
    }

    private func review(_ visit: DeskVisit) async throws -> Response {
        let session = visit.part("session")
        await keeping.announcer.audit.append(
            AuditRecord(at: keeping.now, action: .emergencyReview, actor: visit.actor) { $0.member("session", session) }
        )
        _ = try await keeping.people.sessions.review(session, by: visit.person.holder.id, at: keeping.now)
        return visit.go(to: base, done: "reviewed")
    }
}

extension FieldFault {
    /// Role and for whom are one field of the form.
    fileprivate var ofWho: FieldFault {
        ["role", "for"].contains(field) ? FieldFault(field: "who", message: message) : self
    }
}

/// Whom an account can be for, as a form offers it.
enum WhoChoices {
    /// `physician:P001`, and what that is called.
    static func all(_ desk: AccountDesk, _ words: ScreenWords) -> [(value: String, text: String)] {
        let registers = desk.registers
        let physicians = registers.physicians.values.sorted { ($0.kana, $0.id) < ($1.kana, $1.id) }
        let hospitals = registers.hospitals.values.sorted { $0.id < $1.id }
        let scopes: [(Role, KeyHolder.Scope, String?)] =
            [(.fire, .installation, nil), (.admin, .installation, nil)]
            + registers.associations.map { (.association, .association($0.id), $0.name) }
            + hospitals.map { (.hospital, .hospital($0.id), $0.name) }
            + physicians.map { (.physician, .physician($0.id), "\($0.name) \($0.organisation)") }
        return scopes.filter { desk.keeps($0.0, $0.1) }.map { role, scope, name in
            let title = words["common.role.\(role.rawValue)"]
            return ("\(role.rawValue):\(scope.identifier ?? "")", name.map { "\(title): \($0)" } ?? title)
        }
    }
}
