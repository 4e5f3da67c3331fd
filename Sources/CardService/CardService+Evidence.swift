import EmergencyCards
import Hummingbird

extension CardService {
    /// A month's figures, and the morning's list.
    static func addEvidence(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer
    ) {
        let evidence = EvidenceRoutes(gate: gate, parts: parts.evidence, clock: parts.clock)
        let morning = MorningRoutes(gate: gate, parts: parts.evidence, announcer: announcer)
        router.get(Route.evidence.path, use: evidence.read)
        router.get(Route.associationMorning.path, use: morning.ofAssociation)
        router.get(Route.physicianMorning.path, use: morning.ofPhysician)
    }
}
