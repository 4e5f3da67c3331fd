import DutyRota
import EmergencyCards
import GRDB

extension RegisterWriter {
    /// Enters a version of a slot. Without a position it stands where earlier versions stand, or behind all others.
    func write(_ slot: Slot, of association: AssociationID, position: Int?) throws {
        let validFrom = slot.validFrom?.description ?? ""
        let known = try reader(at: now).slots(of: association).first {
            $0.name == slot.name && $0.validFrom == slot.validFrom
        }
        try database.execute(
            sql: """
                INSERT INTO slot SELECT ?1, ?2, ?3,
                coalesce(?4, (SELECT max(position) FROM slot WHERE association = ?1 AND name = ?2),
                (SELECT max(position) + 1 FROM slot WHERE association = ?1), 0), ?5, ?6, ?7, ?8, ?9, ?10 WHERE true
                ON CONFLICT (association, name, valid_from) DO UPDATE SET position = excluded.position,
                day_types = excluded.day_types, areas = excluded.areas, start_minute = excluded.start_minute,
                end_minute = excluded.end_minute, required1 = excluded.required1, required2 = excluded.required2
                """,
            arguments: [
                association.text, slot.name, validFrom, position, DayType.encoded(slot.dayTypes), slot.reach.column,
                slot.hours.start, slot.hours.end, slot.required.first, slot.required.second,
            ])
        guard known != slot else { return }
        try journal.enter(
            .slot, slot.name, of: association, before: known.map(RegisterJournal.text),
            after: RegisterJournal.text(of: slot))
    }

    /// Enters the numbers that go with a slot. A number that was handed back must not be called: none take the row away.
    func write(_ telephones: [Telephone], ofSlot slot: String, _ association: AssociationID) throws {
        let known = try reader(at: now).slotTelephones(of: association)[slot] ?? []
        guard known != telephones else { return }
        try database.execute(
            sql: "DELETE FROM slot_telephone WHERE association = ? AND slot = ?", arguments: [association.text, slot])
        if !telephones.isEmpty {
            try database.execute(
                sql: "INSERT INTO slot_telephone VALUES (?, ?, ?)",
                arguments: [association.text, slot, Telephone.encoded(telephones)])
        }
        try journal.enter(
            .slotTelephones, slot, of: association, before: known.isEmpty ? nil : RegisterJournal.text(of: known),
            after: telephones.isEmpty ? nil : RegisterJournal.text(of: telephones))
    }
}
