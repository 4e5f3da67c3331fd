import DutyRota
import EmergencyCards
import GRDB

/// Keeps the forms by which cards are found without their number. No instances.
enum SearchIndex {
    /// Enters a patient's row as it now is.
    static func enter(
        _ patient: PatientDetails, key: Int64, of association: AssociationID, _ database: Database
    ) throws {
        let name = RegisteredName.Columns(kana: patient.kana ?? "")
        let (town, rest) = Address.parted(patient.address.map(Address.folded) ?? "")
        let townKey = town.isEmpty ? nil : try Self.town(town, database)
        try database.cachedStatement(
            sql: """
                INSERT INTO search_entry (patient, family, given, spelt, born, area, town, rest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (patient) DO UPDATE SET family = excluded.family,
                given = excluded.given, spelt = excluded.spelt, born = excluded.born, area = excluded.area,
                town = excluded.town, rest = excluded.rest
                """
        ).execute(arguments: [
            key, name.family, name.given, name.spelt, patient.birthDate?.number,
            patient.area.map { AreaOfAssociation(association: association, area: $0).column }, townKey, rest,
        ])
    }

    /// Enters the numbers of those around the patient, as a card now has them.
    static func enter(_ card: Card, _ database: Database) throws {
        try enterTelephones(
            family: card.document.family.compactMap(\.telephone), nurse: card.document.visitingNurse?.telephone,
            ofCard: Int64(card.number.value), database)
    }

    static func enterTelephones(
        family: [String], nurse: String?, ofCard number: Int64, _ database: Database
    ) throws {
        try database.cachedStatement(sql: "DELETE FROM card_telephone WHERE card = ?").execute(arguments: [number])
        let numbers =
            family.map { (whose: "family", number: $0) } + (nurse.map { [(whose: "nurse", number: $0)] } ?? [])
        for (whose, text) in numbers where !text.telephoneDigits.isEmpty {
            try database.cachedStatement(sql: "INSERT OR IGNORE INTO card_telephone VALUES (?, ?, ?)").execute(
                arguments: [text.telephoneDigits, whose, number])
        }
    }

    private static func town(_ name: String, _ database: Database) throws -> Int64? {
        let known = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT id FROM search_town WHERE name = ?"), arguments: [name])
        if let known { return known }
        return try Int64.fetchOne(
            database.cachedStatement(sql: "INSERT INTO search_town (name) VALUES (?) RETURNING id"), arguments: [name])
    }
}

extension AreaOfAssociation {
    /// As the column `area` has it.
    var column: String { "\(association.text)/\(area.text)" }
}
