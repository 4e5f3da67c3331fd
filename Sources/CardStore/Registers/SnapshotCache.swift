import EmergencyCards
import GRDB
import Synchronization

/// The registers as they were last read, with the stamp that says whether they still are.
final class SnapshotCache: Sendable {
    private struct State {
        var registers: Registers?
        var stamp: Int64 = 0
        /// `PRAGMA data_version` by connection: it moves when anybody else has written to the file.
        var seen: [ObjectIdentifier: Int64] = [:]
    }

    private let state = Mutex(State())

    /// The registers as they were last read; nil before the first time.
    var last: Registers? { state.withLock { $0.registers } }

    /// The registers as they are now. Reads them anew only when the file has changed and the stamp says that it was the registers.
    func current(_ database: Database, read: (Database) throws -> Registers) throws -> Registers {
        let version = try RawStatement(database, "PRAGMA data_version").first { $0.integer() } ?? 0
        let connection = ObjectIdentifier(database)
        let known = state.withLock { $0.seen[connection] == version ? $0.registers : nil }
        if let known { return known }
        let stamp = try Self.stamp(database)
        let unchanged = state.withLock { state in
            guard state.stamp == stamp, let registers = state.registers else { return Registers?.none }
            state.seen[connection] = version
            return registers
        }
        if let unchanged { return unchanged }
        let registers = try refresh(database, read: read)
        state.withLock { $0.seen[connection] = version }
        return registers
    }

    private func refresh(_ database: Database, read: (Database) throws -> Registers) throws -> Registers {
        var found: (stamp: Int64, registers: Registers)?
        try database.inTransaction(.deferred) {
            found = (try Self.stamp(database), try read(database))
            return .commit
        }
        guard let found else { throw DatabaseError(message: "registers were not read") }
        return state.withLock { state in
            if found.stamp >= state.stamp { (state.stamp, state.registers) = (found.stamp, found.registers) }
            return state.registers ?? found.registers
        }
    }

    private static func stamp(_ database: Database) throws -> Int64 {
        try RawStatement(database, "SELECT registers FROM stamp").first { $0.integer() } ?? 0
    }
}
