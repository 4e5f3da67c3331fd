import EmergencyCards
import Hummingbird
import Logging

extension CardService {
    /// The screens of the desks, over the routes that are there already. Gives every screen that was entered, with whom it is for.
    @discardableResult
    static func addScreens(
        to router: Router<ServiceContext>, _ parts: ServiceParts, library: ScreenLibrary, limits: ServiceLimits,
        logger: Logger
    ) -> [ScreenRouter.Entry] {
        let cookies = DeskCookies(isSecure: limits.isSecure)
        let desk = Desk(
            library: library,
            doorkeeper: SessionDoorkeeper(
                source: parts.registers, sessions: parts.people.sessions, clock: parts.clock, cookies: cookies),
            api: router.buildResponder(), clock: parts.clock, address: limits.publicAddress)
        router.get("/assets/{file}", use: AssetRoutes().read)
        var screens = ScreenRouter(router, desk)
        screens.get("/") { $0.go(to: Desk.home(of: $0.person.holder.role)) }
        addAccountScreens(to: &screens, parts, cookies: cookies, logger: logger)
        addFireScreens(to: &screens, parts)
        addClinicScreens(to: &screens, parts)
        addRotaScreens(to: &screens, parts)
        addOfficeScreens(to: &screens, parts)
        addHospitalScreens(to: &screens, parts)
        addAdminScreens(to: &screens, parts)
        return screens.entries
    }
}
