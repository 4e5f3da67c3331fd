import DutyRota
import EmergencyCards
import GRDB

extension RegisterReader {
    /// An association with its areas in use and its own holidays; nil: no such association.
    func association(_ id: AssociationID) throws -> (association: DutyRota.Association, ownHolidays: [OwnHoliday])? {
        if let then = try RegisterJournal.association(id, at: limit, database) { return then }
        let row = try Row.fetchOne(database, sql: "SELECT * FROM association WHERE id = ?", arguments: [id.text])
        guard let row else { return nil }
        let areas = try Row.fetchAll(
            database, sql: "SELECT * FROM area WHERE association = ? AND retired_ms IS NULL ORDER BY position",
            arguments: [id.text])
        let hours = TelephoneHours(
            dayTypes: row["standing_day_types"], start: row["standing_start_minute"], end: row["standing_end_minute"])
        let association = DutyRota.Association(
            id: id, name: row["name"],
            standingContact: StandingContact(
                name: row["standing_name"], telephone: row["standing_telephone"], hours: hours),
            areas: areas.map {
                Area(id: AreaID($0["id"]), name: $0["name"], addresses: StringTable(encoded: $0["addresses"]).column)
            })
        return (association, StringTable(encoded: row["own_holidays"]).column.compactMap { OwnHoliday($0) })
    }

    /// Of the physicians that meet a condition the version that counts.
    func physicians(_ condition: String, _ arguments: StatementArguments) throws -> [Physician] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT v.*, p.association FROM physician p JOIN physician_version v ON v.physician = p.id
                WHERE \(condition) AND v.version = (\(countingVersion("physician", of: "p.id"))) ORDER BY p.id
                """, arguments: arguments + counting
        ).map(Physician.init)
    }

    func physician(_ id: PhysicianID) throws -> Physician? { try physicians("p.id = ?", [id.text]).first }

    /// Of every hospital that takes part the version that counts.
    func hospitals() throws -> [Hospital] {
        try hospitals("retired = 0", [])
    }

    /// Of the hospitals that meet a condition the version that counts.
    func hospitals(_ condition: String, _ arguments: StatementArguments) throws -> [Hospital] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT v.* FROM hospital_version v WHERE \(condition)
                AND v.version = (\(countingVersion("hospital", of: "v.hospital"))) ORDER BY v.hospital
                """, arguments: arguments + counting
        ).map(Hospital.init)
    }

    func holidays(of association: AssociationID) throws -> HolidayTable {
        let rows = try Row.fetchAll(
            database, sql: "SELECT day, name FROM holiday WHERE association = ?", arguments: [association.text])
        let days = rows.compactMap { row in Day(row["day"]).map { ($0, row["name"] as String) } }
        return HolidayTable(names: Dictionary(days) { first, _ in first })
    }

    func slotTelephones(of association: AssociationID) throws -> [String: [Telephone]] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT slot, telephones FROM slot_telephone WHERE association = ?",
            arguments: [association.text])
        // Two spellings of one name (NFC, NFD) are two rows and one key.
        let present = Dictionary(rows.map { ($0["slot"] as String, Telephone.decoded($0["telephones"])) }) { $0 + $1 }
        let then = try RegisterJournal.slotTelephones(of: association, at: limit, database)
        return present.merging(then) { $1 }
    }

    /// The version that counts at the instant: of those that have begun the one that began last. What was not planned counts from its entry
    /// on even for a clock that runs behind.
    private func countingVersion(_ table: String, of id: String) -> String {
        """
        SELECT e.version FROM \(table)_version e WHERE e.\(table) = \(id) AND e.entered_ms <= ?
        AND (e.from_ms <= ? OR e.from_ms = e.entered_ms) ORDER BY e.from_ms DESC, e.version DESC LIMIT 1
        """
    }

    private var counting: StatementArguments { [limit.milliseconds, at.milliseconds] }
}

extension Physician {
    /// A version with its physician's association.
    convenience init(_ row: Row) {
        self.init(
            id: PhysicianID(row["physician"]), association: AssociationID(row["association"]), name: row["name"],
            kana: row["kana"], organisation: row["organisation"], email: row["email"],
            areas: StringTable(encoded: row["areas"]).column.map { AreaID($0) },
            activeFrom: (row["active_from"] as String?).flatMap { Day($0) },
            activeTo: (row["active_to"] as String?).flatMap { Day($0) },
            telephones: Telephone.decoded(row["telephones"]))
    }
}

extension Hospital {
    /// A version.
    init(_ row: Row) {
        self.init(
            id: HospitalID(row["hospital"]), name: row["name"], telephones: Telephone.decoded(row["telephones"]),
            entrance: row["entrance"], email: row["email"], address: row["address"])
    }
}
