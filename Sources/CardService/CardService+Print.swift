import Hummingbird

extension CardService {
    /// Cards on paper, and what their codes lead to.
    static func addPrint(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, limits: ServiceLimits
    ) {
        let print = PrintRoutes(
            gate: gate, cards: parts.cards, audit: parts.audit, clock: parts.clock, printer: parts.printer,
            address: limits.publicAddress)
        router.get(Route.cardPrint.path, use: print.print)
        router.get(Route.scanned.path, use: print.scanned)
    }
}
