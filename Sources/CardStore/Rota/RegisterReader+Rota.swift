import DutyRota
import GRDB

extension RegisterReader {
    func slots(of association: AssociationID) throws -> [Slot] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM slot WHERE association = ? ORDER BY position, valid_from",
            arguments: [association.text])
        return rows.compactMap { row in
            HourSpan(start: row["start_minute"], end: row["end_minute"]).map { hours in
                Slot(
                    name: row["name"], dayTypes: DayType.decoded(row["day_types"]),
                    reach: Slot.Reach(column: row["areas"]),
                    hours: hours, required: PerCall(first: row["required1"], second: row["required2"]),
                    validFrom: Day(row["valid_from"]))
            }
        }
    }

    /// The overrides that stand.
    func overrides(of association: AssociationID) throws -> [Override] {
        try Override.read("o.association = ? AND o.made_ms <= ?", [association.text, limit.milliseconds], database)
            .filter { $0.stands(at: limit) }.map { $0.asKnown(at: limit) }
    }

    /// Every absence, those that were taken back included: calendars go on telling of them.
    func absences(of association: AssociationID) throws -> [Absence] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT a.*, l.lifted_ms, l.lifted_by, l.reason AS lift_reason
                FROM physician p JOIN absence a ON a.physician = p.id LEFT JOIN absence_lift l ON l.absence = a.id
                WHERE p.association = ? AND a.made_ms <= ? ORDER BY a.made_ms, a.id
                """, arguments: [association.text, limit.milliseconds])
        return rows.compactMap(Absence.init).map { $0.asKnown(at: limit) }
    }
}

extension Slot.Reach {
    /// As one column keeps it: `*`, `全域`, or the areas parted by U+001E.
    init(column: String) {
        switch column {
        case "*": self = .everyArea
        case "全域": self = .association
        default: self = .areas(StringTable(encoded: column).column.map { AreaID($0) })
        }
    }

    var column: String {
        switch self {
        case .everyArea: "*"
        case .association: "全域"
        case .areas(let areas): StringTable(column: areas.map(\.text)).encoded
        }
    }
}
