import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardErasure {
    /// How many searches' words, of whichever association, are kept beside the record and need be kept no longer.
    public func searchedWords(before retention: Retention) throws -> Int {
        guard FileManager.default.fileExists(atPath: audit.path) else { return 0 }
        return try StoreFiles.reader(audit).read { database in
            guard try database.tableExists(Self.table) else { return 0 }
            return try Int.fetchOne(
                database, sql: "SELECT count(*) FROM \(Self.table) WHERE record < ?", arguments: [Self.first(retention)]
            ) ?? 0
        }
    }

    /// Erases them and gives their count. The record itself stays: it holds their salted hash, and the salt goes with them. The file is not
    /// written anew: records of look-ups would have to wait for that.
    public func eraseSearchedWords(before retention: Retention) throws -> Int {
        guard FileManager.default.fileExists(atPath: audit.path) else { return 0 }
        return try StoreFiles.writer(audit).writeWithoutTransaction { database in
            guard try database.tableExists(Self.table) else { return 0 }
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "DELETE FROM \(Self.table) WHERE record < ?", arguments: [Self.first(retention)])
            let count = database.changesCount
            _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return count
        }
    }

    /// Words by the record that holds their hash.
    private static let table = "searched_words"

    /// How the identifiers of the first records begin that are to be kept: their first 48 bits are the milliseconds since 1970 (RFC 9562).
    private static func first(_ retention: Retention) -> String {
        let digits = String(format: "%012lx", Int(retention.before.start.milliseconds))
        return digits.prefix(8) + "-" + digits.suffix(4)
    }
}
