import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("The files")
struct FileTests {
    @Test("A commit is on disk before it returns: synchronous is FULL, although WAL mode resets it")
    func synchronous() async throws {
        let fixture = try await StoreFixture()
        let writer = try StoreFiles.writer(fixture.files.cards)
        #expect(try await writer.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try await writer.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try await fixture.store.writer.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }

    @Test("Only their owner can read them")
    func modes() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let log = try AuditLog(fixture.files) { _ in }
        await log.append(.sample(1))
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(names.count >= 7)
        for name in names {
            let path = fixture.folder.appendingPathComponent(name).path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test(
        "A list survives its column",
        arguments: [
            [], [[""]], [["a"]], [["見本", "", "090-0000-0001"], ["", "", ""]], [["a", "b"], ["c"]],
        ] as [[[String]]])
    func stringTable(_ rows: [[String]]) {
        let read = StringTable(encoded: StringTable(rows).encoded).rows
        // One row of one empty cell cannot be told from none; no list has such a row.
        #expect(read == (rows == [[""]] ? [] : rows))
    }

    @Test("Every migration can be applied to an empty file twice")
    func migrations() async throws {
        let fixture = try await StoreFixture()
        _ = try CardStore(fixture.files)
        let tables = try await fixture.store.writer.read {
            try String.fetchAll(
                $0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%STRICT%'")
        }
        #expect(tables.allSatisfy { $0.hasPrefix("grdb_") || $0.hasPrefix("sqlite_") })
    }
}
