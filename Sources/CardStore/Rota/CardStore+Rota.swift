import DutyRota
import GRDB

extension CardStore {
    static func slots(of association: String, _ database: Database) throws -> [Slot] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM slot WHERE association = ? ORDER BY position, valid_from",
            arguments: [association])
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

    static func insert(_ slot: Slot, position: Int, of association: AssociationID, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (association, name, valid_from) DO UPDATE SET position = excluded.position,
                day_types = excluded.day_types, areas = excluded.areas, start_minute = excluded.start_minute,
                end_minute = excluded.end_minute, required1 = excluded.required1, required2 = excluded.required2
                """,
            arguments: [
                association.text, slot.name, slot.validFrom?.description ?? "", position,
                DayType.encoded(slot.dayTypes),
                slot.reach.column, slot.hours.start, slot.hours.end, slot.required.first, slot.required.second,
            ])
    }

    /// The newest revision of every month.
    static func publishedMonths(of association: String, _ database: Database) throws -> [PublishedMonth] {
        let revisions = try Row.fetchAll(
            database,
            sql: """
                SELECT id, month, max(number) AS number, published_ms FROM rota_revision WHERE association = ? GROUP BY month
                """, arguments: [association])
        return try revisions.compactMap { row in
            try Month(row["month"]).map { month in
                PublishedMonth(
                    month: month, revision: row["number"], publishedAt: Instant(milliseconds: row["published_ms"]),
                    places: try places(ofRevision: row["id"], database))
            }
        }
    }

    /// Publishes a month as a new revision: readers see it whole with the commit, or not at all.
    static func publish(
        _ places: [Place], month: Month, of association: AssociationID, at instant: Instant, by actor: String,
        acknowledged: [String], _ database: Database
    ) throws {
        let last = try Row.fetchOne(
            database,
            sql:
                "SELECT max(number) AS number, max(published_ms) AS at FROM rota_revision WHERE association = ? AND month = ?",
            arguments: [association.text, month.description])
        let number = (last?["number"] as Int? ?? 0) + 1
        // Stored instants never run backwards, whatever the clock does.
        let publishedAt = max(instant.milliseconds, (last?["at"] as Int64? ?? .min / 2) + 1)
        try database.execute(
            sql: """
                INSERT INTO rota_revision (association, month, number, published_ms, published_by, acknowledged)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                association.text, month.description, number, publishedAt, actor,
                StringTable(column: acknowledged).encoded,
            ])
        try insert(places, revision: database.lastInsertedRowID, database)
    }

    private static func insert(_ places: [Place], revision: Int64, _ database: Database) throws {
        let placing = try database.cachedStatement(sql: "INSERT INTO rota_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let holding = try database.cachedStatement(sql: "INSERT INTO rota_holder VALUES (?, ?, ?, ?, ?)")
        for (index, place) in places.enumerated() {
            try placing.execute(arguments: [
                revision, index, place.key.dutyDate.description, place.key.slot, place.key.area?.text,
                place.interval.lowerBound.milliseconds, place.interval.upperBound.milliseconds,
                place.required.first, place.required.second,
            ])
            for order in CallOrder.allCases {
                for (rank, physician) in place.holders[order].enumerated() {
                    try holding.execute(arguments: [revision, index, order.rawValue, rank, physician.text])
                }
            }
        }
    }

    private static func places(ofRevision revision: Int64, _ database: Database) throws -> [Place] {
        var holders: [Int: PerCall<[PhysicianID]>] = [:]
        let held = try Row.fetchCursor(
            database,
            sql: """
                SELECT place, call_order, physician FROM rota_holder WHERE revision = ? ORDER BY place, call_order, rank
                """, arguments: [revision])
        while let row = try held.next() {
            guard let order = CallOrder(rawValue: row["call_order"]) else { continue }
            holders[row["place"], default: PerCall(first: [], second: [])][order].append(PhysicianID(row["physician"]))
        }
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM rota_place WHERE revision = ? ORDER BY place", arguments: [revision])
        return rows.compactMap { row in
            Day(row["duty_date"]).map { date in
                Place(
                    key: Place.Key(
                        dutyDate: date, slot: row["slot"], area: (row["area"] as String?).map { AreaID($0) }),
                    interval: Instant(milliseconds: row["start_ms"])..<Instant(milliseconds: row["end_ms"]),
                    required: PerCall(first: row["required1"], second: row["required2"]),
                    holders: holders[row["place"]] ?? PerCall(first: [], second: []))
            }
        }
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
