public import DutyRota
public import EmergencyCards
import GRDB

extension CardStore {
    /// What is counted with a card's number; nil: nobody knows it.
    func tallied(_ number: CardNumber) throws -> TalliedCard? {
        try readers.read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT association, training, attending FROM card WHERE number = ?1
                        UNION ALL SELECT association, 0, NULL FROM erased_card WHERE number = ?1 LIMIT 1
                        """), arguments: [number.value])
            return row.map {
                TalliedCard(
                    association: AssociationID($0["association"]), isTraining: $0["training"],
                    attending: ($0["attending"] as String?).map { PhysicianID($0) })
            }
        }
    }

    /// Whose key this is, be it revoked.
    func hospital(ofKey id: String) throws -> HospitalID? {
        try readers.read {
            try String.fetchOne(
                $0.cachedStatement(sql: "SELECT hospital FROM access_key WHERE id = ?"), arguments: [id])
        }.map { HospitalID($0) }
    }
}

extension CardStore: EvidenceRegister {
    public func tallies(of association: AssociationID, in month: Month) throws -> [Tally: Int] {
        try nightFile().readers.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT association, measure, label, count FROM tally WHERE month = ? AND association IN (?, '')",
                arguments: [month.description, association.text])
            let counts = rows.compactMap { row -> (Tally, Int)? in
                guard let measure = Tally.Measure(rawValue: row["measure"]) else { return nil }
                let name = row["association"] as String
                return (
                    Tally(
                        month: month, association: name.isEmpty ? nil : AssociationID(name), measure: measure,
                        label: row["label"]), row["count"]
                )
            }
            return Dictionary(counts) { first, _ in first }
        }
    }

    public func marks(said interval: Range<Instant>, of association: AssociationID) throws -> NightMarks {
        try nightFile().readers.read { database in
            try database.inCachedTransaction(.reading) { try NightMarks.said(interval, of: association, database) }
        }
    }
}
