import EmergencyCards
import Hummingbird

extension CardService {
    /// What the administrator keeps: the keys of machines, and the installation itself.
    static func addAdministration(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer
    ) {
        let keys = KeyRoutes(gate: gate, keys: parts.keys, announcer: announcer)
        let installation = InstallationRoutes(gate: gate, facts: parts.facts, clock: parts.clock)
        router.get(Route.keys.path, use: keys.list)
        router.post(Route.keys.path, use: keys.add)
        router.post(Route.keyRevoke.path, use: keys.revoke)
        router.get(Route.installation.path, use: installation.read)
    }
}
