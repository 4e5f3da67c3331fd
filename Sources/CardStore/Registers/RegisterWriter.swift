import DutyRota
import EmergencyCards
import GRDB

/// Enters what is to stand in the registers, inside one transaction: what is there already is left as it is, and nothing is overwritten
/// without trace.
struct RegisterWriter {
    let database: Database
    let actor: String
    /// Later than anything entered before.
    let now: Instant

    func write(_ entry: RegisterEntry) throws {
        switch entry {
        case .association(let association, let ownHolidays): try write(association, ownHolidays)
        case .physician(let physician, let from): try write(physician, from: max(from, now))
        case .hospital(let hospital, let from): try write(hospital, isRetired: false, from: max(from, now))
        case .hospitalRetired(let id, let from): try retire(id, from: max(from, now))
        case .slot(let slot, let association): try write(slot, of: association, position: nil)
        case .slotTelephones(let slot, let telephones, let association):
            try write(telephones, ofSlot: slot, association)
        case .holidays(let table, let association): try write(table, of: association)
        }
    }

    /// The instant, or where something was entered in the registers later the next one after that: stored instants never run backwards,
    /// whatever the clock does.
    static func later(than instant: Instant, _ database: Database) throws -> Instant {
        let last = try Int64.fetchOne(
            database,
            sql: """
                SELECT max(at) FROM (SELECT max(at_ms) AS at FROM register_change
                UNION ALL SELECT max(entered_ms) FROM physician_version UNION ALL SELECT max(entered_ms) FROM hospital_version)
                """)
        return max(instant, Instant(milliseconds: (last ?? .min / 2) + 1))
    }

    var journal: RegisterJournal { RegisterJournal(database: database, actor: actor, now: now) }

    /// The registers as they will be at an instant.
    func reader(at instant: Instant) -> RegisterReader { RegisterReader(database, at: instant) }
}

extension RegisterWriter {
    private func write(_ association: DutyRota.Association, _ ownHolidays: [OwnHoliday]) throws {
        let known = try reader(at: now).association(association.id)
        guard known.map({ $0.association != association || $0.ownHolidays != ownHolidays }) ?? true else { return }
        let contact = association.standingContact
        try database.execute(
            sql: """
                INSERT INTO association VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
                name = excluded.name, standing_name = excluded.standing_name,
                standing_telephone = excluded.standing_telephone, own_holidays = excluded.own_holidays,
                standing_day_types = excluded.standing_day_types, standing_start_minute = excluded.standing_start_minute,
                standing_end_minute = excluded.standing_end_minute
                """,
            arguments: [
                association.id.text, association.name, contact.name, contact.telephone,
                StringTable(column: ownHolidays.map(\.text)).encoded,
                contact.hours.map { DayType.encoded($0.dayTypes) }, contact.hours?.span.start, contact.hours?.span.end,
            ])
        try write(association.areas, of: association.id)
        try journal.enter(
            .association, of: association.id,
            before: known.map { RegisterJournal.text(of: $0.association, ownHolidays: $0.ownHolidays) },
            after: RegisterJournal.text(of: association, ownHolidays: ownHolidays))
    }

    private func write(_ areas: [Area], of association: AssociationID) throws {
        try database.execute(
            sql: "UPDATE area SET retired_ms = ? WHERE association = ? AND retired_ms IS NULL",
            arguments: [now.milliseconds, association.text])
        for (position, area) in areas.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO area VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (association, id) DO UPDATE SET
                    position = excluded.position, name = excluded.name, addresses = excluded.addresses, retired_ms = NULL
                    """,
                arguments: [
                    association.text, area.id.text, position, area.name, StringTable(column: area.addresses).encoded,
                ])
        }
    }

    private func write(_ table: HolidayTable, of association: AssociationID) throws {
        let known = try reader(at: now).holidays(of: association).names
        let gone = known.filter { table.names[$0.key] != $0.value }
        let new = table.names.filter { known[$0.key] != $0.value }
        guard !gone.isEmpty || !new.isEmpty else { return }
        for day in gone.keys {
            try database.execute(
                sql: "DELETE FROM holiday WHERE association = ? AND day = ?",
                arguments: [association.text, day.description])
        }
        for (day, name) in new {
            try database.execute(
                sql: "INSERT INTO holiday VALUES (?, ?, ?)", arguments: [association.text, day.description, name])
        }
        try journal.enter(
            .holidays, of: association, before: gone.isEmpty ? nil : RegisterJournal.text(of: gone),
            after: new.isEmpty ? nil : RegisterJournal.text(of: new))
    }
}
