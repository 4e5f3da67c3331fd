import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Gathering from the record of who looked")
struct GatheringTests {
    @Test(
        "Each record counts once, whenever the gathering is torn off: between batches, or amid what it writes",
        arguments: [1, 2, 3, 4] as [UInt64])
    func once(_ seed: UInt64) async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        var random = SplitMix(state: seed)
        let log = try AuditLog(fixture.files) { _ in }
        try await fixture.tear(in: 12)
        var (expected, torn) = ([String: Int](), 0)
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let (record, counted) = try Self.record(&random, fixture)
                await log.append(record)
                for key in counted { expected[key, default: 0] += 1 }
            }
            // A process of its own each time: what an earlier one had in mind is gone.
            let gatherer = try Gatherer(fixture.store, fixture.files, batch: .random(in: 1...9, using: &random))
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                do { _ = try await gatherer.step(at: StoreFixture.now) } catch { torn += 1 }
            }
        }
        try await fixture.tear(in: nil)
        try await fixture.gather()
        #expect(torn > 3)
        #expect(try fixture.counts() == expected)
        #expect(expected.count > 15)
    }

    /// A record, and what it is to count: month, association, measure, label.
    private static func record(
        _ random: inout SplitMix, _ fixture: StoreFixture
    ) throws -> (AuditRecord, [String]) {
        let at = StoreFixture.at("2026-11-30T23:59:58+09:00")
            .adding(milliseconds: .random(in: -3000..<3000, using: &random))
        let month = at >= StoreFixture.at("2026-12-01T00:00:00+09:00") ? "2026-12" : "2026-11"
        let (rehearsal, training) = (
            Int.random(in: 0..<6, using: &random) == 0, Int.random(in: 0..<6, using: &random) == 0
        )
        let actor = AuditRecord.Actor(key: "K1", role: "fire", person: nil, address: nil)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let none = Bool.random(using: &random)
            let record = AuditRecord(at: at, action: .search, actor: actor) { json in
                json.member("by", "telephone")
                json.member("outcome", none ? "none" : "found")
            }
            return (record, ["\(month)||search|telephone"] + (none ? ["\(month)||searchWithoutHit|"] : []))
        case 1:
            let record = AuditRecord(at: at, action: .lookup, actor: actor) { json in
                json.member("rehearsal", rehearsal)
                json.member("outcome", "malformed-number")
                json.member("didYouMean", ["1234-5676"])
            }
            let counted = ["\(month)||notFound|malformed-number", "\(month)||didYouMeanShown|"]
            return (record, rehearsal ? [] : counted)
        case 2:
            return (AuditRecord(at: at, action: .duty, actor: actor) { $0.member("association", "shizuoka") }, [])
        default:
            let association = ["shizuoka", "shimizu"].randomElement(using: &random) ?? ""
            let record = AuditRecord(at: at, action: .lookup, actor: actor) { json in
                json.member("via", "didYouMean")
                json.member("rehearsal", rehearsal)
                json.member("outcome", "found")
                json.member("card", "1234-5676")
                json.member("state", "active")
                json.member("association", association)
                json.member("colour", "green")
                json.member("expired", true)
                if training { json.member("training", true) }
                json.member("duty", "gap")
            }
            let counted = ["lookUp|active", "didYouMeanOpened|", "expiredRead|", "gapMet|gap"]
            return (record, rehearsal || training ? [] : counted.map { "\(month)|\(association)|\($0)" })
        }
    }

    @Test(
        "A chain that was replaced, or whose end was cut off, is noticed once, and nothing is counted twice",
        arguments: [0, 3])
    func replaced(_ kept: Int) async throws {
        let fixture = try await StoreFixture()
        var log = try AuditLog(fixture.files) { _ in }
        for index in 0..<5 { await log.append(.searched(at: index)) }
        try await fixture.gather()
        await log.settle()
        try await fixture.cut(kept: kept)
        log = try AuditLog(fixture.files) { _ in }
        for index in 10..<12 { await log.append(.searched(at: index)) }
        let gatherer = try Gatherer(fixture.store, fixture.files)
        var replaced = 0
        for _ in 0..<6 where try await gatherer.step(at: StoreFixture.now).isReplaced { replaced += 1 }
        #expect(replaced == 1)
        #expect(try fixture.counts()["2026-11||search|telephone"] == 7)
    }

    @Test("A record that was late and joined the chain afterwards counts in the month in which it was made")
    func late() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(.searched(at: 60))
        try await fixture.gather()
        await log.append(.searched(at: -40_000))
        try await fixture.gather()
        #expect(try fixture.counts() == ["2026-11||search|telephone": 1, "2026-10||search|telephone": 1])
    }
}

extension AuditRecord {
    /// A search so many minutes on.
    fileprivate static func searched(at minutes: Int) -> AuditRecord {
        let actor = Actor(key: "K1", role: "fire", person: nil, address: nil)
        return AuditRecord(at: StoreFixture.minute(minutes), action: .search, actor: actor) {
            $0.member("by", "telephone")
            $0.member("outcome", "found")
        }
    }
}

extension StoreFixture {
    /// Reads the record to its end.
    func gather(at instant: Instant = now) async throws {
        let gatherer = try Gatherer(store, files)
        while try await gatherer.step(at: instant).goesOn {}
    }

    /// Every count, by month, association, measure and label.
    func counts() throws -> [String: Int] {
        let rows = try store.nightFile().readers.read {
            try Row.fetchAll(
                $0, sql: "SELECT month || '|' || association || '|' || measure || '|' || label, count FROM tally")
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// From now on one in so many counts that are written tears off what is being written; nil: none.
    fileprivate func tear(in count: Int?) async throws {
        try await store.nightFile().writer.write { database in
            try database.execute(sql: "DROP TRIGGER IF EXISTS torn_first; DROP TRIGGER IF EXISTS torn_more;")
            guard let count else { return }
            for (name, event) in [("torn_first", "INSERT"), ("torn_more", "UPDATE")] {
                try database.execute(
                    sql: """
                        CREATE TRIGGER \(name) BEFORE \(event) ON tally WHEN abs(random()) % \(count) = 0
                        BEGIN SELECT RAISE(ABORT, 'torn'); END
                        """)
            }
        }
    }

    /// Leaves so many records of the chain.
    fileprivate func cut(kept: Int) async throws {
        try await StoreFiles.writer(files.audit).write {
            try $0.execute(sql: "DELETE FROM record WHERE seq > ?", arguments: [kept])
        }
    }
}
