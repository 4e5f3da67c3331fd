import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("The words that were searched for, beside the record")
struct SearchedWordsTests {
    @Test("The chain holds a salted hash, the words lie beside it, and erasing them leaves the chain whole")
    func beside() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        for number in 1...2 { await log.append(.search(number, "モリ")) }
        await log.append(.sample(3))
        #expect(try fixture.words() == ["モリ", "モリ"])
        let bodies = try fixture.bodies()
        #expect(!bodies.contains { $0.contains("モリ") })
        let hashes = try bodies.map { try #require(JSONValue(Array($0.utf8))).member("words") }
        #expect(hashes[0] != hashes[1], "each has a salt of its own")
        #expect(hashes[2] == .null)
        #expect(try AuditVerification.run(fixture.files).brokenAt == nil)
        try await StoreFiles.writer(fixture.files.audit).write { try $0.execute(sql: "DELETE FROM searched_words") }
        #expect(try AuditVerification.run(fixture.files).intact == 3)
    }

    @Test("Words that were altered are noticed")
    func altered() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        for number in 1...3 { await log.append(.search(number, "モリ\(number)")) }
        try await StoreFiles.writer(fixture.files.audit).write {
            try $0.execute(sql: "UPDATE searched_words SET words = 'キタ' WHERE words = 'モリ2'")
        }
        #expect(try AuditVerification.run(fixture.files).brokenAt == 2)
    }

    @Test("Words go to the second place with their record, and come home with it")
    func overflow() async throws {
        let fixture = try await StoreFixture()
        let log = try AuditLog(fixture.files) { _ in }
        let blocker = try fixture.blocker()
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await log.append(.search(1, "モリ\t\"\n"))
        await log.append(.sample(2))
        #expect(log.condition.overflowed == 2)
        try await blocker.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await fixture.until { log.condition.isHealthy }
        #expect(try fixture.words() == ["モリ\t\"\n"])
        #expect(try AuditVerification.run(fixture.files).intact == 2)
        #expect(try AuditVerification.run(fixture.files).brokenAt == nil)
        #expect(!FileManager.default.fileExists(atPath: fixture.overflow.path))
    }
}

extension AuditRecord {
    fileprivate static func search(_ number: Int, _ words: String) -> AuditRecord {
        AuditRecord(
            at: StoreFixture.now, action: .search,
            actor: Actor(key: "K1", role: "fire", person: "係\(number)", address: nil), words: words
        ) { $0.member("by", "address") }
    }
}

extension StoreFixture {
    fileprivate func words() throws -> [String] {
        try StoreFiles.reader(files.audit).read {
            try String.fetchAll($0, sql: "SELECT words FROM searched_words ORDER BY record")
        }
    }

    fileprivate func bodies() throws -> [String] {
        try StoreFiles.reader(files.audit).read { try String.fetchAll($0, sql: "SELECT body FROM record ORDER BY seq") }
    }
}
