import Foundation
import GRDB

/// What reading the whole chain has shown.
public struct AuditVerification: Sendable {
    /// How many records hold together from the beginning.
    public let intact: Int
    /// The first record that does not fit the one before, nil where all do.
    public let brokenAt: Int?
    /// The hash of the last record that holds, in hexadecimal: noted elsewhere, it shows later whether the end was cut off.
    public let head: String

    /// Reads the record's file and computes every hash anew. Throws where the file cannot be read.
    public static func run(_ files: StoreFiles) throws -> AuditVerification {
        guard FileManager.default.fileExists(atPath: files.audit.path) else {
            return AuditVerification(intact: 0, brokenAt: nil, head: hexadecimal(Chain.origin))
        }
        return try StoreFiles.reader(files.audit).read { database in
            var (hash, count) = (Chain.origin, 0)
            let words = try SearchedWords.all(database)
            let rows = try Row.fetchCursor(
                database, sql: "SELECT seq, CAST(body AS BLOB) AS body, hash FROM record ORDER BY seq")
            while let row = try rows.next() {
                let expected = Chain.link(hash, Array(row["body"] as Data))
                guard row["seq"] as Int == count + 1, Array(row["hash"] as Data) == expected,
                    SearchedWords.fit(words, Array(row["body"] as Data))
                else {
                    return AuditVerification(intact: count, brokenAt: count + 1, head: hexadecimal(hash))
                }
                hash = expected
                count += 1
            }
            return AuditVerification(intact: count, brokenAt: nil, head: hexadecimal(hash))
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(format: "%02x", $0) }.joined()
    }
}
