import Crypto
import DutyRota
import EmergencyCards
import Foundation
import GRDB

/// A record as the chain keeps it.
struct ChainRecord: Sendable {
    let id: String
    /// RFC 3339, as the body says it; such texts of one offset sort by time.
    let at: String
    /// A JSON object.
    let body: [UInt8]
    /// What was searched for; the body holds its hash.
    let words: SearchedWords?

    init(_ record: AuditRecord, id: String, randomness: Randomness = .system) {
        self.id = id
        let words = record.words.map { SearchedWords($0, randomness: randomness) }
        self.words = words
        let at = record.at.rfc3339
        self.at = at
        var json = JSONWriter(capacity: record.details.count + 320)
        json.object { json in
            json.member("id", id)
            json.member("at", at)
            json.member("action", record.action.rawValue)
            json.member("actor", object: record.actor) {
                $0.member("key", $1.key)
                $0.member("role", $1.role)
                $0.member("person", $1.person)
                $0.member("address", $1.address)
            }
            if let words { json.member("words", words.hash) }
            json.member("details", json: record.details)
        }
        body = json.bytes
    }

    init(id: String, at: String, body: [UInt8], words: SearchedWords? = nil) {
        self.id = id
        self.at = at
        self.body = body
        self.words = words
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
        let insert = try RawStatement(database, "INSERT INTO record (seq, body, hash) VALUES (?, ?, ?)")
        for record in records {
            seq += 1
            hash = link(hash, record.body)
            insert.bind(seq, at: 1)
            insert.bind(text: record.body, at: 2)
            insert.bind(hash, at: 3)
            try insert.run()
            try record.words?.keep(under: record.id, database)
        }
    }

    /// Appends records that overflowed, each once, and none that the chain has already.
    static func join(_ records: [ChainRecord], _ database: Database) throws {
        guard let first = records.map(\.at).min() else { return }
        var known = try identifiers(since: first, database)
        try append(records.filter { known.insert($0.id).inserted }, database)
    }

    static func link(_ before: [UInt8], _ body: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: before)
        hasher.update(data: body)
        return Array(hasher.finalize())
    }

    /// The identifiers of the records made since a time; read from the end, where they stand. Records stand in the order in which they were
    /// written, which is nearly that of their times: the reading goes on until a thousand in a row are older.
    private static func identifiers(since time: String, _ database: Database) throws -> Set<String> {
        var (found, older): (Set<String>, Int) = ([], 0)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT json_extract(body, '$.at') AS at, json_extract(body, '$.id') AS id FROM record
                WHERE json_valid(body) ORDER BY seq DESC
                """)
        while older < 1000, let row = try rows.next() {
            older = row["at"] as String? ?? "" < time ? older + 1 : 0
            if let id = row["id"] as String? { found.insert(id) }
        }
        return found
    }
}
