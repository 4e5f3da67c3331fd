extension HistoryTable {
    private static let telephones = HistoryColumn(
        "telephones", "telephones", .objects(["label", "number", "dayTypes", "startMinute", "endMinute"]))
    private static let lift = [
        HistoryColumn("lifted_ms", "liftedAt", .instant), HistoryColumn("lifted_by", "liftedBy"),
        HistoryColumn("reason", "reason"),
    ]
    private static let ofPhysicians = "(SELECT id FROM physician WHERE association = ?1)"

    /// Of the cards' file.
    static let cards: [HistoryTable] = [
        HistoryTable(
            "association", "association",
            [
                HistoryColumn("id", "id"), HistoryColumn("name", "name"),
                HistoryColumn("standing_name", "standingName"),
                HistoryColumn("standing_telephone", "standingTelephone"),
                HistoryColumn("own_holidays", "ownHolidays", .texts),
                HistoryColumn("standing_day_types", "standingDayTypes", optional: true),
                HistoryColumn("standing_start_minute", "standingStartMinute", .integer, optional: true),
                HistoryColumn("standing_end_minute", "standingEndMinute", .integer, optional: true),
            ], scope: "t.id = ?1"),
        HistoryTable(
            "areas", "area",
            [
                HistoryColumn("id", "id"), HistoryColumn("position", "position", .integer),
                HistoryColumn("name", "name"), HistoryColumn("addresses", "addresses", .texts),
                HistoryColumn("retired_ms", "retiredAt", .instant, optional: true),
            ], hasAssociation: true),
        HistoryTable("physicians", "physician", [HistoryColumn("id", "id")], hasAssociation: true),
        HistoryTable(
            "physician-versions", "physician_version",
            [
                HistoryColumn("physician", "physician"), HistoryColumn("version", "version", .integer),
                HistoryColumn("from_ms", "from", .instant), HistoryColumn("entered_ms", "enteredAt", .instant),
                HistoryColumn("entered_by", "enteredBy"), HistoryColumn("name", "name"), HistoryColumn("kana", "kana"),
                HistoryColumn("organisation", "organisation"), HistoryColumn("email", "email", optional: true),
                HistoryColumn("areas", "areas", .texts), HistoryColumn("active_from", "activeFrom", optional: true),
                HistoryColumn("active_to", "activeTo", optional: true), telephones,
            ], scope: "t.physician IN \(ofPhysicians)"),
        HistoryTable("hospitals", "hospital", [HistoryColumn("id", "id")], isCommon: true),
        HistoryTable(
            "hospital-versions", "hospital_version",
            [
                HistoryColumn("hospital", "hospital"), HistoryColumn("version", "version", .integer),
                HistoryColumn("from_ms", "from", .instant), HistoryColumn("entered_ms", "enteredAt", .instant),
                HistoryColumn("entered_by", "enteredBy"), HistoryColumn("retired", "retired", .flag),
                HistoryColumn("name", "name"), telephones, HistoryColumn("entrance", "entrance", optional: true),
                HistoryColumn("email", "email", optional: true), HistoryColumn("address", "address"),
            ], isCommon: true),
        HistoryTable(
            "holidays", "holiday", [HistoryColumn("day", "date"), HistoryColumn("name", "name")], order: "t.day",
            hasAssociation: true),
        HistoryTable(
            "slots", "slot",
            [
                HistoryColumn("name", "name"), HistoryColumn("valid_from", "validFrom"),
                HistoryColumn("position", "position", .integer), HistoryColumn("day_types", "dayTypes"),
                HistoryColumn("areas", "areas", .texts), HistoryColumn("start_minute", "startMinute", .integer),
                HistoryColumn("end_minute", "endMinute", .integer), HistoryColumn("required1", "first", .integer),
                HistoryColumn("required2", "second", .integer),
            ], hasAssociation: true),
        HistoryTable(
            "slot-telephones", "slot_telephone", [HistoryColumn("slot", "slot"), telephones], hasAssociation: true),
        HistoryTable(
            "register-changes", "register_change",
            [
                HistoryColumn("at_ms", "at", .instant), HistoryColumn("changed_by", "by"),
                HistoryColumn("kind", "kind"),
                HistoryColumn("subject", "subject"), HistoryColumn("before", "before", .json, optional: true),
                HistoryColumn("after", "after", .json, optional: true),
            ], order: "t.id", hasAssociation: true, elsewhere: ["id"]),
        HistoryTable(
            "rota-revisions", "rota_revision",
            [
                HistoryColumn("month", "month"), HistoryColumn("number", "number", .integer),
                HistoryColumn("published_ms", "publishedAt", .instant), HistoryColumn("published_by", "publishedBy"),
                HistoryColumn("acknowledged", "acknowledged", .texts),
            ], order: "t.id", hasAssociation: true, elsewhere: ["id"]),
        places, overrides,
        HistoryTable(
            "override-lifts", "rota_lift", [HistoryColumn("override", "override")] + lift,
            scope: "t.override IN (SELECT id FROM rota_override WHERE association = ?1)"),
        HistoryTable(
            "absences", "absence",
            [
                HistoryColumn("id", "id"), HistoryColumn("physician", "physician"), HistoryColumn("from_day", "from"),
                HistoryColumn("to_day", "to"), HistoryColumn("reason", "reason"),
                HistoryColumn("made_ms", "madeAt", .instant), HistoryColumn("made_by", "madeBy"),
            ], scope: "t.physician IN \(ofPhysicians)"),
        HistoryTable(
            "absence-lifts", "absence_lift", [HistoryColumn("absence", "absence")] + lift,
            scope: "t.absence IN (SELECT id FROM absence WHERE physician IN \(ofPhysicians))"),
        HistoryTable(
            "drafts", "rota_draft",
            [
                HistoryColumn("month", "month"), HistoryColumn("version", "version", .integer),
                HistoryColumn("base", "base", .integer), HistoryColumn("changed_ms", "changedAt", .instant),
                HistoryColumn("changed_by", "changedBy"), HistoryColumn("sheet", "rows", .rows, optional: true),
            ], order: "t.month", hasAssociation: true),
        patients, numbers, numbersWithoutCard, erased, versions,
    ]

    /// Of this node's desk: what was said at night, and the calls.
    static let desk: [HistoryTable] = [
        HistoryTable(
            "unavailabilities", "unavailability",
            [
                HistoryColumn("id", "id"), HistoryColumn("physician", "physician"), HistoryColumn("area", "area"),
                HistoryColumn("from_ms", "from", .instant), HistoryColumn("until_ms", "until", .instant),
                HistoryColumn("reason", "reason"), HistoryColumn("made_by", "madeBy"),
            ], hasAssociation: true, isOfDesk: true),
        HistoryTable(
            "unavailability-lifts", "unavailability_lift", [HistoryColumn("mark", "mark")] + lift,
            scope: "t.mark IN (SELECT id FROM unavailability WHERE association = ?1)",
            isOfDesk: true),
        HistoryTable(
            "full-hospitals", "full_hospital",
            [
                HistoryColumn("id", "id"), HistoryColumn("hospital", "hospital"),
                HistoryColumn("from_ms", "from", .instant), HistoryColumn("until_ms", "until", .instant),
                HistoryColumn("reason", "reason"), HistoryColumn("made_by", "madeBy"),
            ], isCommon: true, isOfDesk: true),
        HistoryTable(
            "full-hospital-lifts", "full_hospital_lift", [HistoryColumn("mark", "mark")] + lift, isCommon: true,
            isOfDesk: true),
        callTable, callEntries, cardFlags,
    ]

    /// The frozen places of every revision, each with its holders.
    private static let places = HistoryTable(
        "rota-places", "rota_place",
        [
            HistoryColumn("month", "month"), HistoryColumn("number", "revision", .integer),
            HistoryColumn("place", "place", .integer), HistoryColumn("duty_date", "dutyDate"),
            HistoryColumn("slot", "slot"), HistoryColumn("area", "area", optional: true),
            HistoryColumn("start_ms", "start", .instant), HistoryColumn("end_ms", "end", .instant),
            HistoryColumn("required1", "requiredFirst", .integer),
            HistoryColumn("required2", "requiredSecond", .integer), HistoryColumn("remark", "remark"),
            HistoryColumn("first", "first", .json), HistoryColumn("second", "second", .json),
        ],
        select: """
            SELECT r.month, r.number, p.place, p.duty_date, p.slot, p.area, p.start_ms, p.end_ms, p.required1, p.required2,
            p.remark, \(holders(1)), \(holders(2)) FROM rota_revision r JOIN rota_place p ON p.revision = r.id
            WHERE r.association = ?1 ORDER BY r.id, p.place
            """,
        entering: .insert([
            """
            INSERT INTO rota_place (revision, place, duty_date, slot, area, start_ms, end_ms, required1, required2, remark)
            SELECT id, :place, :duty_date, :slot, :area, :start_ms, :end_ms, :required1, :required2, :remark FROM rota_revision
            WHERE association = :association AND month = :month AND number = :number
            """, holding(1, "first"), holding(2, "second"),
        ]), elsewhere: ["revision"])

    private static func holders(_ order: Int) -> String {
        """
        (SELECT json_group_array(physician) FROM (SELECT physician FROM rota_holder h WHERE h.revision = p.revision
        AND h.place = p.place AND h.call_order = \(order) ORDER BY h.rank))
        """
    }

    private static func holding(_ order: Int, _ column: String) -> String {
        """
        INSERT INTO rota_holder (revision, place, call_order, rank, physician)
        SELECT r.id, :place, \(order), j.key, j.value FROM rota_revision r, json_each(:\(column)) j
        WHERE r.association = :association AND r.month = :month AND r.number = :number
        """
    }

    private static let overrides = HistoryTable(
        "overrides", "rota_override",
        [
            HistoryColumn("id", "id"), HistoryColumn("duty_date", "dutyDate"), HistoryColumn("slot", "slot"),
            HistoryColumn("area", "area", optional: true), HistoryColumn("call_order", "callOrder", .integer),
            HistoryColumn("seat_physician", "seatPhysician", optional: true),
            HistoryColumn("seat_override", "seatOverride", optional: true),
            HistoryColumn("replaces", "replaces", optional: true),
            HistoryColumn("start_ms", "start", .instant, optional: true),
            HistoryColumn("end_ms", "end", .instant, optional: true),
            HistoryColumn("physician", "physician", optional: true), HistoryColumn("reason", "reason"),
            HistoryColumn("exchange", "exchange", optional: true), HistoryColumn("made_ms", "madeAt", .instant),
            HistoryColumn("made_by", "madeBy"),
        ], hasAssociation: true)

    private static let patients = HistoryTable(
        "patients", "patient",
        [
            HistoryColumn("id", "id"), HistoryColumn("name", "name", optional: true),
            HistoryColumn("kana", "kana", optional: true), HistoryColumn("birth_date", "birthDate", optional: true),
            HistoryColumn("sex", "sex", optional: true), HistoryColumn("postal_code", "postalCode", optional: true),
            HistoryColumn("address", "address", optional: true), HistoryColumn("area", "area", optional: true),
            HistoryColumn("door_notes", "doorNotes", optional: true), HistoryColumn("telephones", "telephones", .texts),
        ],
        select: """
            SELECT id, name, kana, birth_date, sex, postal_code, address, area, door_notes, telephones FROM patient
            WHERE association = ?1 ORDER BY key
            """, entering: .patients, elsewhere: ["key", "association", "kana_folded", "address_folded"])

    /// Every number that a card of the association has or had, with its patient.
    private static let numbers = HistoryTable(
        "numbers", "issued_number",
        [HistoryColumn("number", "number", .number), HistoryColumn("patient", "patient", optional: true)],
        select: """
            SELECT c.number, p.id FROM card c JOIN patient p ON p.key = c.patient WHERE c.association = ?1
            ORDER BY c.number
            """, entering: .numbers)

    /// Numbers that stay taken although there is no card of theirs.
    private static let numbersWithoutCard = HistoryTable(
        "numbers-without-card", "issued_number",
        [HistoryColumn("number", "number", .number), HistoryColumn("patient", "patient", optional: true)],
        select: """
            SELECT n.number, NULL FROM issued_number n WHERE ?1 IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM card c WHERE c.number = n.number) ORDER BY n.number
            """, entering: .numbers, isCommon: true, elsewhere: ["patient"])

    /// Numbers whose cards have been erased, with how they ended; their patient while another card of theirs remains.
    private static let erased = HistoryTable(
        "erased-cards", "erased_card",
        [
            HistoryColumn("number", "number", .number), HistoryColumn("colour", "colour"),
            HistoryColumn("ended_reason", "endedReason", optional: true),
            HistoryColumn("ended_on", "endedOn", optional: true), HistoryColumn("version", "version", .integer),
            HistoryColumn("erased_ms", "erasedAt", .instant), HistoryColumn("patient", "patient", optional: true),
        ],
        select: """
            SELECT e.number, e.colour, e.ended_reason, e.ended_on, e.version, e.erased_ms, p.id
            FROM erased_card e LEFT JOIN patient p ON p.key = e.patient WHERE e.association = ?1 ORDER BY e.number
            """,
        entering: .insert([
            """
            INSERT INTO erased_card (number, association, colour, ended_reason, ended_on, version, erased_ms, patient)
            SELECT :number, :association, :colour, :ended_reason, :ended_on, :version, :erased_ms,
            (SELECT key FROM patient WHERE id = :patient)
            """
        ]), elsewhere: ["association"])

    /// Number, version and instant stand within the card.
    private static let versions = HistoryTable(
        "card-versions", "card_version",
        [
            HistoryColumn("entered_by", "enteredBy"), HistoryColumn("action", "action", optional: true),
            HistoryColumn("reason", "reason", optional: true), HistoryColumn("document", "card", .json),
        ],
        select: """
            SELECT v.entered_by, v.action, v.reason, v.document FROM card c JOIN card_version v ON v.number = c.number
            WHERE c.association = ?1 ORDER BY v.number, v.version
            """, entering: .versions, elsewhere: ["number", "version", "entered_ms"])
}
