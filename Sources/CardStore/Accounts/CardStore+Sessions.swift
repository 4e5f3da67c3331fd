public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: SessionRegister {
    public func session(_ hash: SecretHash) throws -> Session? {
        try nightFile().readers.read { database in
            let statement = try RawStatement(database, "SELECT \(Session.columns) FROM session WHERE hash = ?")
            statement.bind(hash.bytes, at: 1)
            return try statement.first { Session(&$0) } ?? nil
        }
    }

    public func sessions(of account: AccountID) throws -> [Session] {
        try sessions("account = ? ORDER BY started_ms DESC LIMIT 200", account.text)
    }

    public func newestSessions() throws -> [AccountID: Session] {
        let newest = try sessions(
            "hash IN (SELECT hash FROM session s WHERE started_ms = (SELECT max(started_ms) FROM session WHERE account = s.account))"
        )
        return Dictionary(newest.map { ($0.account, $0) }) { first, _ in first }
    }

    public func emergencies() throws -> [Session] {
        try sessions("way = 'emergency' ORDER BY started_ms DESC LIMIT 200")
    }

    public func begin(_ session: Session, step: Int64?, device: SecretHash?) async throws -> Bool {
        try await writing { database in
            if let step, try !Self.use(step, of: session.account, database) { return false }
            try session.insert(database)
            if let device { try session.noteBrowser(device, database) }
            try database.execute(
                sql: "DELETE FROM session WHERE started_ms < ?",
                arguments: [session.startedAt.milliseconds - AccountRules.sessionsKept])
            return true
        }
    }

    public func use(_ step: Int64, of account: AccountID) async throws -> Bool {
        try await writing { try Self.use(step, of: account, $0) }
    }

    public func noteUse(of session: SecretHash, at instant: Instant) async throws {
        try await writing {
            try $0.execute(
                sql: "UPDATE session SET seen_ms = max(seen_ms, ?) WHERE hash = ?",
                arguments: [instant.milliseconds, Data(session.bytes)])
        }
    }

    public func noteProof(of session: SecretHash, at instant: Instant) async throws {
        try await writing {
            try $0.execute(
                sql: "UPDATE session SET proved_ms = ? WHERE hash = ?",
                arguments: [instant.milliseconds, Data(session.bytes)])
        }
    }

    public func end(_ which: SessionsToEnd, of account: AccountID, at instant: Instant) async throws {
        let (condition, id) =
            switch which {
            case .one(let id): ("id = ?", id)
            case .allBut(let id): ("id <> ?", id ?? "")
            }
        try await writing {
            try $0.execute(
                sql: "UPDATE session SET ended_ms = ? WHERE account = ? AND ended_ms IS NULL AND \(condition)",
                arguments: [instant.milliseconds, account.text, id])
        }
    }

    public func knows(_ account: AccountID, device: SecretHash?, address: String?) throws -> (
        device: Bool, address: Bool
    ) {
        try reading { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT hash, address FROM known_browser WHERE account = ?", arguments: [account.text])
            let isDevice = rows.contains { row in
                device.map { Secrets.areEqual($0.bytes, Array(row["hash"] as Data)) } ?? false
            }
            return (isDevice, address != nil && rows.contains { ($0["address"] as String?) == address })
        }
    }

    public func review(_ session: String, by actor: String, at instant: Instant) async throws -> Bool {
        try await writing {
            try $0.execute(
                sql: """
                    UPDATE session SET reviewed_ms = ?, reviewed_by = ?
                    WHERE id = ? AND way = 'emergency' AND reviewed_ms IS NULL
                    """, arguments: [instant.milliseconds, actor, session])
            return $0.changesCount > 0
        }
    }

    private func sessions(_ condition: String, _ values: (any DatabaseValueConvertible)...) throws -> [Session] {
        try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT \(Session.columns) FROM session WHERE \(condition)",
                arguments: StatementArguments(values)
            ).compactMap(Session.init)
        }
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try nightFile().readers.read(body) } catch is DatabaseError { throw Refusal(.unavailable) }
    }

    private func writing<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value
    {
        do { return try await nightFile().writer.write(body) } catch is DatabaseError { throw Refusal(.unavailable) }
    }

    /// A step is used once, and with it all before it.
    private static func use(_ step: Int64, of account: AccountID, _ database: Database) throws -> Bool {
        try database.execute(
            sql: """
                INSERT INTO used_code VALUES (?1, ?2) ON CONFLICT DO UPDATE SET step = ?2 WHERE step < ?2
                """, arguments: [account.text, step])
        return database.changesCount > 0
    }
}
