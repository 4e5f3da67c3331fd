import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CardStore

@Suite("The record of who looked")
struct AuditTests {
    @Test("Records appended at once from many sides form one chain")
    func chain() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        await withTaskGroup(of: Void.self) { group in
            for number in 1...500 { group.addTask { await log.append(.sample(number)) } }
        }
        let result = try AuditVerification.run(fixture.files)
        #expect(result.intact == 500)
        #expect(result.brokenAt == nil)
        #expect(try await fixture.people() == Set((1...500).map { "係\($0)" }))
        // A busy machine may have sent some by way of the second place.
        let condition = log.condition
        #expect(condition.isHealthy && condition.waiting == 0 && condition.unsaved == 0)
    }

    @Test("A record is on disk when the append returns")
    func durable() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(.sample(1))
        #expect(try await fixture.people() == ["係1"])
    }

    @Test(
        "Whatever is done to the chain is noticed where it was done",
        arguments: [
            ("UPDATE record SET body = replace(body, '係3', '係9') WHERE seq = 3", 3),
            ("DELETE FROM record WHERE seq = 4", 4),
            ("UPDATE record SET hash = randomblob(32) WHERE seq = 5", 5),
            ("UPDATE record SET seq = seq + 100 WHERE seq >= 6", 6),
            ("INSERT INTO record SELECT 11, body, hash FROM record WHERE seq = 10", 11),
        ])
    func tampering(_ sql: String, brokenAt: Int) async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        for number in 1...10 { await log.append(.sample(number)) }
        try await StoreFiles.writer(fixture.files.audit).write { try $0.execute(sql: sql) }
        #expect(try AuditVerification.run(fixture.files).brokenAt == brokenAt)
    }

    @Test("A disk that stalls holds nobody back, an alarm is raised, and nothing is lost or doubled")
    func stall() async throws {
        let fixture = try await StoreFixture()
        let alarms = Mutex(0)
        let log = try AuditLog(fixture.files) { _ in alarms.withLock { $0 += 1 } }
        await log.append(.sample(0))
        let blocker = try fixture.blocker()
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        async let rest = ContinuousClock().measure { try? await Task.sleep(for: .milliseconds(330)) }
        let slowest = await fixture.slowestAppend(log, 1...40)
        let lateness = await rest - .milliseconds(330)
        #expect(slowest < .milliseconds(1000) + lateness * 3, "330 ms; the rest is allowance for a busy machine")
        #expect(!log.condition.isHealthy)
        #expect(log.condition.overflowed == 40)
        #expect(log.condition.unsaved == 0)
        #expect(alarms.withLock { $0 } == 1)
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await fixture.until { log.condition.isHealthy }
        #expect(alarms.withLock { $0 } == 2)
        #expect(try await fixture.people() == Set((0...40).map { "係\($0)" }))
        #expect(try AuditVerification.run(fixture.files).intact == 41)
        #expect(!FileManager.default.fileExists(atPath: fixture.overflow.path))
    }

    @Test("What overflowed before a crash joins the chain at the next start, once")
    func crash() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        let blocker = try fixture.blocker()
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        _ = await fixture.slowestAppend(log, 1...5)
        let kept = try Data(contentsOf: fixture.overflow)
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await fixture.until { log.condition.isHealthy }
        // As after a crash between the commit and the emptying, with a line cut off in the middle.
        try (kept + Data(#"{"id":"half"#.utf8)).write(to: fixture.overflow)
        let next = try AuditLog(fixture.files) { _ in }
        try await fixture.until { next.condition.isHealthy }
        #expect(try AuditVerification.run(fixture.files).intact == 5)
        #expect(try await fixture.people().count == 5)
    }

    @Test("A disk that is still ill at the next start keeps nobody from starting, and nothing is lost")
    func illAtStart() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        let blocker = try fixture.blocker()
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        _ = await fixture.slowestAppend(log, 1...3)
        let kept = try Data(contentsOf: fixture.overflow)
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await fixture.until { log.condition.isHealthy }
        // As after a crash while the disk was ill, which it still is.
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM record; BEGIN IMMEDIATE") }
        try kept.write(to: fixture.overflow)
        let next = try AuditLog(fixture.files) { _ in }
        _ = await fixture.slowestAppend(next, 4...6)
        #expect(!next.condition.isHealthy)
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await fixture.until { next.condition.isHealthy }
        #expect(try await fixture.people() == Set((1...6).map { "係\($0)" }))
        #expect(try AuditVerification.run(fixture.files).intact == 6)
    }

    @Test("A record keeps who, when, from where and what")
    func content() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(.sample(1))
        let body = try await StoreFiles.reader(fixture.files.audit).read {
            try String.fetchOne($0, sql: "SELECT body FROM record")
        }
        let value = try #require(JSONValue(Array((body ?? "").utf8)))
        guard case .object(let members) = value else { throw Refusal(.malformedJSON) }
        #expect(members["at"] == .string("2026-11-24T22:00:00+09:00"))
        #expect(members["action"] == .string("lookup"))
        #expect(
            members["actor"]
                == .object([
                    "key": .string("K1"), "role": .string("fire"), "person": .string("係1"),
                    "address": .string("192.0.2.1"),
                ]))
        #expect(members["details"] == .object(["asked": .string("1234-5676")]))
    }
}

extension AuditRecord {
    static func sample(_ number: Int) -> AuditRecord {
        AuditRecord(
            at: StoreFixture.now, action: .lookup,
            actor: Actor(key: "K1", role: "fire", person: "係\(number)", address: "192.0.2.1")
        ) { $0.member("asked", "1234-5676") }
    }
}

extension StoreFixture {
    var overflow: URL { folder.appendingPathComponent("audit-overflow.jsonl") }

    /// A connection that may hold a transaction open, as a disk that takes no records.
    func blocker() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: files.audit.path, configuration: configuration)
    }

    /// The people whom the record names.
    func people() async throws -> Set<String> {
        try await StoreFiles.reader(files.audit).read {
            Set(try String.fetchAll($0, sql: "SELECT json_extract(body, '$.actor.person') FROM record"))
        }
    }

    /// Appends one record for each number at once and says how long the slowest took.
    func slowestAppend(_ log: AuditLog, _ numbers: ClosedRange<Int>) async -> Duration {
        await withTaskGroup(of: Duration.self) { group in
            for number in numbers {
                group.addTask { await ContinuousClock().measure { await log.append(.sample(number)) } }
            }
            return await group.reduce(.zero, max)
        }
    }

    /// Waits until something holds; gives up after 20 seconds.
    func until(_ holds: () -> Bool) async throws {
        for _ in 0..<2000 where !holds() { try await Task.sleep(for: .milliseconds(10)) }
        guard holds() else { throw Refusal(.unavailable) }
    }
}
