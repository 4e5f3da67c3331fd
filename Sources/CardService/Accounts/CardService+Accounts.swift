import EmergencyCards
import Hummingbird
import Logging

extension CardService {
    /// Signing in and what people change about their own account: screens by which nobody else gets in; and where accounts are kept.
    static func addAccountScreens(
        to screens: inout ScreenRouter, _ parts: ServiceParts, cookies: DeskCookies, logger: Logger
    ) {
        let (desk, people) = (screens.desk, parts.people)
        let signIn = SignInDesk(people: people, audit: parts.audit, clock: parts.clock, logger: logger)
        let keeping = AccountKeeping(
            people: people, source: parts.registers, announcer: Announcer(audit: parts.audit, clock: parts.clock))
        SignInScreens(desk: desk, signIn: signIn, cookies: cookies).enter(in: &screens)
        InviteScreens(desk: desk, keeping: keeping, signIn: signIn, cookies: cookies).enter(in: &screens)
        AgainScreens(people: people, signIn: signIn, cookies: cookies).enter(in: &screens)
        SessionScreens(people: people, audit: parts.audit, clock: parts.clock, cookies: cookies).enter(in: &screens)
        AccountScreens(keeping: keeping).enter(in: &screens)
        AccountListScreens(keeping: keeping, role: .admin, base: "/admin/accounts").enter(in: &screens)
        AccountListScreens(keeping: keeping, role: .association, base: "/office/accounts").enter(in: &screens)
    }
}
