import DutyRota
import EmergencyCards
import GRDB

extension RegisterWriter {
    func write(_ physician: Physician, from: Instant) throws {
        try database.execute(
            sql: "INSERT INTO physician VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
            arguments: [physician.id.text, physician.association.text])
        let association = try String.fetchOne(
            database, sql: "SELECT association FROM physician WHERE id = ?", arguments: [physician.id.text])
        guard association == physician.association.text else {
            throw DatabaseError(message: "physician \(physician.id) is of \(association ?? "nowhere")")
        }
        guard try reader(at: from).physician(physician.id) != physician else { return }
        try insertVersion(
            of: physician.id.text, in: "physician",
            [
                "from_ms": from.milliseconds, "entered_ms": now.milliseconds, "entered_by": actor,
                "name": physician.name, "kana": physician.kana, "organisation": physician.organisation,
                "email": physician.email, "areas": StringTable(column: physician.areas.map(\.text)).encoded,
                "active_from": physician.activeFrom?.description, "active_to": physician.activeTo?.description,
                "telephones": Telephone.encoded(physician.telephones),
            ])
    }

    func write(_ hospital: Hospital, isRetired: Bool, from: Instant) throws {
        try database.execute(
            sql: "INSERT INTO hospital VALUES (?) ON CONFLICT (id) DO NOTHING", arguments: [hospital.id.text])
        let known = try reader(at: from).hospitals("v.hospital = ? AND v.retired = ?", [hospital.id.text, isRetired])
        guard known.first != hospital else { return }
        try insertVersion(
            of: hospital.id.text, in: "hospital",
            [
                "from_ms": from.milliseconds, "entered_ms": now.milliseconds, "entered_by": actor,
                "retired": isRetired, "name": hospital.name, "telephones": Telephone.encoded(hospital.telephones),
                "entrance": hospital.entrance, "email": hospital.email, "address": hospital.address,
            ])
    }

    func retire(_ id: HospitalID, from: Instant) throws {
        guard let hospital = try reader(at: from).hospitals("v.hospital = ?", [id.text]).first else {
            throw DatabaseError(message: "no such hospital: \(id)")
        }
        try write(hospital, isRetired: true, from: from)
    }

    /// Adds the next version of a row; earlier ones stay.
    private func insertVersion(
        of id: String, in table: String, _ columns: KeyValuePairs<String, (any DatabaseValueConvertible)?>
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO \(table)_version (\(table), version, \(columns.map(\.key).joined(separator: ", ")))
                SELECT ?1, coalesce(max(version), 0) + 1, \(columns.indices.map { "?\($0 + 2)" }.joined(separator: ", "))
                FROM \(table)_version WHERE \(table) = ?1
                """, arguments: StatementArguments([id] + columns.map(\.value)))
    }
}
