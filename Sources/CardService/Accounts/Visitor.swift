import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// The browser that somebody signs in with.
struct Visitor: Sendable {
    let address: String?
    /// What the browser says that it is.
    let browser: String?
    /// Kept since somebody signed in here before.
    let device: SessionSecret?
    /// The session that it has, if any.
    let session: SessionSecret?

    init(_ request: Request, _ context: ServiceContext, _ cookies: DeskCookies) {
        address = context.address(of: request)
        browser = request.headers[.userAgent].map { String($0.prefix(200)) }
        device = cookies.device(request)
        session = cookies.session(request)
    }

    /// The address, where it tells one place from another: behind a proxy that doesn't say for whom it asks, everybody comes from this machine.
    var knowableAddress: String? { address == "127.0.0.1" || address == "::1" ? nil : address }

    /// As the record has whoever tries; nil: no account is meant.
    func actor(_ account: Account?) -> AuditRecord.Actor {
        AuditRecord.Actor(
            key: account?.id.text ?? "browser", role: account?.role.rawValue ?? "", person: account?.name,
            address: address)
    }
}
