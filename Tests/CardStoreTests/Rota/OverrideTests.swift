import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Overrides and absences in the store")
struct OverrideTests {
    @Test("Of an exchange both halves are written or neither")
    func exchange() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let places = try fixture.places()
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.decide(at: StoreFixture.now) { now, decision in
                decision.overrides = [
                    .sample("O1", on: places[0], to: "S002", at: now, exchange: "X1"),
                    .sample("O2", on: places[1], to: "nobody-known", at: now, exchange: "X1"),
                ]
            }
        }
        #expect(try fixture.store.registers().books["shimizu"]?.overrides == [])
        let made = try await fixture.store.decide(at: StoreFixture.now) { now, decision in
            decision.overrides = [
                .sample("O1", on: places[0], to: "S002", at: now, exchange: "X1"),
                .sample("O2", on: places[1], to: "S003", at: now, exchange: "X1"),
            ]
        }
        #expect(try fixture.store.registers().books["shimizu"]?.overrides == made.overrides)
    }

    @Test("Overrides of every shape come back as they were made")
    func shapes() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let whole = try #require(try fixture.places().first { $0.key.area == nil })
        let made = try await fixture.store.decide(at: StoreFixture.now) { now, decision in
            let (start, end) = (whole.interval.lowerBound, whole.interval.upperBound)
            decision.overrides = [
                Override(
                    id: "O1", place: whole.key, order: .second, seat: .added("O1"), replaces: nil,
                    start: start, end: end, physician: "S002", reason: "増員", madeAt: now, madeBy: "test"),
                Override(
                    id: "O2", place: whole.key, order: .second, seat: .added("O1"), replaces: "S002", start: start,
                    physician: nil, reason: "", exchange: "X1", madeAt: now, madeBy: "test"),
                Override(
                    id: "O3", place: whole.key, order: .first, seat: .published(whole.holders.first[0]), replaces: nil,
                    end: end, physician: "S003", reason: "交代", madeAt: now, madeBy: "test"),
            ]
        }
        #expect(try fixture.store.registers().books["shimizu"]?.overrides == made.overrides)
    }

    @Test("Nothing of another association's can be taken back, and nothing twice")
    func foreign() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu", "shizuoka"])
        let place = try #require(try fixture.places().first)
        let made = try await fixture.store.decide(at: StoreFixture.now) { now, decision in
            decision.overrides = [.sample("O1", on: place, to: "S002", at: now)]
            decision.absences = [.sample("A1", at: now)]
        }
        for association in ["shizuoka", "shimizu", "shimizu"] as [AssociationID] {
            let lift: @Sendable (Instant, inout RotaDecision) -> Void = {
                $1.lifts = ["O1": Lift(at: $0, by: "test", reason: "")]
            }
            let isFirst = try fixture.store.registers().books["shimizu"]?.overrides == made.overrides
            if association == "shimizu", isFirst {
                try await fixture.store.decide(association, at: StoreFixture.now, lift)
            } else {
                await #expect(throws: DatabaseError.self) {
                    try await fixture.store.decide(association, at: StoreFixture.now, lift)
                }
            }
        }
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.decide("shizuoka", at: StoreFixture.now) {
                $1.absenceLifts = ["A1": Lift(at: $0, by: "test", reason: "")]
            }
        }
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.decide("shizuoka", at: StoreFixture.now) {
                $1.absences = [.sample("A2", at: $0)]
            }
        }
    }
}
