import DutyRota
import EmergencyCards
import GRDB

/// Writes everything of one association as files, inside one transaction of each of the two databases.
///
/// What it writes depends on nothing but what is stored and on `now`, and on that only by what has come to count by then: the same content
/// gives the same bytes.
struct HistoryWriter {
    let database: Database
    let desk: Database
    let association: AssociationID
    let now: Instant
    /// The form of the files.
    var format = Self.format
    /// Takes the next bytes of a file; those of one file come together.
    let write: (_ file: String, _ bytes: [UInt8]) throws -> Void

    /// The present form of these files. Another one has another number: 2 has calls.
    static let format = 2
    private static let chunk = 1 << 16

    /// Writes every file; the one that counts the rows of the others comes last.
    func run() throws {
        let asOf = try asOf()
        let registers = try RegisterReader(database, at: asOf).registers()
        guard let book = registers.books[association] else { throw Refusal(.unknownAssociation) }
        let tables = SeedTables(book: book, hospitals: Array(registers.hospitals.values), on: asOf.day)
        for file in tables.files { try write(file.name, file.bytes) }
        try writeCards(registers)
        var counts: [(StaticString, Int)] = []
        for table in HistoryTable.cards { counts.append((table.file, try writeRows(of: table, database))) }
        for table in HistoryTable.desk where table.since <= format {
            counts.append((table.file, try writeRows(of: table, desk)))
        }
        try writeManifest(asOf: asOf, length: registers.numberLength, counts)
    }

    /// The last instant at which what counts of the registers changed: from then on the files say the same whenever they are written.
    private func asOf() throws -> Instant {
        let last = try Int64.fetchOne(
            database,
            sql: """
                SELECT max(at) FROM (SELECT max(at_ms) AS at FROM register_change WHERE association = ?1
                UNION ALL SELECT max(entered_ms) FROM physician_version JOIN physician p ON p.id = physician
                WHERE p.association = ?1 UNION ALL SELECT max(from_ms) FROM physician_version JOIN physician p ON p.id = physician
                WHERE p.association = ?1 AND from_ms <= ?2 UNION ALL SELECT max(entered_ms) FROM hospital_version
                UNION ALL SELECT max(from_ms) FROM hospital_version WHERE from_ms <= ?2)
                """, arguments: [association.text, now.milliseconds])
        return last.map(Instant.init(milliseconds:)) ?? now
    }

    private func writeCards(_ registers: Registers) throws {
        var lines = Lines(file: "cards.json", write: write)
        let numbers = try Int.fetchCursor(
            database, sql: "SELECT number FROM card WHERE association = ? ORDER BY number",
            arguments: [association.text])
        while let number = try numbers.next() {
            guard let card = try CardStore.card(CardNumber(issued: number), database)?.card else { continue }
            try lines.next { card.writeSeed(to: &$0, registers: registers) }
        }
        try lines.end()
    }

    /// Writes a table's file and gives the number of its rows.
    private func writeRows(of table: HistoryTable, _ database: Database) throws -> Int {
        var lines = Lines(file: table.path, write: write)
        let rows = try Row.fetchCursor(database, sql: table.select, arguments: [association.text])
        while let row = try rows.next() {
            try lines.next { json in
                json.object { json in
                    for (index, column) in table.columns.enumerated() { column.write(row[index], to: &json) }
                }
            }
        }
        try lines.end()
        return lines.count
    }

    private func writeManifest(asOf: Instant, length: NumberLength, _ counts: [(StaticString, Int)]) throws {
        var json = JSONWriter()
        json.object { json in
            json.member("format", format)
            json.member("association", association.text)
            json.member("asOf", asOf.rfc3339)
            json.member("numberLength", length.rawValue)
            json.member(
                "rows",
                object: { json in
                    for (file, count) in counts { json.member(file, count) }
                })
        }
        try write(HistoryManifest.path, json.bytes + [UInt8(ascii: "\n")])
    }

    /// A JSON array with an object a line.
    private struct Lines {
        let file: String
        let write: (String, [UInt8]) throws -> Void
        var count = 0
        private var waiting: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "\n")]

        init(file: String, write: @escaping (String, [UInt8]) throws -> Void) {
            self.file = file
            self.write = write
        }

        mutating func next(_ object: (inout JSONWriter) -> Void) throws {
            var json = JSONWriter(capacity: 2048)
            object(&json)
            if count > 0 { waiting += [UInt8(ascii: ","), UInt8(ascii: "\n")] }
            waiting += json.bytes
            count += 1
            guard waiting.count >= HistoryWriter.chunk else { return }
            try write(file, waiting)
            waiting = []
        }

        mutating func end() throws {
            waiting += count > 0 ? [UInt8(ascii: "\n")] : []
            waiting += [UInt8(ascii: "]"), UInt8(ascii: "\n")]
            try write(file, waiting)
        }
    }
}
