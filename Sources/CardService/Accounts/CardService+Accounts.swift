import EmergencyCards
import Hummingbird
import Logging

extension CardService {
    /// Signing in and what people change about their own account: screens by which nobody else gets in.
    static func addAccountScreens(
        to screens: inout ScreenRouter, _ parts: ServiceParts, cookies: DeskCookies, logger: Logger
    ) {
        let desk = screens.desk
        let signIn = SignInDesk(people: parts.people, audit: parts.audit, clock: parts.clock, logger: logger)
        SignInScreens(desk: desk, signIn: signIn, cookies: cookies).enter(in: &screens)
        SessionScreens(people: parts.people, audit: parts.audit, clock: parts.clock, cookies: cookies)
            .enter(in: &screens)
    }
}
