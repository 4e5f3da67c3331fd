import Crypto
import DutyRota
import EmergencyCards
import Foundation
import GRDB

/// A record as the chain keeps it.
struct ChainRecord: Sendable {
    let id: String
    let milliseconds: Int64
    /// A JSON object.
    let body: [UInt8]

    init(_ record: AuditRecord, id: String) {
        self.id = id
        milliseconds = record.at.milliseconds
        var json = JSONWriter(capacity: record.details.count + 320)
        json.object { json in
            json.member("id", id)
            json.member("at", record.at.rfc3339)
            json.member("action", record.action.rawValue)
            json.member("actor", object: record.actor) {
                $0.member("key", $1.key)
                $0.member("role", $1.role)
                $0.member("person", $1.person)
                $0.member("address", $1.address)
            }
            json.member("details", json: record.details)
        }
        body = json.bytes
    }

    init(id: String, milliseconds: Int64, body: [UInt8]) {
        self.id = id
        self.milliseconds = milliseconds
        self.body = body
    }
}

/// The chain of hashes: each record holds the SHA-256 of the hash before it and of its own body.
enum Chain {
    /// What the first record is bound to.
    static let origin = [UInt8](repeating: 0, count: 32)

    /// Appends records behind the last one. Reads where the chain ends anew each time: a command may have written in between.
    static func append(_ records: [ChainRecord], _ database: Database) throws {
        if records.isEmpty { return }
        let last = try RawStatement(database, "SELECT seq, hash FROM record ORDER BY seq DESC LIMIT 1")
            .first { (seq: $0.integer(), hash: $0.bytes()) }
        var (seq, hash) = last ?? (0, origin)
        let insert = try RawStatement(database, "INSERT INTO record (seq, at_ms, body, hash) VALUES (?, ?, ?, ?)")
        for record in records {
            seq += 1
            hash = link(hash, record.body)
            insert.bind(seq, at: 1)
            insert.bind(record.milliseconds, at: 2)
            insert.bind(text: record.body, at: 3)
            insert.bind(hash, at: 4)
            try insert.run()
        }
    }

    /// Appends what the second place holds and the chain does not.
    static func join(_ overflow: OverflowFile, _ database: Database) throws {
        let records = overflow.records()
        let known = try identifiers(since: records.map(\.milliseconds).min() ?? .max, database)
        try append(records.filter { !known.contains($0.id) }, database)
    }

    static func link(_ before: [UInt8], _ body: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: before)
        hasher.update(data: body)
        return Array(hasher.finalize())
    }

    /// The identifiers of the records made since an instant; read from the end, where they stand.
    private static func identifiers(since milliseconds: Int64, _ database: Database) throws -> Set<String> {
        var found: Set<String> = []
        let rows = try Row.fetchCursor(
            database, sql: "SELECT at_ms, json_extract(body, '$.id') AS id FROM record ORDER BY seq DESC")
        // Records stand in the order in which they were written, which is not quite that of their times.
        while let row = try rows.next(), row["at_ms"] as Int64 >= milliseconds - 60_000 { found.insert(row["id"]) }
        return found
    }
}
