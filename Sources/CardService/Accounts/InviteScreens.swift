import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// The page of an invitation, or of a reset: password, one-time codes, and the recovery codes that are shown once.
struct InviteScreens: Sendable {
    let desk: Desk
    let keeping: AccountKeeping
    let signIn: SignInDesk
    let cookies: DeskCookies

    private var words: ScreenWords { desk.library.words }

    func enter(in screens: inout ScreenRouter) {
        screens.open(.get, "/invite/{secret}") { try page($0, $1) }
        screens.open(.post, "/invite/{secret}") { try await accept($0, $1) }
    }

    private func page(_ request: Request, _ context: ServiceContext) throws -> Response {
        let open = OpenForm(request, cookies)
        guard let file = try file(context) else { return try gone(open) }
        return try show(file, context, open)
    }

    private func accept(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (form, open) = (try await FormFields(request), OpenForm(request, cookies))
        guard let file = try file(context), let secret = file.newCodeSecret else { return try gone(open) }
        guard open.made(form) else {
            return try show(file, context, open, message: words["account.login.oldForm"], status: .forbidden)
        }
        let account = file.account
        do {
            let password = try NewPassword.read(form, of: account)
            let step = OneTimeCode(secret: secret, digests: .crypto).step(of: form["code"] ?? "", at: keeping.now)
            guard let step else {
                throw Refusal(
                    .invalidFields, errors: [FieldFault(field: "code", message: AccountWords.wrongCode)])
            }
            let visitor = Visitor(request, context, cookies)
            let codes = try await useUp(file, context, password, visitor)
            let entry = try await signIn.begin(account, .invitation, step: step, by: visitor)
            return try welcome(entry, codes, open)
        } catch let refusal as Refusal where refusal.code == .invalidFields {
            return try show(file, context, open, faults: refusal.errors, status: .unprocessableContent)
        } catch let refusal as Refusal where refusal.code == .notFound {
            return try gone(open)
        } catch is SignInDesk.Failure {
            // The code was used a moment ago, in another account or window: the next one signs in.
            return desk.redirect(to: "/login")
        }
    }

    /// Uses the link up. Gives the recovery codes as they are shown.
    private func useUp(
        _ file: AccountFile, _ context: ServiceContext, _ password: String, _ visitor: Visitor
    ) async throws -> [String] {
        let hashed = try await keeping.people.passwords.hashed(password)
        let codes = keeping.maker.recoveryCodes(of: file.account.id)
        let (hash, now) = (keeping.maker.hash(ofLink: context.part("secret")), keeping.now)
        try await keeping.change("accept", file.account.id, visitor.actor(file.account)) {
            try $0.accept(hash, password: hashed, recoveryCodes: codes.kept, at: now)
        }
        return codes.shown
    }

    /// The account whose open link it is.
    private func file(_ context: ServiceContext) throws -> AccountFile? {
        let hash = keeping.maker.hash(ofLink: context.part("secret"))
        return try keeping.people.accounts.file(invitation: hash).flatMap {
            $0.invitation?.isOpen(at: keeping.now) == true ? $0 : nil
        }
    }

    private func show(
        _ file: AccountFile, _ context: ServiceContext, _ open: OpenForm, faults: [FieldFault] = [],
        message: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let form = FormView(words, "account.invite", faults: faults)
        let page: Shown = [
            "title": words["account.invite.title"], "lead": words["account.invite.lead"],
            "action": "/invite/" + context.part("secret"), "deed": words["account.invite.deed"],
            "hasFacts": true,
            "facts": [
                ["label": words["account.name"], "text": file.account.name] as Shown,
                ["label": words["account.role"], "text": words["common.role.\(file.account.role.rawValue)"]] as Shown,
            ],
            // Told to whatever keeps passwords: for which login this one is.
            "login": file.account.login.text,
            "fields": NewPassword.fields(form),
            "qr": file.newCodeSecret.map { CodePicture.view($0, of: file.account, words) },
            "codeFields": [CodePicture.field(form)],
        ]
        return try open.screen(desk, "account/form", page, message: message, status: status)
    }

    private func gone(_ open: OpenForm) throws -> Response {
        try open.screen(
            desk, "account/gone", ["title": words["account.invite.gone"], "lead": words["account.invite.goneAdvice"]],
            status: .notFound)
    }

    private func welcome(_ entry: SignInDesk.Entry, _ codes: [String], _ open: OpenForm) throws -> Response {
        let page = RecoveryView.shown(codes, next: Desk.home(of: entry.account.role), words, isNew: true)
        var response = try open.screen(desk, "account/recovery", page)
        response.keep(entry, cookies)
        return response
    }
}

/// Recovery codes as they are shown, once.
enum RecoveryView {
    static func shown(_ codes: [String], next: String, _ words: ScreenWords, isNew: Bool = false) -> Shown {
        [
            "title": words["account.recoveryCodes.title"],
            "lead": isNew ? words["account.recoveryCodes.welcome"] : nil, "codes": codes, "next": next,
        ]
    }
}
