public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: FeedRegister {
    public func addFeed(_ feed: FeedAddress, hash: KeyHash) async throws {
        let (physician, area): (String?, String?) =
            switch feed.subject {
            case .physician(let id): (id.text, nil)
            case .area(let id): (nil, id.text)
            }
        try await writer.write { database in
            try database.execute(
                sql: "INSERT INTO feed VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    feed.id, feed.association.text, physician, area, Data(hash.bytes), feed.createdAt.milliseconds,
                    feed.createdBy, feed.revokedAt?.milliseconds,
                ])
        }
    }

    public func feeds(of association: AssociationID) throws -> [FeedAddress] {
        try readers.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM feed WHERE association = ? ORDER BY created_ms, id",
                arguments: [association.text]
            ).compactMap(FeedAddress.init)
        }
    }

    public func feed(hash: KeyHash) throws -> FeedAddress? {
        try readers.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM feed WHERE hash = ? AND revoked_ms IS NULL",
                arguments: [Data(hash.bytes)]
            ).flatMap(FeedAddress.init)
        }
    }

    public func revokeFeed(_ id: String, of association: AssociationID, at instant: Instant) async throws -> Bool {
        try await writer.write { database in
            try database.execute(
                sql: "UPDATE feed SET revoked_ms = ? WHERE id = ? AND association = ? AND revoked_ms IS NULL",
                arguments: [instant.milliseconds, id, association.text])
            return database.changesCount > 0
        }
    }
}

extension FeedAddress {
    fileprivate init?(_ row: Row) {
        let subject: Subject? =
            (row["physician"] as String?).map { .physician(PhysicianID($0)) }
            ?? (row["area"] as String?).map { .area(AreaID($0)) }
        guard let subject else { return nil }
        self.init(
            id: row["id"], association: AssociationID(row["association"]), subject: subject,
            createdAt: Instant(milliseconds: row["created_ms"]), createdBy: row["created_by"],
            revokedAt: (row["revoked_ms"] as Int64?).map(Instant.init(milliseconds:)))
    }
}
