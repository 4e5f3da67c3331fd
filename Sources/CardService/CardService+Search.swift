import EmergencyCards
import Hummingbird

extension CardService {
    /// Finding a card without its number.
    static func addSearch(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, metrics: ServiceMetrics
    ) {
        let search = SearchRoutes(
            gate: gate, cards: parts.search, audit: parts.audit, clock: parts.clock, metrics: metrics)
        router.post(Route.search.path, use: search.search)
    }
}
