import EmergencyCards
import Foundation
import GRDB

/// Reads the record of who looked onward, from where somebody stopped, on a connection of its own.
struct AuditTail: Sendable {
    private let reader: DatabaseQueue

    /// Throws where the record's file cannot be read.
    init(_ files: StoreFiles) throws {
        reader = try StoreFiles.reader(files.audit)
    }

    /// Some records behind a place.
    struct Batch: Sendable {
        /// Those that may count for something; of the others nothing is made.
        var entries: [AuditEntry] = []
        /// The last one that was read; nil: there was none.
        var last: (seq: Int64, hash: Data)?
        var count = 0
    }

    /// The records behind `seq`, no more than `limit`. nil: the record at `seq` is not the one with this hash, the chain is another one.
    func batch(after seq: Int64, hash: Data, limit: Int) throws -> Batch? {
        try reader.unsafeRead { database in
            try database.inCachedTransaction(.reading) {
                try Self.batch(after: seq, hash: hash, limit: limit, database)
            }
        }
    }

    private static func batch(after seq: Int64, hash: Data, limit: Int, _ database: Database) throws -> Batch? {
        if seq > 0 {
            let known = try Data.fetchOne(
                database.cachedStatement(sql: "SELECT hash FROM record WHERE seq = ?"), arguments: [seq])
            guard known == hash else { return nil }
        }
        var batch = Batch()
        let statement = try RawStatement(
            database, "SELECT seq, body, hash FROM record WHERE seq > ? ORDER BY seq LIMIT ?")
        statement.bind(seq, at: 1)
        statement.bind(Int64(limit), at: 2)
        try statement.each { row in
            let position = row.integer()
            let entry = row.withBytes { body -> AuditEntry? in
                guard Self.marks.contains(where: { $0.isIn(body) }) else { return nil }
                return AuditEntry(position: Int(position), body: Array(body))
            }
            if let entry { batch.entries.append(entry) }
            batch.last = (position, Data(row.bytes()))
            batch.count += 1
            return true
        }
        return batch
    }

    private static let marks = [ByteNeedle(#""action":"lookup""#), ByteNeedle(#""action":"search""#)]
}
