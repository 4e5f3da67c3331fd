public import EmergencyCards
import Foundation
import GRDB

/// Records of what commands do, on the daemon's own chain; the daemon may be running.
public enum CommandTrail {
    /// Keeps a record. Throws where it cannot be kept: then the command must not do what it says.
    public static func append(_ record: AuditRecord, to files: StoreFiles) throws {
        let writer = try StoreFiles.writer(files.audit)
        try Schema.migrateAudit(writer)
        let entry = ChainRecord(record, id: UUIDv7.make(at: record.at, randomness: .system))
        try writer.inDatabase { database in
            try database.inTransaction(.immediate) {
                try Chain.append([entry], database)
                return .commit
            }
        }
    }
}
