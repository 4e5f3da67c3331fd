import DutyRota
import EmergencyCards
import Foundation
import GRDB

extension SearchIndex {
    /// Makes every folded form anew where the file's were made by another way of folding, in one transaction. A million patients take about a
    /// minute; otherwise it is one question.
    static func bringUpToDate(_ writer: DatabaseQueue) throws {
        let version = String(Folding.version)
        let isCurrent = try writer.inDatabase { try Self.version($0) == version }
        guard !isCurrent else { return }
        try writer.write { database in
            guard try Self.version(database) != version else { return }
            try withIndexesAside(database) {
                try database.execute(
                    sql: "DELETE FROM search_entry; DELETE FROM search_town; DELETE FROM card_telephone")
                try inBatches("SELECT \(patientColumns) FROM patient WHERE key > ? ORDER BY key LIMIT 1000", database) {
                    try enterPatient($0, database)
                }
                try inBatches(
                    "SELECT number, family, nurse FROM card WHERE number > ? ORDER BY number LIMIT 1000", database
                ) { row in
                    let nurse = StringTable(encoded: row["nurse"]).rows.first?.cell(1)
                    let family = StringTable(encoded: row["family"]).rows.compactMap { $0.cell(2) }
                    try enterTelephones(family: family, nurse: nurse, ofCard: row[0], database)
                }
            }
            try database.execute(
                sql: """
                    INSERT INTO setting VALUES ('folding', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
                    """, arguments: [version])
        }
    }

    private static let patientColumns =
        "key, association, kana, kana_folded, birth_date, address, address_folded, area"

    private static func version(_ database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'folding'")
    }

    /// Reads all rows of a statement, whose first column is a key by which it goes on.
    private static func inBatches(_ sql: String, _ database: Database, _ body: (Row) throws -> Void) throws {
        var last: Int64 = 0
        while true {
            let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [last])
            guard let end = rows.last else { return }
            for row in rows { try body(row) }
            last = end[0]
        }
    }

    private static func enterPatient(_ row: Row, _ database: Database) throws {
        var patient = PatientDetails()
        patient.kana = row["kana"]
        patient.birthDate = (row["birth_date"] as String?).flatMap { Day($0) }
        patient.address = row["address"]
        patient.area = (row["area"] as String?).map { AreaID($0) }
        let (kana, address) = (patient.kana.map(Kana.folded), patient.address.map(Address.folded))
        if kana != row["kana_folded"] || address != row["address_folded"] {
            try database.cachedStatement(sql: "UPDATE patient SET kana_folded = ?, address_folded = ? WHERE key = ?")
                .execute(arguments: [kana, address, row[0] as Int64])
        }
        try enter(patient, key: row[0], of: AssociationID(row["association"]), database)
    }

    /// Drops the indexes of the entries and makes them again behind the work: sorted once is faster than kept sorted.
    private static func withIndexesAside(_ database: Database, _ work: () throws -> Void) throws {
        let indexes = try Row.fetchAll(
            database,
            sql:
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'search_entry' AND sql IS NOT NULL"
        )
        for index in indexes { try database.execute(sql: "DROP INDEX \"\(index["name"] as String)\"") }
        try work()
        for index in indexes { try database.execute(sql: index["sql"]) }
    }
}
