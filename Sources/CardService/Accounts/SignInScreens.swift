import EmergencyCards
import HTTPTypes
import Hummingbird

/// The pages on which people sign in: with a one-time code, with a recovery code, or, fire alone, in an emergency without one.
struct SignInScreens: Sendable {
    /// Which of the three.
    enum Door: String, CaseIterable {
        case login, recovery, emergency

        var path: String { self == .login ? "/login" : "/login/\(rawValue)" }

        /// The field beside login and password.
        var field: String {
            switch self {
            case .login: "code"
            case .recovery: "recovery"
            case .emergency: "reason"
            }
        }

        func factor(_ form: FormFields) -> SecondFactor {
            let typed = form[field] ?? ""
            return switch self {
            case .login: .code(typed)
            case .recovery: .recovery(typed)
            case .emergency: .emergency(reason: typed)
            }
        }
    }

    let desk: Desk
    let signIn: SignInDesk
    let cookies: DeskCookies

    func enter(in screens: inout ScreenRouter) {
        for door in Door.allCases {
            screens.open(.get, door.path) { try await page(door, $0, $1) }
            screens.open(.post, door.path) { try await send(door, $0, $1) }
        }
    }

    private func page(_ door: Door, _ request: Request, _ context: ServiceContext) async throws -> Response {
        let next = request.uri.queryParameters["next"].flatMap { OwnPath.read(String($0)) }
        if let person = try await desk.doorkeeper.person(request, context) {
            return desk.redirect(to: next ?? Desk.home(of: person.holder.role))
        }
        return try show(door, OpenForm(request, cookies), login: nil, next: next)
    }

    private func send(_ door: Door, _ request: Request, _ context: ServiceContext) async throws -> Response {
        let (form, open) = (try await FormFields(request), OpenForm(request, cookies))
        let (login, next) = (form["login"], form["next"].flatMap(OwnPath.read))
        guard open.made(form) else {
            return try show(
                door, open, login: login, next: next, message: desk.library.words["account.login.oldForm"],
                status: .forbidden)
        }
        do {
            let entry = try await signIn.enter(
                SignInDesk.Typed(
                    login: login ?? "", password: form.raw("password") ?? "", factor: door.factor(form)),
                by: Visitor(request, context, cookies))
            var response = desk.redirect(to: next ?? Desk.home(of: entry.account.role))
            response.keep(entry, cookies)
            return response
        } catch let failure as SignInDesk.Failure {
            return try refuse(door, open, failure, login: login, next: next)
        }
    }

    /// Says what to do, and not what was wrong: whether there is a login is nobody's to know.
    private func refuse(
        _ door: Door, _ open: OpenForm, _ failure: SignInDesk.Failure, login: String?, next: String?
    ) throws -> Response {
        let words = desk.library.words
        guard let wait = failure.wait else {
            return try show(
                door, open, login: login, next: next, message: words["account.\(door.rawValue).refused"],
                status: .forbidden)
        }
        let message = words["account.login.tooMany", ["seconds": String(wait)]]
        var response = try show(door, open, login: login, next: next, message: message, status: .tooManyRequests)
        response.headers[.retryAfter] = String(wait)
        return response
    }

    private func show(
        _ door: Door, _ open: OpenForm, login: String?, next: String?, message: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try open.screen(
            desk, "account/login", Self.view(door, desk.library.words, login: login, next: next), message: message,
            status: status)
    }

    /// The page: what was typed as login stays, the rest is typed again.
    static func view(_ door: Door, _ words: ScreenWords, login: String?, next: String?) -> Shown {
        let form = FormView(words, "account.login") { $0 == "login" ? login : nil }
        let code = form.line(
            door.field, isRequired: true, autocomplete: door == .login ? "one-time-code" : "off"
        ).with(["inputmode": door == .login ? "numeric" : nil])
        return [
            "action": door.path, "next": next, "title": words["account.\(door.rawValue).title"],
            "lead": words.find("account.\(door.rawValue).lead"), "deed": words["account.\(door.rawValue).deed"],
            "fields": [
                form.line("login", isRequired: true, autocomplete: "username"),
                form.line("password", type: "password", isRequired: true, autocomplete: "current-password"), code,
            ],
            "others": Door.allCases.filter { $0 != door }.map {
                ["path": $0.path, "text": words["account.\($0.rawValue).link"]] as Shown
            },
        ]
    }
}

extension Response {
    /// Has the browser keep a session that has begun.
    mutating func keep(_ entry: SignInDesk.Entry, _ cookies: DeskCookies) {
        setCookie(cookies.keep(session: entry.session, of: entry.account.role))
        setCookie(cookies.keep(device: entry.device))
    }
}
