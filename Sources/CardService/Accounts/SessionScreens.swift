import EmergencyCards
import HTTPTypes
import Hummingbird

/// Signing out.
struct SessionScreens: Sendable {
    let people: AccountParts
    let audit: any AuditTrail
    let clock: Clock
    let cookies: DeskCookies

    func enter(in screens: inout ScreenRouter) {
        screens.post("/logout") { try await logOut($0) }
    }

    private func logOut(_ visit: DeskVisit) async throws -> Response {
        let (session, now) = (visit.person.session, clock.now())
        await audit.append(
            AuditRecord(at: now, action: .logOut, actor: visit.actor) { $0.member("session", session.id) })
        try await people.sessions.end(.one(session.id), of: session.account, at: now)
        var response = visit.go(to: "/login")
        response.setCookie(cookies.noSession)
        return response
    }
}

extension DeskVisit {
    /// As the record has whoever visits.
    var actor: AuditRecord.Actor { person.actor(from: context.address(of: request)) }
}
