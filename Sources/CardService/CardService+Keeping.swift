import EmergencyCards
import Hummingbird

extension CardService {
    /// Lists that keep cards alive, and who looked.
    static func addKeeping(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer
    ) {
        let lists = CardListRoutes(gate: gate, keeping: parts.keeping, announcer: announcer)
        let due = DueRoutes(lists: lists)
        let audit = AuditRoutes(gate: gate, keeping: parts.keeping, archive: parts.archive, announcer: announcer)
        router.get(Route.associationCards.path, use: lists.ofAssociation)
        router.get(Route.associationCardsDue.path, use: due.ofAssociation)
        router.get(Route.associationCardCounts.path, use: due.counts)
        router.get(Route.physicianCards.path, use: lists.ofPhysician)
        router.get(Route.physicianCardsDue.path, use: due.ofPhysician)
        router.get(Route.hospitalCards.path, use: lists.ofHospital)
        router.get(Route.audit.path, use: audit.read)
    }
}
