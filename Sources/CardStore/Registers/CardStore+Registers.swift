import DutyRota
public import EmergencyCards
import GRDB

extension CardStore: RegisterSource {
    public func registers() throws -> Registers {
        do {
            return try readers.read { try snapshot.current($0, read: Self.readRegisters) }
        } catch {
            // Whoever is on duty by the last reading is a better answer than none.
            guard let last = snapshot.last else { throw error }
            alarm("the registers cannot be read; the last ones are used")
            return last
        }
    }

    /// How many digits the installation's numbers have; eight until something else is set.
    static func numberLength(_ database: Database) throws -> NumberLength {
        let text = try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'numberLength'")
        return text.flatMap { Int($0) }.flatMap(NumberLength.init) ?? .eight
    }

    static func readRegisters(_ database: Database) throws -> Registers {
        let associations = try Row.fetchAll(database, sql: "SELECT * FROM association ORDER BY rowid")
        return Registers(
            numberLength: try numberLength(database),
            books: try associations.map { try book(of: $0, database) },
            hospitals: try Row.fetchAll(database, sql: "SELECT * FROM hospital ORDER BY id").map(hospital),
            keys: try keys(database)
        )
    }

    private static func book(of row: Row, _ database: Database) throws -> RotaBook {
        let id: String = row["id"]
        let areas = try Row.fetchAll(
            database, sql: "SELECT * FROM area WHERE association = ? ORDER BY position", arguments: [id])
        let association = Association(
            id: AssociationID(id), name: row["name"],
            standingContact: StandingContact(name: row["standing_name"], telephone: row["standing_telephone"]),
            areas: areas.map {
                Area(id: AreaID($0["id"]), name: $0["name"], addresses: StringTable(encoded: $0["addresses"]).column)
            })
        return RotaBook(
            association: association,
            calendar: DayCalendar(
                national: try holidays(of: id, database),
                own: StringTable(encoded: row["own_holidays"]).column.compactMap { OwnHoliday($0) }),
            slots: try slots(of: id, database),
            months: try publishedMonths(of: id, database),
            physicians: try physicians(of: id, database),
            slotTelephones: try slotTelephones(of: id, database))
    }

    private static func physicians(of association: String, _ database: Database) throws -> [Physician] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT v.*, max(v.version) FROM physician p JOIN physician_version v ON v.physician = p.id
                WHERE p.association = ? GROUP BY p.id ORDER BY p.id
                """, arguments: [association])
        return rows.map { row in
            Physician(
                id: PhysicianID(row["physician"]), association: AssociationID(association), name: row["name"],
                kana: row["kana"], organisation: row["organisation"], email: row["email"],
                areas: StringTable(encoded: row["areas"]).column.map { AreaID($0) },
                activeFrom: (row["active_from"] as String?).flatMap { Day($0) },
                activeTo: (row["active_to"] as String?).flatMap { Day($0) },
                telephones: Telephone.decoded(row["telephones"]))
        }
    }

    private static func hospital(_ row: Row) -> Hospital {
        Hospital(
            id: HospitalID(row["id"]), name: row["name"], telephones: Telephone.decoded(row["telephones"]),
            entrance: row["entrance"], email: row["email"], address: row["address"])
    }

    private static func holidays(of association: String, _ database: Database) throws -> HolidayTable {
        let rows = try Row.fetchAll(
            database, sql: "SELECT day, name FROM holiday WHERE association = ?", arguments: [association])
        let days = rows.compactMap { row in Day(row["day"]).map { ($0, row["name"] as String) } }
        return HolidayTable(names: Dictionary(days) { first, _ in first })
    }

    private static func slotTelephones(of association: String, _ database: Database) throws -> [String: [Telephone]] {
        let rows = try Row.fetchAll(
            database, sql: "SELECT slot, telephones FROM slot_telephone WHERE association = ?", arguments: [association]
        )
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["slot"], Telephone.decoded($0["telephones"])) })
    }
}

extension Telephone {
    /// Numbers with their hours, as one column keeps them: label, number, day types, first minute, last minute.
    static func encoded(_ telephones: [Telephone]) -> String {
        StringTable(
            telephones.map { telephone in
                let types = telephone.hours.map { DayType.encoded($0.dayTypes) } ?? ""
                let span = telephone.hours?.span
                return [
                    telephone.label, telephone.number, types, span.map { String($0.start) } ?? "",
                    span.map { String($0.end) } ?? "",
                ]
            }
        ).encoded
    }

    static func decoded(_ column: String) -> [Telephone] {
        StringTable(encoded: column).rows.compactMap { cells in
            guard let label = cells.cell(0), let number = cells.cell(1) else { return nil }
            let span = cells.cell(3).flatMap { Int($0) }.flatMap { start in
                cells.cell(4).flatMap { Int($0) }.flatMap { HourSpan(start: start, end: $0) }
            }
            let hours = span.map { TelephoneHours(dayTypes: DayType.decoded(cells.cell(2) ?? ""), span: $0) }
            return Telephone(label: label, number: number, hours: hours)
        }
    }
}

extension DayType {
    /// Day types as one column keeps them, parted by spaces.
    static func encoded(_ types: Set<DayType>) -> String {
        DayType.allCases.filter(types.contains).map(\.rawValue).joined(separator: " ")
    }

    static func decoded(_ column: String) -> Set<DayType> {
        Set(column.split(separator: " ").compactMap { DayType(rawValue: String($0)) })
    }
}
