public import EmergencyCards
import Foundation
import GRDB

/// Reads the record on a connection of its own: one reading at a time, off the threads that answer look-ups, each within a bounded time.
public final class AuditReader: AuditArchive, Sendable {
    private let reader: DatabaseQueue
    private let patience: Duration

    /// `patience`: how long one reading searches before it says where to go on. Throws where the record's file cannot be read.
    public init(_ files: StoreFiles, patience: Duration = .milliseconds(1500)) throws {
        reader = try StoreFiles.reader(files.audit)
        self.patience = patience
    }

    public func page(_ query: AuditQuery, after: AuditPlace?, limit: Int) async throws -> AuditPage {
        let end = ContinuousClock.now + patience
        return try await reader.read { database in
            var scan = AuditScan(query, operations: after?.operations ?? [])
            var (entries, next, count): ([AuditEntry], AuditPlace?, Int) = ([], nil, 0)
            let statement = try RawStatement(
                database, "SELECT seq, body FROM record WHERE seq < ? ORDER BY seq DESC")
            statement.bind(Int64(after?.before ?? .max), at: 1)
            try statement.each { row in
                let position = Int(row.integer())
                count += 1
                if entries.count == limit || count.isMultiple(of: 256) && ContinuousClock.now > end {
                    next = AuditPlace(before: position + 1, operations: scan.operations)
                    return false
                }
                return row.withBytes { body in
                    let verdict = scan.verdict(body)
                    if verdict == .take, let entry = AuditEntry(position: position, body: Array(body)),
                        query.key == nil || query.key == entry.actor.key
                    {
                        entries.append(entry)
                    }
                    return verdict != .stop
                }
            }
            return AuditPage(entries: entries, next: next)
        }
    }

    /// Hands every record that answers a question to `write`, in the order of the chain, and gives their count.
    public func export(_ query: AuditQuery, _ write: (AuditLine) throws -> Void) throws -> Int {
        try reader.read { database in
            var scan = AuditScan(query)
            var positions: [Int64] = []
            try RawStatement(database, "SELECT seq, body FROM record ORDER BY seq DESC").each { row in
                let position = row.integer()
                let verdict = row.withBytes { scan.verdict($0) }
                if verdict == .take { positions.append(position) }
                return verdict != .stop
            }
            let statement = try RawStatement(
                database,
                "SELECT r.body, r.hash, e.hash FROM record r LEFT JOIN record e ON e.seq = r.seq - 1 WHERE r.seq = ?")
            for position in positions.reversed() {
                statement.bind(position, at: 1)
                let line = try statement.first {
                    AuditLine(position: Int(position), body: $0.bytes(), hash: $0.bytes(), before: $0.bytes())
                }
                if let line { try write(line) }
            }
            return positions.count
        }
    }
}

/// A record with its place in the chain: `hash` is the SHA-256 of `before` and of `body`.
public struct AuditLine: Sendable {
    /// Counted from 1.
    public let position: Int
    /// A JSON object, as it was kept.
    public let body: [UInt8]
    public let hash: [UInt8]
    /// The hash of the record before; that of the first one's is all zeros.
    public let before: [UInt8]

    init(position: Int, body: [UInt8], hash: [UInt8], before: [UInt8]) {
        self.position = position
        self.body = body
        self.hash = hash
        self.before = before.isEmpty ? Chain.origin : before
    }
}
