import Crypto
import EmergencyCards
import Foundation
import GRDB

/// What was searched for, with the salt by which the chain's hash of it is made.
struct SearchedWords: Codable, Sendable {
    /// Hexadecimal, drawn anew for each record.
    let salt: String
    /// As it was typed.
    let words: String

    init(salt: String, words: String) {
        self.salt = salt
        self.words = words
    }

    init(_ words: String, randomness: Randomness) {
        var random = randomness
        self.init(salt: (0..<2).map { _ in String(format: "%016lx", random.next()) }.joined(), words: words)
    }

    /// What the chain holds: the SHA-256 of salt and words, in hexadecimal.
    var hash: String { SHA256.hash(data: Array((salt + words).utf8)).map { String(format: "%02x", $0) }.joined() }

    /// Keeps the words beside the record, in the transaction in which the record joins the chain.
    func keep(under record: String, _ database: Database) throws {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO searched_words VALUES (?, ?, ?)").execute(
            arguments: [record, salt, words])
    }
}

extension SearchedWords {
    /// Everything that has not been erased, by record. A file from before there were searches has none.
    static func all(_ database: Database) throws -> [String: SearchedWords] {
        guard try database.tableExists("searched_words") else { return [:] }
        let rows = try Row.fetchAll(database, sql: "SELECT record, salt, words FROM searched_words")
        return Dictionary(rows.map { ($0[0], SearchedWords(salt: $0[1], words: $0[2])) }) { first, _ in first }
    }

    /// Whether a record's words are those of which it holds the hash. Words that have been erased say nothing against it.
    static func fit(_ all: [String: SearchedWords], _ body: [UInt8]) -> Bool {
        // Most records hold no words, and reading them as JSON takes longer than the chain itself.
        guard !all.isEmpty, Data(body).range(of: mark) != nil,
            let record = try? JSONDecoder().decode(Hashed.self, from: Data(body)), let words = all[record.id]
        else { return true }
        return record.words == words.hash
    }

    private static let mark = Data(#""words":""#.utf8)

    private struct Hashed: Decodable {
        let id: String
        let words: String?
    }
}
