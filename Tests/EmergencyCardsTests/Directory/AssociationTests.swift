import DutyRota
import EmergencyCards
import Testing

@Suite("The association's own register entry")
struct AssociationTests {
    private func change(_ patch: String, office: Office = Office(), patients: Int = 0) throws -> RegisterDecision {
        try office.desk.changingAssociation("shizuoka", by: json(patch)) { _ in patients }
    }

    private static let both = #"{"id":"tobu","name":"東部","addresses":[]},{"id":"seibu","name":"西部","addresses":[]}"#

    @Test("The document as it is written")
    func writes() {
        let book = Office().book
        #expect(
            text { book.association.write(to: &$0, ownHolidays: book.calendar.own) }
                == #"{"name":"見本医師会","standingContact":{"name":"窓口","telephone":"054-246-6112","hours":null},"#
                + #""ownHolidays":["12-29/01-03"],"areas":[{"id":"tobu","name":"東部","addresses":["静岡市葵区"]},"#
                + #"{"id":"seibu","name":"西部","addresses":[]}]}"#)
    }

    @Test("A patch changes the contact and the own holidays, and leaves the areas")
    func patches() throws {
        let patch =
            #"{"standingContact":{"telephone":"０５４２４６６１１３","hours":{"from":"00:00","to":"24:00"}},"ownHolidays":["08-13/08-15","12-29/01-03","11-01"]}"#
        let span = HourSpan(start: 0, end: 1440).map { TelephoneHours(dayTypes: [], span: $0) }
        let association = Association(
            id: "shizuoka", name: "見本医師会",
            standingContact: StandingContact(name: "窓口", telephone: "054-246-6113", hours: span), areas: Office.areas)
        #expect(
            try change(patch).entries
                == [
                    .association(
                        association, ownHolidays: ["08-13/08-15", "12-29/01-03", "11-01"].compactMap { OwnHoliday($0) })
                ])
    }

    @Test("An area is added, and one that nothing refers to goes")
    func areas() throws {
        var office = Office()
        office.slots = []
        office.publishedSlots = []
        let patch = #"{"areas":[{"id":"tobu","name":"葵区東部"},{"id":"hokubu","name":"北部","addresses":["静岡市葵区井川"]}]}"#
        guard case .association(let changed, _)? = try change(patch, office: office).entries.first else {
            Issue.record("no association")
            return
        }
        #expect(changed.areas.map(\.id) == ["tobu", "hokubu"])
        #expect(changed.areas.map(\.name) == ["葵区東部", "北部"])
    }

    @Test(
        "Every faulty field is named",
        arguments: [
            (
                #"{"name":null,"standingContact":{"telephone":"119","hours":{"from":"9:00"}}}"#,
                ["name", "standingContact.telephone", "standingContact.hours.to"]
            ),
            (#"{"standingContact":null}"#, ["standingContact"]),
            (#"{"areas":[]}"#, ["areas"]),
            (#"{"ownHolidays":["12-29/01-03","02-30"],"fax":null}"#, ["ownHolidays[1]", "fax"]),
            (
                #"{"areas":[\#(both),{"id":"tobu","name":"北部"},{"id":"n","name":"東 部"}]}"#,
                ["areas[2].id", "areas[3].name"]
            ),
            (
                #"{"areas":[\#(both),{"id":"北","name":"全域"},{}]}"#,
                ["areas[2].id", "areas[2].name", "areas[3].id", "areas[3].name"]
            ),
        ])
    func faults(patch: String, fields: [String]) {
        #expect(refused { try change(patch) } == fields)
    }

    @Test("An area that something still refers to does not go, and what that is stands in the answer")
    func stillNeeded() throws {
        let patch = #"{"areas":[{"id":"seibu","name":"西部"}]}"#
        let refusal = #expect(throws: Refusal.self) { try change(patch, patients: 3) }
        let fault = try #require(refusal?.errors.first)
        #expect(refusal?.code == .stillNeeded)
        #expect(fault.field == "areas")
        for word in ["東部", "公開済みの当番", "枠「日曜日勤」", "医師1人", "患者3人"] { #expect(fault.message.contains(word)) }
        #expect(!fault.message.contains("平日夜間"))
    }

    @Test(
        "Each kind of reference alone keeps an area",
        arguments: ["places", "slot", "later slot", "physician", "patients"])
    func each(kind: String) {
        var office = Office()
        office.slots = kind == "slot" ? [Office.slot("枠", [.sunday], .areas(["seibu"]), 0, 60)] : []
        if kind == "later slot" {
            office.slots = [Office.slot("枠", [.sunday], .areas(["seibu"]), 0, 60, from: Scene.day("2027-01-01"))]
        }
        if kind != "places" { office.publishedSlots = [] }
        office.physicians = kind == "physician" ? [Office.physician("P1", areas: ["seibu"])] : []
        let patch = #"{"areas":[{"id":"tobu","name":"東部"}]}"#
        #expect(refused { try change(patch, office: office, patients: kind == "patients" ? 1 : 0) } == ["areas"])
    }

    @Test("What is over keeps no area: a retired slot, a superseded one, a physician who has left")
    func over() {
        var office = Office()
        office.publishedSlots = []
        office.physicians = [Office.physician("P1", areas: ["seibu"], activeTo: Scene.day("2026-11-23"))]
        office.slots = [
            Office.slot("甲", [.sunday], .areas(["seibu"]), 0, 60),
            Office.slot("甲", [.sunday], .areas(["tobu"]), 0, 60, from: Scene.day("2026-11-01")),
            Office.slot("乙", [], .areas(["seibu"]), 0, 60),
        ]
        #expect(refused { try change(#"{"areas":[{"id":"tobu","name":"東部"}]}"#, office: office) } == [])
    }
}
