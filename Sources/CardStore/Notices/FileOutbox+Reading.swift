import DutyRota
public import EmergencyCards
import GRDB

extension FileOutbox {
    public func deliveries(_ question: DeliveryQuestion) throws -> [DeliveryRecord] {
        let recipients = question.recipients.map { $0.map(\.text).sorted() }
        let conditions: [(sql: String, values: [any DatabaseValueConvertible])?] = [
            question.state.map { ("state = ?", [$0.rawValue]) },
            question.id.map { ("id = ?", [$0]) }, question.before.map { ("id < ?", [$0]) },
            recipients.map { texts in
                ("recipient IN (\(texts.map { _ in "?" }.joined(separator: ", ")))", texts)
            },
        ]
        let wanted = conditions.compactMap(\.self)
        let sql = wanted.isEmpty ? "" : "WHERE " + wanted.map(\.sql).joined(separator: " AND ")
        let values = wanted.flatMap(\.values) + [question.limit]
        return try readers.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM delivery \(sql) ORDER BY id DESC LIMIT ?",
                arguments: StatementArguments(values)
            ).compactMap(DeliveryRecord.init)
        }
    }

    public func counts() throws -> OutboxCounts {
        try readers.read { database in
            var counts = OutboxCounts()
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT channel, count(*) AS number, min(made_ms) AS oldest FROM delivery
                    WHERE settled_ms IS NULL GROUP BY channel
                    """)
            for row in rows {
                guard let channel = NoticeAddress.Channel(rawValue: row["channel"]) else { continue }
                counts.waiting[channel] = row["number"]
                let oldest = Instant(milliseconds: row["oldest"])
                counts.oldest = min(counts.oldest ?? oldest, oldest)
            }
            counts.dead =
                try Int.fetchOne(database, sql: "SELECT count(*) FROM delivery WHERE state = 'dead'") ?? 0
            return counts
        }
    }
}
