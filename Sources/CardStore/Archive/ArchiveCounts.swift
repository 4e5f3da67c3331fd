public import DutyRota
import GRDB

/// How much of an association an export takes out.
public struct ArchiveCounts: Sendable {
    public let association: AssociationID
    public let cards: Int
    public let patients: Int
    public let revisions: Int

    init(_ association: AssociationID, _ database: Database) throws {
        func count(_ sql: String) throws -> Int {
            try Int.fetchOne(database, sql: sql, arguments: [association.text]) ?? 0
        }
        self.association = association
        cards = try count("SELECT count(*) FROM card WHERE association = ?")
        patients = try count("SELECT count(*) FROM patient WHERE association = ?")
        revisions = try count("SELECT count(*) FROM rota_revision WHERE association = ?")
    }
}
