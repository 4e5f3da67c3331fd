import DutyRota
import EmergencyCards
import GRDB

extension NightMarks {
    /// Marks that end after an instant, in the order in which they were said.
    static func read(since instant: Instant, _ database: Database) throws -> NightMarks {
        NightMarks(
            unavailabilities: try unavailabilities("m.until_ms >= ?", [instant.milliseconds], database),
            fullHospitals: try Row.fetchAll(
                database, sql: query("full_hospital", where: "m.until_ms >= ?"), arguments: [instant.milliseconds]
            ).map(FullHospital.init),
            engagements: try Row.fetchAll(
                database, sql: "SELECT * FROM engagement WHERE until_ms >= ? ORDER BY since_ms",
                arguments: [instant.milliseconds]
            ).map(Engagement.init),
            flags: try Row.fetchAll(
                database, sql: "SELECT * FROM card_flag WHERE at_ms >= ?",
                arguments: [instant.milliseconds - NightFile.flagsKept]
            ).compactMap(CardFlag.init),
            openCalls: try Row.fetchAll(
                database, sql: "SELECT id, card, state FROM call WHERE rehearsal = 0 AND state <> 'closed'"
            ).map(OpenCall.init))
    }

    /// What was said within a time of an association's physicians, and of hospitals, in the order in which it was said.
    static func said(_ interval: Range<Instant>, of association: AssociationID, _ database: Database) throws
        -> NightMarks
    {
        let said = "m.from_ms >= ? AND m.from_ms < ?"
        let times: StatementArguments = [interval.lowerBound.milliseconds, interval.upperBound.milliseconds]
        return NightMarks(
            unavailabilities: try unavailabilities(
                "\(said) AND m.association = ?", times + [association.text], database),
            fullHospitals: try Row.fetchAll(database, sql: query("full_hospital", where: said), arguments: times)
                .map(FullHospital.init))
    }

    /// Marks of physicians that meet a condition, in the order in which they were said.
    static func unavailabilities(
        _ condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [Unavailability] {
        try Row.fetchAll(database, sql: query("unavailability", where: condition), arguments: arguments)
            .map(Unavailability.init)
    }

    private static func query(_ table: String, where condition: String) -> String {
        """
        SELECT m.*, l.lifted_ms, l.lifted_by, l.reason AS lift_reason FROM \(table) m
        LEFT JOIN \(table)_lift l ON l.mark = m.id WHERE \(condition) ORDER BY m.from_ms, m.id
        """
    }
}

extension NightDecision {
    /// Writes what was decided. Throws where a mark to be taken back is not there, or was taken back before.
    func write(_ database: Database) throws {
        for mark in marks.unavailabilities {
            try database.execute(
                sql: "INSERT INTO unavailability VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    mark.id, mark.association.text, mark.physician.text, mark.area.text, mark.from.milliseconds,
                    mark.until.milliseconds, mark.reason, mark.madeBy,
                ])
        }
        for mark in marks.fullHospitals {
            try database.execute(
                sql: "INSERT INTO full_hospital VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    mark.id, mark.hospital.text, mark.from.milliseconds, mark.until.milliseconds, mark.reason,
                    mark.madeBy,
                ])
        }
        for (id, lift) in lifts {
            let isOfPhysician = try database.insertLift(lift, of: id, in: "unavailability")
            guard try isOfPhysician || database.insertLift(lift, of: id, in: "full_hospital") else {
                throw DatabaseError(message: "no such mark: \(id)")
            }
        }
        for delivery in deliveries { try delivery.enqueue(database) }
    }
}

extension Database {
    /// Takes back an entry of a table that has a table of lifts beside it. Gives false where the table has no such entry.
    fileprivate func insertLift(_ lift: Lift, of id: String, in table: String) throws -> Bool {
        try execute(
            sql: "INSERT INTO \(table)_lift SELECT id, ?, ?, ? FROM \(table) WHERE id = ?",
            arguments: [lift.at.milliseconds, lift.by, lift.reason, id])
        return changesCount > 0
    }
}

extension Unavailability {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], association: AssociationID(row["association"]), physician: PhysicianID(row["physician"]),
            area: AreaID(row["area"]), from: Instant(milliseconds: row["from_ms"]),
            until: Instant(milliseconds: row["until_ms"]), reason: row["reason"], madeBy: row["made_by"],
            lift: Lift(row))
    }
}

extension FullHospital {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], hospital: HospitalID(row["hospital"]), from: Instant(milliseconds: row["from_ms"]),
            until: Instant(milliseconds: row["until_ms"]), reason: row["reason"], madeBy: row["made_by"],
            lift: Lift(row))
    }
}

extension Engagement {
    fileprivate init(_ row: Row) {
        self.init(
            physician: PhysicianID(row["physician"]), call: CallID(row["call"]),
            card: CardNumber(issued: row["card"]), since: Instant(milliseconds: row["since_ms"]),
            until: Instant(milliseconds: row["until_ms"]))
    }
}

extension CardFlag {
    /// nil for a kind of a later version.
    fileprivate init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"]) else { return nil }
        self.init(
            card: CardNumber(issued: row["card"]), kind: kind, call: CallID(row["call"]),
            at: Instant(milliseconds: row["at_ms"]))
    }
}

extension OpenCall {
    fileprivate init(_ row: Row) {
        self.init(
            card: CardNumber(issued: row["card"]), call: CallID(row["id"]),
            state: Call.State(rawValue: row["state"]) ?? .open)
    }
}

extension Lift {
    /// The lift that was joined to a row as `lifted_ms`, `lifted_by`, `lift_reason`; nil: it stands.
    init?(_ row: Row) {
        guard let at = row["lifted_ms"] as Int64? else { return nil }
        self.init(at: Instant(milliseconds: at), by: row["lifted_by"], reason: row["lift_reason"])
    }
}
