public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: LinkRegister {
    public func isTaken(_ address: String) throws -> Bool {
        try reading {
            try Bool.fetchOne($0, sql: "SELECT 1 FROM night_link WHERE address = ?", arguments: [address]) ?? false
        }
    }

    public func links(of call: CallID) throws -> [KeptLink] {
        try reading { database in
            let sql =
                """
                SELECT l.*, o.openings, o.first_ms, o.last_ms, w.count AS wrong FROM night_link l
                LEFT JOIN link_opening o USING (address) LEFT JOIN link_wrong_code w USING (address)
                WHERE l.call = ? ORDER BY l.rowid
                """
            return try Row.fetchAll(database, sql: sql, arguments: [call.text]).map(KeptLink.init)
        }
    }

    public func tryCode(
        at address: String, at instant: Instant, visit: VisitHash,
        decide: @Sendable (LinkScene?, _ wrong: Int) -> Bool
    ) async throws -> CodeTrial {
        do {
            return try await nightFile().writer.write { database in
                let scene = try LinkScene.fetch(address, database)
                let wrong = try Self.wrongCodes(at: address, database)
                let isOpened = decide(scene, wrong)
                if isOpened {
                    try Self.noteOpening(address, at: instant, visit, database)
                } else {
                    try Self.noteWrongCode(address, at: instant, database)
                }
                return CodeTrial(scene: scene, isOpened: isOpened, wrongCodes: isOpened ? wrong : wrong + 1)
            }
        } catch is DatabaseError { throw Refusal(.unavailable) }
    }

    public func visited(_ visit: VisitHash) throws -> LinkScene? {
        try reading { database in
            let address = try String.fetchOne(
                database, sql: "SELECT address FROM link_visit WHERE visit = ?", arguments: [Data(visit.bytes)])
            return try address.flatMap { try LinkScene.fetch($0, database) }
        }
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try nightFile().readers.read { database in
            try database.inCachedTransaction(.reading) { try body(database) }
        }
    }

    private static func wrongCodes(at address: String, _ database: Database) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count FROM link_wrong_code WHERE address = ?", arguments: [address]) ?? 0
    }

    private static func noteOpening(
        _ address: String, at instant: Instant, _ visit: VisitHash, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO link_opening VALUES (?1, 1, ?2, ?2)
                ON CONFLICT DO UPDATE SET openings = openings + 1, last_ms = ?2
                """, arguments: [address, instant.milliseconds])
        try database.execute(
            sql: "INSERT INTO link_visit VALUES (?, ?, ?)",
            arguments: [Data(visit.bytes), address, instant.milliseconds])
    }

    /// Counts it, and forgets what is older than a month: longer than any link lives.
    private static func noteWrongCode(_ address: String, at instant: Instant, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO link_wrong_code VALUES (?1, 1, ?2)
                ON CONFLICT DO UPDATE SET count = count + 1, last_ms = ?2
                """, arguments: [address, instant.milliseconds])
        try database.execute(
            sql: "DELETE FROM link_wrong_code WHERE last_ms < ?",
            arguments: [instant.milliseconds - 30 * 86_400_000])
    }
}
