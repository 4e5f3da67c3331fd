import CardStore
import DutyRota
import EmergencyCards
import Logging
import Testing

@testable import CardService

@Suite("The watch over open calls")
struct CallWatchTests {
    @Test("A call whose card is gone keeps no other waiting for its boundary")
    func cardGone() async throws {
        try await withService { client in
            client.clock.move(to: "2026-11-25T08:20:00+09:00")
            let watched = try await client.open(otherGreen).call
            client.clock.move(to: "2026-11-25T08:21:00+09:00")
            _ = try await client.open(ownGreen)
            client.clock.move(to: "2026-11-25T08:31:00+09:00")
            let store = client.store
            let finder = Forgetful(finder: store, gone: try #require(CardNumber.read(ownGreen)))
            let keeping = CallKeeping(
                calls: store, links: store, finder: finder, source: store, rules: CallRules(),
                clock: client.clock.clock, address: nil)
            let watch = CallWatch(keeping: keeping, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            #expect(await watch.refresh() == false)
            #expect(try store.call(CallID(watched))?.planChanges.count == 1)
        }
    }
}

/// Finds every card but one.
private struct Forgetful: CardFinder {
    let finder: any CardFinder
    let gone: CardNumber

    func find(_ number: CardNumber) throws -> FoundCard? { number == gone ? nil : try finder.find(number) }

    func issued(among candidates: [CardNumber]) throws -> [Acquaintance] { try finder.issued(among: candidates) }
}
