import EmergencyCards
import Hummingbird

extension CardService {
    /// Cards: entering them, what is done to them, what they say and said.
    static func addCards(to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer) {
        let desk = CardRoutes(gate: gate, cards: parts.cards, announcer: announcer)
        let acts = CardActRoutes(desk: desk)
        let files = CardFileRoutes(gate: gate, cards: parts.cards, announcer: announcer)
        let handOver = HandOverRoutes(
            keeping: RegisterKeeping(gate: gate, directory: parts.directory, announcer: announcer), cards: parts.cards)
        router.get(Route.cardChoices.path, use: CardChoiceRoutes(gate: gate, clock: parts.clock).read)
        router.post(Route.cards.path, use: desk.issue)
        router.get(Route.card.path, use: files.read)
        router.patch(Route.card.path, use: desk.change)
        router.post(Route.cardIssue.path, use: acts.issue)
        router.post(Route.confirm.path, use: acts.confirm)
        router.post(Route.renew.path, use: acts.renew)
        router.post(Route.review.path, use: acts.review)
        router.post(Route.visit.path, use: acts.visit)
        router.post(Route.suspend.path, use: acts.suspend)
        router.post(Route.resume.path, use: acts.resume)
        router.post(Route.withdraw.path, use: acts.withdraw)
        router.post(Route.reissue.path, use: desk.reissue)
        router.post(Route.close.path, use: acts.close)
        router.post(Route.reopen.path, use: acts.reopen)
        router.get(Route.cardVersions.path, use: files.versions)
        router.get(Route.cardVersion.path, use: files.version)
        router.get(Route.cardDifferences.path, use: files.differences)
        router.get(Route.patient.path, use: files.patient)
        router.post(Route.handOver.path, use: handOver.handOver)
    }
}
