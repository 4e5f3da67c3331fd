import DutyRota
import EmergencyCards
import GRDB

extension FileOutbox {
    /// Whether anything is to be sent, or has lost its sense.
    static func hasWork(
        at now: Instant, _ channels: Set<NoticeAddress.Channel>, _ database: Database
    ) throws -> Bool {
        // It is asked every second.
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM delivery WHERE settled_ms IS NULL AND claimed_ms IS NULL
                    AND (next_ms <= ?1 OR useful_until_ms <= ?1) AND channel IN (\(list(channels))))
                    """), arguments: [now.milliseconds]) ?? false
    }

    /// What waits by these channels, a line for each address, in the order in which it was put there.
    static func lines(_ channels: Set<NoticeAddress.Channel>, _ database: Database) throws -> [OutboxLine] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, recipient, channel, target, useful_until_ms, next_ms, claimed_ms FROM delivery
                WHERE settled_ms IS NULL AND channel IN (\(list(channels)))
                ORDER BY recipient, channel, target, rowid
                """)
        return rows.reduce(into: []) { lines, row in
            guard let recipient = NoticeRecipient(row["recipient"]),
                let channel = NoticeAddress.Channel(rawValue: row["channel"])
            else { return }
            let address = NoticeAddress(channel: channel, target: row["target"])
            if lines.last?.recipient != recipient || lines.last?.address != address {
                lines.append(OutboxLine(recipient: recipient, address: address, entries: []))
            }
            lines[lines.count - 1].entries.append(
                OutboxLine.Entry(
                    id: row["id"], usefulUntil: Instant(milliseconds: row["useful_until_ms"]),
                    nextAt: Instant(milliseconds: row["next_ms"]), isClaimed: row["claimed_ms"] != nil))
        }
    }

    private static func list(_ channels: Set<NoticeAddress.Channel>) -> String {
        channels.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    }
}
