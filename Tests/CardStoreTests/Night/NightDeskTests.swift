import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CardStore

@Suite("What is said at night")
struct NightDeskTests {
    private let until = StoreFixture.now.adding(milliseconds: 36_000_000)

    @Test("A mark that another process makes or takes back is in the registers at the next question")
    func otherProcess() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        #expect(try fixture.store.registers().books["shimizu"]?.unavailabilities == [])
        let other: any NightDesk = try CardStore(fixture.files, clock: time.clock)
        let made = try await other.change(by: "test", at: StoreFixture.now) { _, now in
            var decision = NightDecision.marking(.sample("U1", from: now, until: until))
            decision.marks.fullHospitals = [.sample("F1", from: now, until: until)]
            return decision
        }
        let marked = try fixture.store.registers()
        #expect(marked.books["shimizu"]?.unavailabilities == made.marks.unavailabilities)
        let isFull = marked.isFull("H01", at: StoreFixture.now)
        #expect(isFull)
        #expect(try other.marks() == made.marks)
        _ = try await other.change(by: "test", at: StoreFixture.now) { marks, now in
            #expect(marks == made.marks)
            var decision = NightDecision.lifting("F1", at: now)
            decision.lifts.merge(NightDecision.lifting("U1", at: now).lifts) { first, _ in first }
            return decision
        }
        let lifted = try fixture.store.registers()
        let lift = Lift(at: StoreFixture.now, by: "test", reason: "来られる")
        #expect(lifted.books["shimizu"]?.unavailabilities.map(\.lift) == [lift])
        let isStillFull = lifted.isFull("H01", at: lift.at)
        #expect(!isStillFull)
    }

    @Test(
        "Where the clock ran ahead before, a mark counts from the next question on all the same, and an earlier one can be taken back"
    )
    func clockSetBack() async throws {
        let time = HandClock(StoreFixture.now.adding(milliseconds: 3_600_000))
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        let desk: any NightDesk = fixture.store
        _ = try await desk.change(by: "test", at: time.now) { .marking(.sample("U1", from: $1, until: until)) }
        time.now = StoreFixture.now
        _ = try await desk.change(by: "test", at: time.now) { .marking(.sample("U2", from: $1, until: until)) }
        let marks = try fixture.store.marks().unavailabilities
        #expect(marks.first { $0.id == "U2" }?.interval.contains(StoreFixture.now) == true)
        let lifted = try await desk.change(by: "test", at: time.now) {
            try $0.lifting("U1", at: $1, by: "test", reason: "誤り")
        }
        #expect(lifted.lifts.keys.sorted() == ["U1"])
    }

    @Test("Marks stay over registers that are read anew, and go three days after they are over")
    func age() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        try await fixture.mark("U1", until: until)
        try await fixture.store.publish(
            [], month: Month(year: 2026, month: 11), of: "shimizu", at: StoreFixture.now)
        #expect(try fixture.store.registers().books["shimizu"]?.unavailabilities.map(\.id) == ["U1"])
        time.now = until.adding(milliseconds: 3 * 86_400_000)
        #expect(try CardStore(fixture.files, clock: time.clock).marks().unavailabilities.map(\.id) == ["U1"])
        time.now = time.now.adding(milliseconds: 1)
        #expect(try CardStore(fixture.files, clock: time.clock).marks() == NightMarks())
    }

    @Test("A mark that is not there, or was taken back, cannot be taken back; then nothing is written")
    func unknownMark() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: HandClock(StoreFixture.now).clock)
        try await fixture.mark("U1", until: until)
        let desk: any NightDesk = fixture.store
        _ = try await desk.change(by: "test", at: StoreFixture.now) { .lifting("U1", at: $1) }
        let before = try fixture.store.marks()
        for id in ["U1", "X"] {
            await #expect(throws: Refusal(.unavailable)) {
                _ = try await desk.change(by: "test", at: StoreFixture.now) { _, now in
                    var decision = NightDecision.lifting(id, at: now)
                    decision.marks.unavailabilities = [.sample("U2", from: now, until: until)]
                    return decision
                }
            }
        }
        #expect(try fixture.store.marks() == before)
    }

    @Test("Where the desk's file cannot be read the last marks are used, and an alarm is raised")
    func unreadable() async throws {
        let alarms = Mutex(0)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: HandClock(StoreFixture.now).clock) { _ in
            alarms.withLock { $0 += 1 }
        }
        try await fixture.mark("U1", until: until)
        #expect(try fixture.store.registers().books["shimizu"]?.unavailabilities.map(\.id) == ["U1"])
        #expect(alarms.withLock { $0 } == 0)
        try await StoreFiles.writer(fixture.files.desk).write { try $0.execute(sql: "DROP TABLE stamp") }
        #expect(try fixture.store.registers().books["shimizu"]?.unavailabilities.map(\.id) == ["U1"])
        #expect(alarms.withLock { $0 } == 1)
    }

    @Test("A desk's file that is no database keeps nobody from starting and no look-up from its answer")
    func broken() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        try Data("この文書はデータベースではありません。".utf8).write(to: fixture.files.desk)
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: fixture.files.desk.path + suffix)
        }
        let alarms = Mutex(0)
        let store = try CardStore(fixture.files) { _ in alarms.withLock { $0 += 1 } }
        #expect(try store.registers().associations.count == 1)
        try store.probe()
        #expect(alarms.withLock { $0 } == 2, "at the start, and with the first answer")
        #expect(throws: Refusal(.unavailable)) { try store.marks() }
    }
}

extension StoreFixture {
    fileprivate func mark(_ id: String, until: Instant) async throws {
        let desk: any NightDesk = store
        _ = try await desk.change(by: "test", at: Self.now) { .marking(.sample(id, from: $1, until: until)) }
    }
}

extension NightDecision {
    static func marking(_ unavailability: Unavailability) -> NightDecision {
        var decision = NightDecision()
        decision.marks.unavailabilities = [unavailability]
        return decision
    }

    static func lifting(_ id: String, at instant: Instant) -> NightDecision {
        var decision = NightDecision()
        decision.lifts = [id: Lift(at: instant, by: "test", reason: "来られる")]
        return decision
    }
}

extension Unavailability {
    static func sample(_ id: String, from: Instant, until: Instant) -> Unavailability {
        Unavailability(
            id: id, association: "shimizu", physician: "S001", area: "shimizu", from: from, until: until,
            reason: "急病", madeBy: "test")
    }
}

extension FullHospital {
    fileprivate static func sample(_ id: String, from: Instant, until: Instant) -> FullHospital {
        FullHospital(id: id, hospital: "H01", from: from, until: until, reason: "満床", madeBy: "test")
    }
}
