import DutyRota
import EmergencyCards
import Foundation
import GRDB

extension Session {
    /// In the order in which they are read.
    static let columns =
        "id, hash, account, role, way, reason, started_ms, seen_ms, coalesce(proved_ms, -1) AS proved, coalesce(ended_ms, -1) AS ended, address, browser, coalesce(reviewed_ms, -1) AS reviewed, reviewed_by"

    /// nil where the row says what this version does not know.
    init?(_ row: inout RawRow) {
        let (id, hash, account) = (row.text() ?? "", row.bytes(), row.text() ?? "")
        let (role, way, reason) = (Role(rawValue: row.text() ?? ""), Way(rawValue: row.text() ?? ""), row.text())
        let times = (0..<4).map { _ in row.integer() }
        let (address, browser) = (row.text(), row.text())
        guard let role, let way else { return nil }
        self.init(
            id: id, hash: SecretHash(bytes: hash), account: AccountID(account), role: role, way: way, reason: reason,
            startedAt: Instant(milliseconds: times[0]), address: address, browser: browser)
        seenAt = Instant(milliseconds: times[1])
        provedAt = Self.instant(times[2])
        endedAt = Self.instant(times[3])
        reviewedAt = Self.instant(row.integer())
        reviewedBy = row.text()
    }

    init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]), let way = Way(rawValue: row["way"]) else { return nil }
        self.init(
            id: row["id"], hash: SecretHash(bytes: Array(row["hash"] as Data)), account: AccountID(row["account"]),
            role: role, way: way, reason: row["reason"], startedAt: Instant(milliseconds: row["started_ms"]),
            address: row["address"], browser: row["browser"])
        seenAt = Instant(milliseconds: row["seen_ms"])
        provedAt = Self.instant(row["proved"])
        endedAt = Self.instant(row["ended"])
        reviewedAt = Self.instant(row["reviewed"])
        reviewedBy = row["reviewed_by"]
    }

    func insert(_ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO session (hash, id, account, role, way, reason, started_ms, seen_ms, proved_ms, address, browser)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(hash.bytes), id, account.text, role.rawValue, way.rawValue, reason, startedAt.milliseconds,
                seenAt.milliseconds, provedAt?.milliseconds, address, browser,
            ])
    }

    /// Notes the browser as one with which the account was signed in, and forgets those that have not been for long.
    func noteBrowser(_ device: SecretHash, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO known_browser VALUES (?1, ?2, ?3, ?4, ?4)
                ON CONFLICT DO UPDATE SET last_ms = ?4, address = ?3
                """, arguments: [account.text, Data(device.bytes), address, startedAt.milliseconds])
        try database.execute(
            sql: "DELETE FROM known_browser WHERE last_ms < ?",
            arguments: [startedAt.milliseconds - AccountRules.sessionsKept])
    }

    private static func instant(_ milliseconds: Int64) -> Instant? {
        milliseconds < 0 ? nil : Instant(milliseconds: milliseconds)
    }
}
