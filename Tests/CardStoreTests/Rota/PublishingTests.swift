import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Publishing months and laying changes over them")
struct PublishingTests {
    let november = Month(year: 2026, month: 11)

    @Test("While a month is published again and again every reader sees it wholly of one revision")
    func atomic() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let store = fixture.store
        let places = try #require(try store.registers().books["shimizu"]?.months[november]?.places)
        let sheets = (0..<10).map { round in places.held(by: round % 2 == 0 ? "S002" : "S003") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for sheet in sheets {
                    try await store.publish(sheet, month: november, of: "shimizu", at: StoreFixture.now)
                }
            }
            for _ in 0..<200 {
                group.addTask {
                    let month = try #require(try store.registers().books["shimizu"]?.months[november])
                    let expected = month.revision == 1 ? places : sheets[month.revision - 2]
                    #expect(month.places == expected, "revision \(month.revision)")
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.registers().books["shimizu"]?.months[november]?.revision == 11)
    }

    @Test("A published month comes back as it was, remarks and acknowledged problems included")
    func roundTrip() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let places = try #require(try fixture.store.registers().books["shimizu"]?.months[november]?.places)
        var changed = places
        changed[0].holders = PerCall(first: ["S003", "S001"], second: ["S002"])
        changed[0].remark = "引継ぎは\n電話で"
        changed[1].holders = PerCall(first: [], second: [])
        let sheet = try await fixture.store.publish(
            changed, month: november, of: "shimizu", at: StoreFixture.now)
        #expect(try fixture.store.registers().books["shimizu"]?.months[november] == sheet)
        let chronicle = try fixture.store.chronicle(of: "shimizu", months: november...november)
        #expect(chronicle.revisions.map(\.sheet.revision) == [1, 2])
        #expect(chronicle.revisions.map(\.sheet.places) == [places, changed])
        #expect(chronicle.revisions.last?.acknowledged == ["gap:1"])
        #expect(chronicle.revisions.last?.by == "test")
    }

    @Test("A revision whose number does not follow the last is refused", arguments: [1, 3, 0])
    func numbers(_ number: Int) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.decide(at: StoreFixture.now) { now, decision in
                decision.publication = .init(
                    sheet: PublishedMonth(month: november, revision: number, publishedAt: now, places: []),
                    acknowledged: [])
            }
        }
        #expect(try fixture.store.registers().books["shimizu"]?.months[november]?.revision == 1)
    }

    @Test("What is decided at an instant comes after everything entered before, whatever the clock does")
    func instants() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let early = StoreFixture.at("2026-11-01T00:00:00+09:00")
        var last = StoreFixture.now
        let place = try #require(try fixture.places().first)
        let steps: [@Sendable (Instant, inout RotaDecision) -> Void] = [
            { $1.overrides = [.sample("O1", on: place, to: "S002", at: $0)] },
            { $1.lifts = ["O1": Lift(at: $0, by: "test", reason: "")] },
            { $1.absences = [.sample("A1", at: $0)] },
            { $1.absenceLifts = ["A1": Lift(at: $0, by: "test", reason: "")] },
            { _, _ in },
        ]
        for step in steps {
            let now = try await fixture.store.change("shimizu", draftOf: nil, by: "test", at: early) { desk in
                var decision = RotaDecision()
                step(desk.now, &decision)
                return Decided(now: desk.now, decision: decision)
            }.now
            #expect(now == last.adding(milliseconds: 1))
            last = now
        }
    }

    @Test("An unknown association is refused as such")
    func unknown() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        await #expect(throws: RotaRefusal.unknownAssociation) {
            try await fixture.store.decide("nowhere", at: StoreFixture.now) { _, _ in }
        }
        #expect(try fixture.store.book(of: "nowhere", asPublishedAt: StoreFixture.now) == nil)
    }
}

/// A decision with the instant at which it was made.
private struct Decided: RotaDecided {
    let now: Instant
    let decision: RotaDecision
}

extension [Place] {
    /// Everybody replaced by one.
    fileprivate func held(by physician: PhysicianID) -> [Place] {
        map { place in
            var place = place
            place.holders = PerCall(first: [physician], second: [])
            return place
        }
    }
}

extension StoreFixture {
    /// The places of the shipped November of 清水.
    func places() throws -> [Place] {
        try store.registers().books["shimizu"]?.months[Month(year: 2026, month: 11)]?.places ?? []
    }
}

extension Absence {
    /// 12-01 to 12-03.
    static func sample(_ id: String, at instant: Instant) -> Absence {
        Absence(
            id: id, physician: "S001", from: StoreFixture.day("2026-12-01"), to: StoreFixture.day("2026-12-03"),
            reason: "学会", madeAt: instant, madeBy: "test")
    }
}
