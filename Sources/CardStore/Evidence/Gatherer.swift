public import DutyRota
import EmergencyCards
import Foundation
import GRDB

/// Gathers from the record of who looked what is counted, and whom a look-up concerns. Off every answer's path: it has connections of its own, and takes
/// a few records at a time.
///
/// How far it has come is kept with what it counted, in one transaction: each record counts once, whenever the daemon is killed.
public struct Gatherer: Sendable {
    let store: CardStore
    private let tail: AuditTail
    private let batch: Int

    /// `batch`: how many records are read at a time. Throws where the record's file cannot be read.
    public init(_ store: CardStore, _ files: StoreFiles, batch: Int = 500) throws {
        self.store = store
        self.batch = batch
        tail = try AuditTail(files)
    }

    /// What one step came to.
    public struct Step: Hashable, Sendable {
        /// How many records were read.
        public let records: Int
        /// Whether there may be more.
        public let goesOn: Bool
        /// The chain is not the one that was read before: it was replaced, or its end cut off. It is read from its beginning, and what is older than
        /// what was counted last is passed over.
        public var isReplaced = false
    }

    /// Reads the next records and writes what they come to. Throws where a file cannot be read or written; then nothing was counted.
    public func step(at now: Instant) async throws -> Step {
        let place = try Place.read(store)
        guard let records = try tail.batch(after: place.seq, hash: place.hash, limit: batch) else {
            try await startAnew(place)
            return Step(records: 0, goesOn: true, isReplaced: true)
        }
        guard let last = records.last else { return Step(records: 0, goesOn: false) }
        var gathered = Gathered(passed: place.passed, at: now)
        for entry in records.entries { try gathered.take(entry, store) }
        let notices = try gathered.notices(store)
        try await write(gathered, notices, from: place, to: last)
        return Step(records: records.count, goesOn: records.count == batch)
    }

    private func write(
        _ gathered: Gathered, _ notices: [Notice], from place: Place, to last: (seq: Int64, hash: Data)
    ) async throws {
        let deliveries = try store.registers().deliveries(of: notices, randomness: store.randomness)
        let at = max(place.last, gathered.lastAt)
        try await store.nightFile().writer.writeWithoutTransaction { database in
            try database.inCachedTransaction(.writing) {
                try database.cachedStatement(
                    sql: "UPDATE gathering SET seq = ?, hash = ?, last_ms = ? WHERE seq = ? AND hash = ?"
                ).execute(arguments: [last.seq, last.hash, at, place.seq, place.hash])
                // Somebody else has read on meanwhile, such as a second daemon on these files: what they counted is counted.
                guard database.changesCount == 1 else { return }
                try gathered.write(database)
                for delivery in deliveries { try delivery.enqueue(database) }
            }
        }
    }

    private func startAnew(_ place: Place) async throws {
        try await store.nightFile().writer.write { database in
            try database.execute(
                sql: "UPDATE gathering SET seq = 0, hash = x'', passed_ms = last_ms WHERE seq = ? AND hash = ?",
                arguments: [place.seq, place.hash])
        }
    }
}

extension Gatherer {
    /// How far the record has been read.
    private struct Place: Sendable {
        let seq: Int64
        let hash: Data
        /// The time of the latest record that was counted.
        let last: Int64
        /// Records up to then were counted from an earlier chain.
        let passed: Int64

        static func read(_ store: CardStore) throws -> Place {
            try store.nightFile().readers.read { database in
                guard let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT * FROM gathering")) else {
                    throw Refusal(.unavailable)
                }
                return Place(seq: row["seq"], hash: row["hash"], last: row["last_ms"], passed: row["passed_ms"])
            }
        }
    }
}
