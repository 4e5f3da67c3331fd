import GRDB
import Synchronization

/// What was last read of a file, with the stamp that says whether it still is so.
final class SnapshotCache<Value: Sendable>: Sendable {
    /// Something read, with a number that tells it from what was read before.
    struct Snapshot: Sendable {
        let serial: Int
        let value: Value
    }

    private struct State {
        var snapshot: Snapshot?
        var stamp: Int64 = 0
        /// `PRAGMA data_version` by connection: it moves when anybody else has written to the file.
        var seen: [ObjectIdentifier: Int64] = [:]
    }

    private let state = Mutex(State())
    /// Held while reading anew: of many who come at once one reads, and the others take what was read.
    private let reading = Mutex(())
    private let stampQuery: String

    /// A cache of what a file holds; the query gives the file's stamp.
    init(stamp query: String) {
        stampQuery = query
    }

    /// What was last read; nil before the first time.
    var last: Snapshot? { state.withLock { $0.snapshot } }

    /// The file's content as it is now. Reads it anew only when the file has changed and the stamp says that it was this, or when what was
    /// read says of itself that it counts no more. `read` is given what was read before.
    func current(
        _ database: Database, isCurrent: (Value) -> Bool, read: (Database, Value?) throws -> Value
    ) throws -> Snapshot {
        let version = try RawStatement(database, "PRAGMA data_version").first { $0.integer() } ?? 0
        let connection = ObjectIdentifier(database)
        let known = state.withLock { $0.seen[connection] == version ? $0.snapshot : nil }
        if let known, isCurrent(known.value) { return known }
        return try reading.withLock { _ in
            let snapshot = try refreshed(database, isCurrent: isCurrent, read: read)
            state.withLock { $0.seen[connection] = version }
            return snapshot
        }
    }

    private func refreshed(
        _ database: Database, isCurrent: (Value) -> Bool, read: (Database, Value?) throws -> Value
    ) throws -> Snapshot {
        let (stamp, last) = state.withLock { ($0.stamp, $0.snapshot) }
        if let last, isCurrent(last.value), try readStamp(database) == stamp { return last }
        let found = try database.inCachedTransaction(.reading) {
            (stamp: try readStamp(database), value: try read(database, last?.value))
        }
        let snapshot = Snapshot(serial: (last?.serial ?? 0) + 1, value: found.value)
        state.withLock { state in
            state.snapshot = snapshot
            state.stamp = found.stamp
        }
        return snapshot
    }

    private func readStamp(_ database: Database) throws -> Int64 {
        try RawStatement(database, stampQuery).first { $0.integer() } ?? 0
    }
}
