public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

/// Erases cards that need be kept no longer. The number stays taken and answers as ended; nothing of the patient remains.
public struct CardErasure: Sendable {
    let writer: DatabaseQueue
    private let deskFile: URL
    /// The record of who looked.
    let audit: URL

    /// Opens the cards' file; the daemon may be running. Throws where it cannot be opened.
    public init(_ files: StoreFiles) throws {
        writer = try StoreFiles.writer(files.cards)
        try Schema.migrateCards(writer)
        audit = files.audit
        deskFile = files.desk
    }

    /// The file of calls.
    func desk() throws -> DatabaseQueue {
        let desk = try StoreFiles.writer(deskFile)
        try Schema.migrateDesk(desk)
        return desk
    }

    /// Cards of an association that need be kept no longer, by number. When they were looked up last is read from this node's own record.
    public func due(of association: AssociationID, _ retention: Retention) throws -> [RetainedCard] {
        let lookUps = try LastLookUps(audit)
        return try writer.read { try Self.due(of: association, retention, lookUps, $0) }
    }

    /// Erases them in one transaction and gives them. What refers to a card or to a patient who has no other card goes with it.
    public func erase(of association: AssociationID, _ retention: Retention, at instant: Instant) throws
        -> [RetainedCard]
    {
        let lookUps = try LastLookUps(audit)
        return try writer.writeWithoutTransaction { database in
            // What is taken away is overwritten in its page.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            var erased: [RetainedCard] = []
            try database.inTransaction(.immediate) {
                erased = try Self.due(of: association, retention, lookUps, database)
                for card in erased { try Self.erase(card.number, at: instant, database) }
                try Self.erasePatientsWithoutCards(database)
                return .commit
            }
            return erased
        }
    }

    /// Writes both files anew, so that no page and no log of writes holds a word of what was erased: earlier changes of a card leave some behind.
    /// false where somebody goes on reading an older state; then it is to be tried again. Changes wait meanwhile.
    public func scrub() throws -> Bool {
        try [writer, desk()].allSatisfy { file in
            try file.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                for _ in 0..<5 {
                    let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                    if row?[0] as Int? == 0 { return true }
                }
                return false
            }
        }
    }

    private static func due(
        of association: AssociationID, _ retention: Retention, _ lookUps: LastLookUps, _ database: Database
    ) throws -> [RetainedCard] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, state, ended_reason, ended_on, entered_ms FROM card
                WHERE association = ? AND state IN ('draft', 'ended') AND entered_ms < ? ORDER BY number
                """, arguments: [association.text, retention.before.start.milliseconds]
        ).compactMap { row in
            guard let state = CardState(rawValue: row["state"]) else { return nil }
            let number = CardNumber(issued: row["number"])
            let card = RetainedCard(
                number: number, state: state,
                endedReason: (row["ended_reason"] as String?).flatMap(EndedReason.init),
                endedOn: (row["ended_on"] as String?).flatMap { Day($0) },
                lastVersionOn: Instant(milliseconds: row["entered_ms"]).day, lastLookUpOn: lookUps.days[number])
            return retention.isOver(card) ? card : nil
        }
    }

    private static func erase(_ number: CardNumber, at instant: Instant, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO erased_card (number, association, colour, ended_reason, ended_on, version, erased_ms, patient)
                SELECT number, association, colour, ended_reason, ended_on, version, ?, patient FROM card WHERE number = ?
                """, arguments: [instant.milliseconds, number.value])
        try eraseReferences(to: "card", number.value, database)
        try database.execute(sql: "DELETE FROM card WHERE number = ?", arguments: [number.value])
    }

    private static func erasePatientsWithoutCards(_ database: Database) throws {
        let keys = try Int.fetchAll(
            database,
            sql: """
                SELECT DISTINCT patient FROM erased_card e WHERE patient IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM card c WHERE c.patient = e.patient)
                """)
        for key in keys {
            try database.execute(sql: "UPDATE erased_card SET patient = NULL WHERE patient = ?", arguments: [key])
            try eraseReferences(to: "patient", key, database)
            try database.execute(sql: "DELETE FROM patient WHERE key = ?", arguments: [key])
        }
    }

    /// Deletes the rows of every table that refer to a row: versions, repetitions, telephones, and whatever later tables keep of it.
    static func eraseReferences(to table: String, _ key: some DatabaseValueConvertible, _ database: Database) throws {
        let references = try Row.fetchAll(
            database,
            sql: """
                SELECT m.name, f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
                WHERE m.type = 'table' AND f."table" = ?
                """, arguments: [table])
        for reference in references {
            let (child, column) = (reference[0] as String, reference[1] as String)
            try database.execute(
                sql: "DELETE FROM \"\(child)\" WHERE \"\(column)\" = ?",
                arguments: StatementArguments([key]))
        }
    }
}

/// The days on which cards were looked up last, by this node's own record: by the number that was typed, and by the one that was shown.
struct LastLookUps: Sendable {
    private(set) var days: [CardNumber: Day] = [:]

    /// Reads the whole record. Throws where the file cannot be read; a record that was never begun has nothing.
    init(_ file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        var days: [CardNumber: Day] = [:]
        try StoreFiles.reader(file).read { database in
            let statement = try RawStatement(
                database,
                """
                SELECT substr(json_extract(body, '$.at'), 1, 10), json_extract(body, '$.details.card'),
                coalesce(json_extract(body, '$.details.read'), json_extract(body, '$.details.asked')) FROM record
                WHERE instr(body, '"action":"lookup"') > 0 AND instr(body, '"outcome":"found"') > 0 AND json_valid(body)
                """)
            try statement.each { row in
                guard let day = row.day() else { return true }
                for text in [row.text(), row.text()] {
                    guard let value = text.flatMap({ Int($0.filter { $0 != "-" }) }) else { continue }
                    let number = CardNumber(issued: value)
                    days[number] = max(day, days[number] ?? day)
                }
                return true
            }
        }
        self.days = days
    }
}
