public import DutyRota
public import EmergencyCards
import GRDB

/// The outbox of one file.
public struct FileOutbox: Outbox {
    let writer: DatabaseQueue
    let readers: ReaderPool

    public func claim(
        at now: Instant, channels: Set<NoticeAddress.Channel>, limit: Int
    ) async throws -> [Delivery] {
        // Most of the time nothing waits, and nobody is to be held up by asking.
        guard try readers.read({ try Self.hasWork(at: now, channels, $0) }) else { return [] }
        return try await writer.write { database in
            let lines = try Self.lines(channels, database)
            for entry in lines.flatMap({ $0.expired(at: now) }) {
                try Self.record(entry.id, database)?.progress.settled(.tooLate, at: now, OutboxRules())
                    .update(entry.id, database)
            }
            return try lines.compactMap { $0.due(at: now) }.sorted { $0.id < $1.id }.prefix(limit).compactMap { entry in
                guard let record = try Self.record(entry.id, database) else { return nil }
                try record.progress.claimed(at: now).update(entry.id, database)
                return record.delivery
            }
        }
    }

    public func settle(_ id: String, _ outcome: DeliveryOutcome, at now: Instant, _ rules: OutboxRules) async throws {
        try await writer.write { database in
            try Self.record(id, database)?.progress.settled(outcome, at: now, rules).update(id, database)
        }
    }

    public func recover(at now: Instant, _ rules: OutboxRules) async throws {
        try await writer.write { database in
            let ids = try String.fetchAll(
                database, sql: "SELECT id FROM delivery WHERE settled_ms IS NULL AND claimed_ms IS NOT NULL")
            for id in ids {
                try Self.record(id, database)?.progress.settled(.unknown, at: now, rules).update(id, database)
            }
        }
    }

    public func resend(
        _ id: String, decide: @Sendable (DeliveryRecord) throws -> DeliveryResending
    ) async throws -> DeliveryRecord? {
        try await writer.write { database in
            guard let record = try Self.record(id, database) else { return nil }
            let resending = try decide(record)
            try resending.progress.update(id, database)
            try database.execute(
                sql: "UPDATE delivery SET useful_until_ms = ? WHERE id = ?",
                arguments: [resending.usefulUntil.milliseconds, id])
            return try Self.record(id, database)
        }
    }

    public func erase(at now: Instant, _ rules: OutboxRules) async throws {
        let day: Int64 = 86_400_000
        try await writer.write { database in
            try database.execute(
                sql: "DELETE FROM delivery WHERE settled_ms < ? AND (state = 'sent' OR settled_ms < ?)",
                arguments: [
                    now.milliseconds - rules.keptSentDays * day, now.milliseconds - rules.keptFailedDays * day,
                ])
        }
    }

    static func record(_ id: String, _ database: Database) throws -> DeliveryRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM delivery WHERE id = ?", arguments: [id])
            .flatMap(DeliveryRecord.init)
    }
}
