import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Drafts of a month")
struct DraftTests {
    static let december = Month(year: 2026, month: 12)

    @Test("A draft comes back as it was written, and nobody else sees it")
    func roundTrip() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let before = try fixture.store.registers().books["shimizu"]?.months[Self.december]
        let draft = Self.draft(version: 1)
        try await fixture.write(.written(draft))
        #expect(try fixture.store.draft(of: "shimizu", month: Self.december) == draft)
        #expect(try fixture.store.draft(of: "shimizu", month: Month(year: 2026, month: 11)) == nil)
        #expect(try fixture.store.registers().books["shimizu"]?.months[Self.december] == before)
        let empty = MonthDraft(
            month: Self.december, version: 2, base: 3, rows: [], changedAt: StoreFixture.now, changedBy: "test")
        try await fixture.write(.written(empty))
        #expect(try fixture.store.draft(of: "shimizu", month: Self.december) == empty)
    }

    @Test("Versions never fall back, not even when a draft is thrown away and begun anew")
    func versions() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        #expect(try await fixture.lastVersion() == 0)
        try await fixture.write(.written(Self.draft(version: 4)))
        #expect(try await fixture.lastVersion() == 4)
        try await fixture.write(.dropped(Self.december))
        #expect(try fixture.store.draft(of: "shimizu", month: Self.december) == nil)
        #expect(try await fixture.lastVersion() == 4)
        for version in [3, 4] {
            await #expect(throws: DatabaseError.self) {
                try await fixture.write(.written(Self.draft(version: version)))
            }
        }
        try await fixture.write(.written(Self.draft(version: 5)))
        #expect(try fixture.store.draft(of: "shimizu", month: Self.december)?.version == 5)
    }

    static func draft(version: Int) -> MonthDraft {
        let day = StoreFixture.day("2026-12-01")
        return MonthDraft(
            month: december, version: version, base: 3,
            rows: [
                MonthDraft.Row(
                    key: Place.Key(dutyDate: day, slot: "夜間", area: "shimizu"),
                    holders: PerCall(first: ["S001", "S002"], second: ["S003"]), remark: "要確認\n電話"),
                MonthDraft.Row(
                    key: Place.Key(dutyDate: day, slot: "全域夜間", area: nil),
                    holders: PerCall(first: [], second: ["S004"])),
                MonthDraft.Row(
                    key: Place.Key(dutyDate: day, slot: "無くなった枠", area: "yui"), holders: PerCall(first: [], second: [])
                ),
            ], changedAt: StoreFixture.now, changedBy: "test")
    }
}

extension StoreFixture {
    fileprivate func write(_ draft: RotaDecision.DraftChange) async throws {
        try await store.decide(at: Self.now) { $1.draft = draft }
    }

    fileprivate func lastVersion() async throws -> Int {
        try await store.change("shimizu", draftOf: DraftTests.december, by: "test", at: Self.now) { desk in
            LastVersion(version: desk.lastVersion)
        }.version
    }
}

private struct LastVersion: RotaDecided {
    let version: Int
    var decision: RotaDecision { RotaDecision() }
}
