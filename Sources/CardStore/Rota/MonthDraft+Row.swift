import DutyRota
import GRDB

extension MonthDraft {
    /// The draft of a month, and the highest version that it ever had, 0 before the first.
    static func read(
        of association: AssociationID, month: Month, _ database: Database
    ) throws -> (draft: MonthDraft?, lastVersion: Int) {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT * FROM rota_draft WHERE association = ? AND month = ?",
            arguments: [association.text, month.description])
        guard let row else { return (nil, 0) }
        let version: Int = row["version"]
        let draft = (row["sheet"] as String?).map { sheet in
            MonthDraft(
                month: month, version: version, base: row["base"],
                rows: StringTable(encoded: sheet).rows.compactMap(MonthDraft.Row.init),
                changedAt: Instant(milliseconds: row["changed_ms"]), changedBy: row["changed_by"])
        }
        return (draft, version)
    }

    /// Keeps it as it is now. Throws where its version is not above the last.
    func write(of association: AssociationID, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO rota_draft VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (association, month) DO UPDATE SET
                version = excluded.version, base = excluded.base, changed_ms = excluded.changed_ms, changed_by = excluded.changed_by,
                sheet = excluded.sheet WHERE excluded.version > version
                """,
            arguments: [
                association.text, month.description, version, base, changedAt.milliseconds, changedBy,
                StringTable(rows.map(\.cells)).encoded,
            ])
        guard database.changesCount == 1 else {
            throw DatabaseError(message: "version \(version) of the draft of \(month) is not above the last")
        }
    }

    /// Throws a month's draft away; its version stays.
    static func drop(_ month: Month, of association: AssociationID, _ database: Database) throws {
        try database.execute(
            sql: "UPDATE rota_draft SET sheet = NULL WHERE association = ? AND month = ?",
            arguments: [association.text, month.description])
    }
}

extension MonthDraft.Row {
    /// A row of a sheet's table: date, slot, area, remark, how many hold the first call, then those who hold the first and the second.
    fileprivate var cells: [String] {
        [key.dutyDate.description, key.slot, key.area?.text ?? "", remark, String(holders.first.count)]
            + (holders.first + holders.second).map(\.text)
    }

    fileprivate init?(cells: [String]) {
        guard cells.count >= 5, let date = Day(cells[0]), let first = Int(cells[4]),
            (0...cells.count - 5).contains(first)
        else {
            return nil
        }
        let holders = cells.dropFirst(5).map { PhysicianID($0) }
        self.init(
            key: Place.Key(dutyDate: date, slot: cells[1], area: cells.cell(2).map { AreaID($0) }),
            holders: PerCall(first: Array(holders.prefix(first)), second: Array(holders.dropFirst(first))),
            remark: cells[3])
    }
}
