import EmergencyCards
import Hummingbird

/// What a browser keeps for us.
///
/// Where browsers reach us by https alone the names begin with `__Host-`: no other host, and no page without encryption, can set them. The
/// session is `Lax` and not `Strict`, so that whoever follows a link in an e-mail is signed in there as well; nothing is ever done by following a
/// link, and every form carries the session's token.
struct DeskCookies: Sendable {
    let isSecure: Bool

    private func name(_ plain: String) -> String { (isSecure ? "__Host-" : "") + plain }

    /// The session of a request; nil: it brings none.
    func session(_ request: Request) -> SessionSecret? { SessionSecret(request.cookies[name("desk")]?.value) }

    /// By what a form is known that is sent before anybody is signed in.
    func form(_ request: Request) -> SessionSecret? { SessionSecret(request.cookies[name("form")]?.value) }

    /// By what a browser is known in which somebody signed in before.
    func device(_ request: Request) -> SessionSecret? { SessionSecret(request.cookies[name("browser")]?.value) }

    /// Keeps a session. Fire's stays where the browser is closed and opened again in the midst of a shift.
    func keep(session secret: SessionSecret, of role: Role) -> Cookie {
        let seconds = role == .fire ? Int(AccountRules.longest(of: role) / 1000) : nil
        return cookie("desk", secret.text, seconds, .lax)
    }

    func keep(form secret: SessionSecret) -> Cookie { cookie("form", secret.text, nil, .strict) }

    func keep(device secret: SessionSecret) -> Cookie {
        cookie("browser", secret.text, Int(AccountRules.sessionsKept / 1000), .strict)
    }

    /// Takes the session away.
    var noSession: Cookie { cookie("desk", "", 0, .lax) }

    private func cookie(_ plain: String, _ value: String, _ seconds: Int?, _ site: Cookie.SameSite) -> Cookie {
        Cookie(
            name: name(plain), value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true,
            sameSite: site)
    }
}
