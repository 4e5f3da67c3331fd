import DutyRota
import EmergencyCards
import GRDB

/// The journal of what has no versions: before and after each change, as JSON.
struct RegisterJournal {
    enum Kind: String {
        case association, slot, slotTelephones, holidays
    }

    let database: Database
    let actor: String
    let now: Instant

    /// Keeps a change; nil stands for nothing.
    func enter(
        _ kind: Kind, _ subject: String = "", of association: AssociationID, before: String?, after: String?
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO register_change (at_ms, changed_by, association, kind, subject, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [now.milliseconds, actor, association.text, kind.rawValue, subject, before, after])
    }

    /// Every change of a subject, in the order in which they were made.
    static func history(
        _ kind: Kind, _ subject: String = "", of association: AssociationID, _ database: Database
    ) throws -> [RegisterVersion] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM register_change WHERE association = ? AND kind = ? AND subject = ? ORDER BY id",
            arguments: [association.text, kind.rawValue, subject]
        ).map { row in
            let at = Instant(milliseconds: row["at_ms"])
            return RegisterVersion(
                enteredAt: at, enteredBy: row["changed_by"], from: at,
                before: (row["before"] as String?).map { .journal($0) },
                after: (row["after"] as String?).map { .journal($0) })
        }
    }
}

extension RegisterJournal {
    static func text(of association: DutyRota.Association, ownHolidays: [OwnHoliday]) -> String {
        text { json in
            json.member("id", association.id.text)
            json.member("name", association.name)
            json.member("standingContact", object: association.standingContact) { json, contact in
                json.member("name", contact.name)
                json.member("telephone", contact.telephone)
                json.member("hours", object: contact.hours) { $1.write(to: &$0) }
            }
            json.member("areas", each: association.areas) { json, area in
                json.member("id", area.id.text)
                json.member("name", area.name)
                json.member("addresses", area.addresses)
            }
            json.member("ownHolidays", ownHolidays.map(\.text))
        }
    }

    static func text(of slot: Slot) -> String {
        text { json in
            json.member("name", slot.name)
            json.member("dayTypes", DayType.allCases.filter(slot.dayTypes.contains).map(\.rawValue))
            json.member("areas", slot.reach.listed)
            slot.hours.write(to: &json)
            json.member("first", slot.required.first)
            json.member("second", slot.required.second)
            json.member("validFrom", slot.validFrom?.description)
        }
    }

    static func text(of telephones: [Telephone]) -> String {
        text { json in
            json.member("telephones", each: telephones) { json, telephone in
                json.member("label", telephone.label)
                json.member("number", telephone.number)
                json.member("hours", object: telephone.hours) { $1.write(to: &$0) }
            }
        }
    }

    static func text(of days: [Day: String]) -> String {
        text { json in
            json.member("days", each: days.sorted { $0.key < $1.key }) { json, day in
                json.member("date", day.key.description)
                json.member("name", day.value)
            }
        }
    }

    private static func text(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension TelephoneHours {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("dayTypes", DayType.allCases.filter(dayTypes.contains).map(\.rawValue))
        span.write(to: &json)
    }
}

extension HourSpan {
    /// In minutes after the day's first instant.
    fileprivate func write(to json: inout JSONWriter) {
        json.member("startMinute", start)
        json.member("endMinute", end)
    }
}

extension Slot.Reach {
    /// As `slots.csv` lists it.
    fileprivate var listed: [String] {
        if case .areas(let areas) = self { areas.map(\.text) } else { [column] }
    }
}
