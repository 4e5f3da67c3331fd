import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Entering several cards at once")
struct EnteringTests {
    private func entry(_ kana: String, acknowledged: Set<Refusal.Code> = [], isDraft: Bool = false) -> CardEntry {
        CardEntry(
            document: StoreFixture.document(kana: kana), acknowledged: acknowledged, isDraft: isDraft,
            holder: KeyHolder(id: "command:cards", role: .association, scope: .association("shizuoka")))
    }

    private func counts(_ fixture: StoreFixture) async throws -> [Int] {
        try await fixture.store.writer.read { database in
            try ["card", "patient", "issued_number", "card_version"].map {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0
            }
        }
    }

    @Test("All are entered, each under a number of its own, unconfirmed; a draft is a draft")
    func all() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let results = try await fixture.store.enter(
            [entry("シケン　ア"), entry("シケン　イ", isDraft: true)], by: "command:cards", at: StoreFixture.now, isTrial: false)
        let cards = try results.map { try $0.get() }
        #expect(cards.map(\.life.state) == [.active, .draft])
        #expect(cards.allSatisfy { $0.life.confirmed == nil })
        for card in cards {
            #expect(try await fixture.store.file(card.number) == card)
            #expect(try await fixture.store.versions(of: card.number).map(\.enteredBy) == ["command:cards"])
        }
    }

    @Test("A trial keeps nothing, and neither does a list of which one is refused: each is told what became of it")
    func none() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let before = try await counts(fixture)
        let trial = try await fixture.store.enter([entry("シケン　ア")], by: "test", at: StoreFixture.now, isTrial: true)
        #expect(try trial.map { try $0.get().life.state } == [.active])
        #expect(try await counts(fixture) == before)
        let twins = try await fixture.store.enter(
            [entry("シケン　ア"), entry("しけん　あ"), entry("シケン　イ")], by: "test", at: StoreFixture.now, isTrial: false)
        #expect(twins.map { try? $0.get().life.state } == [.active, nil, .active])
        #expect(throws: Refusal.self) { try twins[1].get() }
        #expect(try await counts(fixture) == before)
        let acknowledged = try await fixture.store.enter(
            [entry("シケン　ア"), entry("しけん　あ", acknowledged: [.possibleDuplicate])], by: "test", at: StoreFixture.now,
            isTrial: false)
        #expect(acknowledged.count == 2)
        #expect(try await counts(fixture)[0] == before[0] + 2)
    }
}
