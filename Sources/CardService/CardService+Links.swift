import EmergencyCards
import Hummingbird

extension CardService {
    /// Ways into one call for somebody without a key.
    static func addLinks(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer,
        limits: ServiceLimits
    ) {
        let keeping = LinkKeeping(
            source: parts.registers, finder: parts.finder, calls: parts.callKeeping(limits), links: parts.links,
            night: parts.night,
            announcer: announcer, rules: limits.calls)
        let pages = LinkPageRoutes(
            keeping: keeping, codes: CodeGuard(pause: limits.pause), address: limits.publicAddress)
        let answers = LinkAnswerRoutes(pages: pages)
        let links = LinkRoutes(gate: gate, keeping: keeping, address: limits.publicAddress)
        router.get(Route.link.path, use: pages.page)
        router.post(Route.link.path, use: pages.open)
        router.get(Route.linkAnswer.path, use: pages.confirm)
        router.post(Route.linkAnswer.path, use: answers.answer)
        router.get(Route.callLinks.path, use: links.list)
        router.post(Route.callLinks.path, use: links.make)
        router.get(Route.callPacket.path, use: links.packet)
    }
}
