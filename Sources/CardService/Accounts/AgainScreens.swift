import EmergencyCards
import HTTPTypes
import Hummingbird

/// Password and code once more, before an export or a change of accounts.
struct AgainScreens: Sendable {
    let people: AccountParts
    let signIn: SignInDesk
    let cookies: DeskCookies

    func enter(in screens: inout ScreenRouter) {
        screens.get("/login/again") { try page($0, next: $0.query("next").flatMap(OwnPath.read)) }
        screens.post("/login/again") { try await send($0) }
    }

    private func send(_ visit: DeskVisit) async throws -> Response {
        let (session, next) = (visit.person.session, visit.form["next"].flatMap(OwnPath.read))
        guard let account = try people.accounts.file(session.account)?.account else { throw Refusal(.notFound) }
        let visitor = Visitor(visit.request, visit.context, cookies)
        let typed = SignInDesk.Typed(
            login: account.login.text, password: visit.form.raw("password") ?? "",
            factor: .code(visit.form["code"] ?? ""))
        do {
            let proof = try await signIn.prove(typed, by: visitor)
            guard let step = proof.step, try await people.sessions.use(step, of: account.id) else {
                throw SignInDesk.Failure(fault: .usedCode)
            }
        } catch let failure as SignInDesk.Failure {
            let words = visit.words
            let message =
                failure.wait.map { words["account.login.tooMany", ["seconds": String($0)]] }
                ?? words["account.again.refused"]
            return try page(
                visit, next: next, message: message, status: failure.wait == nil ? .forbidden : .tooManyRequests)
        }
        let now = signIn.clock.now()
        await signIn.audit.append(
            AuditRecord(at: now, action: .accountProof, actor: visit.actor) { $0.member("session", session.id) })
        try await people.sessions.noteProof(of: session.hash, at: now)
        return visit.go(to: next ?? "/account")
    }

    private func page(
        _ visit: DeskVisit, next: String?, message: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let form = FormView(visit.words, "account.login", faults: [])
        let login = try people.accounts.file(visit.person.session.account)?.account.login.text
        return try visit.screen(
            "account/form",
            [
                "title": visit.words["account.again.title"], "lead": visit.words["account.again.lead"],
                "action": "/login/again", "next": next, "login": login, "deed": visit.words["account.again.deed"],
                "fields": [
                    form.line("password", type: "password", isRequired: true, autocomplete: "current-password"),
                    CodePicture.field(form),
                ], "back": "/",
            ], message: message, status: status)
    }
}
