import DutyRota
import EmergencyCards
import GRDB

extension RegisterJournal {
    /// What the register said of an association when an instant had come, where it was changed since; nil: it has been so since then.
    static func association(
        _ id: AssociationID, at instant: Instant, _ database: Database
    ) throws -> (association: DutyRota.Association, ownHolidays: [OwnHoliday])? {
        guard let said = try said(.association, of: id, at: instant, database)[""] else { return nil }
        var reader = ObjectReader(said)
        let contact = reader.object("standingContact") { contact in
            StandingContact(
                name: contact.text("name") ?? "", telephone: contact.text("telephone") ?? "",
                hours: contact.object("hours", hours) ?? nil)
        }
        let name = reader.text("name")
        let areas = reader.list("areas") { area in
            Area(
                id: AreaID(area.text("id") ?? ""), name: area.text("name") ?? "", addresses: area.texts("addresses"))
        }
        let ownHolidays = reader.texts("ownHolidays").compactMap { OwnHoliday($0) }
        guard let name, let contact else { return nil }
        return (DutyRota.Association(id: id, name: name, standingContact: contact, areas: areas), ownHolidays)
    }

    /// The numbers of slots as they were when an instant had come, of those slots whose numbers were changed since; none: there were none.
    static func slotTelephones(
        of association: AssociationID, at instant: Instant, _ database: Database
    ) throws -> [String: [Telephone]] {
        try said(.slotTelephones, of: association, at: instant, database).mapValues { said in
            var reader = ObjectReader(said)
            return reader.list("telephones") { telephone in
                Telephone(
                    label: telephone.text("label") ?? "", number: telephone.text("number") ?? "",
                    hours: telephone.object("hours", hours) ?? nil)
            }
        }
    }

    /// By subject: what was said before the first change that was made after an instant.
    private static func said(
        _ kind: Kind, of association: AssociationID, at instant: Instant, _ database: Database
    ) throws -> [String: JSONValue] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT subject, before, min(id) FROM register_change
                WHERE association = ? AND kind = ? AND at_ms > ? GROUP BY subject
                """, arguments: [association.text, kind.rawValue, instant.milliseconds])
        let said = rows.map { row in
            (row["subject"] as String, (row["before"] as String?).flatMap { JSONValue(Array($0.utf8)) } ?? .object([:]))
        }
        return Dictionary(said) { first, _ in first }
    }

    private static func hours(_ reader: inout ObjectReader) -> TelephoneHours? {
        let dayTypes = reader.texts("dayTypes").compactMap { DayType(rawValue: $0) }
        let start = reader.number("startMinute", "") { $0 }
        let end = reader.number("endMinute", "") { $0 }
        guard let start, let end, let span = HourSpan(start: start, end: end) else { return nil }
        return TelephoneHours(dayTypes: Set(dayTypes), span: span)
    }
}
