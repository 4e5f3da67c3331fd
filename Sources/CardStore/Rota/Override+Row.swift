import DutyRota
import GRDB

extension Override {
    /// Overrides that meet a condition, with their lifts, in the order in which they were made.
    static func read(
        _ condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [Override] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT o.*, l.lifted_ms, l.lifted_by, l.reason AS lift_reason FROM rota_override o
                LEFT JOIN rota_lift l ON l.override = o.id WHERE \(condition) ORDER BY o.made_ms, o.id
                """, arguments: arguments
        ).compactMap(Override.init)
    }

    private init?(_ row: Row) {
        guard let date = Day(row["duty_date"]), let order = CallOrder(rawValue: row["call_order"]) else { return nil }
        let seat: Seat? =
            (row["seat_physician"] as String?).map { .published(PhysicianID($0)) }
            ?? (row["seat_override"] as String?).map { .added($0) }
        guard let seat else { return nil }
        self.init(
            id: row["id"],
            place: Place.Key(dutyDate: date, slot: row["slot"], area: (row["area"] as String?).map { AreaID($0) }),
            order: order, seat: seat, replaces: (row["replaces"] as String?).map { PhysicianID($0) },
            start: (row["start_ms"] as Int64?).map(Instant.init(milliseconds:)),
            end: (row["end_ms"] as Int64?).map(Instant.init(milliseconds:)),
            physician: (row["physician"] as String?).map { PhysicianID($0) }, reason: row["reason"],
            exchange: row["exchange"], madeAt: Instant(milliseconds: row["made_ms"]), madeBy: row["made_by"],
            lift: Lift(row))
    }

    /// Enters it. Throws where it names somebody or an area that the registers do not have.
    func insert(of association: AssociationID, _ database: Database) throws {
        let (seatPhysician, seatOverride): (String?, String?) =
            switch seat {
            case .published(let physician): (physician.text, nil)
            case .added(let override): (nil, override)
            }
        try database.execute(
            sql: "INSERT INTO rota_override VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                id, association.text, place.dutyDate.description, place.slot, place.area?.text, order.rawValue,
                seatPhysician, seatOverride, replaces?.text, start?.milliseconds, end?.milliseconds, physician?.text,
                reason, exchange, madeAt.milliseconds, madeBy,
            ])
    }
}

extension Absence {
    /// An absence with the lift that was joined to its row.
    init?(_ row: Row) {
        guard let from = Day(row["from_day"]), let to = Day(row["to_day"]) else { return nil }
        self.init(
            id: row["id"], physician: PhysicianID(row["physician"]), from: from, to: to, reason: row["reason"],
            madeAt: Instant(milliseconds: row["made_ms"]), madeBy: row["made_by"], lift: Lift(row))
    }
}
