import GRDB
import Testing

@testable import CardStore

@Suite("What an export has of the database")
struct CoverageTests {
    @Test("Every table and column is in a file, or on the list of those left out")
    func everything() async throws {
        let fixture = try await StoreFixture()
        for (queue, tables) in [
            (fixture.store.writer, HistoryTable.cards), (try fixture.store.nightFile().writer, HistoryTable.desk),
        ] {
            let names = try await queue.read {
                try String.fetchAll($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            }
            #expect(names.count > 4)
            for name in names where HistoryTable.leftOut[name] == nil && !name.hasPrefix("sqlite_") {
                let told = tables.filter { $0.table == name }
                #expect(!told.isEmpty, "no file has table \(name), and nothing says why")
                let columns = try await queue.read { try $0.columns(in: name).map(\.name) }
                for table in told {
                    let missing = columns.filter { column in
                        !table.elsewhere.contains(column) && !table.columns.contains { $0.name == column }
                    }
                    #expect(missing == [], "\(table.file) leaves out")
                }
            }
        }
    }

    @Test("A card's columns are those that its document says, and no more")
    func cards() async throws {
        let fixture = try await StoreFixture()
        let columns = try await fixture.store.writer.read { try $0.columns(in: "card").map(\.name) }
        #expect(
            Set(columns) == Set(CardStore.columns), "a new column must be in Card.write(to:), or an export loses it")
    }
}
