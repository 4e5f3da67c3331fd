import EmergencyCards
import Hummingbird

/// A form for whoever is not signed in yet. It is known by a cookie that was set with it, so that no page of somebody else can send it and sign people
/// in under an account that is not theirs.
struct OpenForm: Sendable {
    let secret: SessionSecret
    private let cookies: DeskCookies
    private let isNew: Bool

    init(_ request: Request, _ cookies: DeskCookies) {
        let known = cookies.form(request)
        secret = known ?? SessionSecret()
        isNew = known == nil
        self.cookies = cookies
    }

    /// Whether what was sent was made with it.
    func made(_ form: FormFields) -> Bool { !isNew && form.isMade(with: secret.token) }

    /// A page with such a form.
    func screen(
        _ desk: Desk, _ template: String, _ page: Shown, message: String? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var shown: Shown = ["base": desk.base, "token": secret.token]
        shown["page"] = page
        shown["message"] = message
        var response = try desk.screen(template, shown, status: status)
        if isNew { response.setCookie(cookies.keep(form: secret)) }
        return response
    }
}
