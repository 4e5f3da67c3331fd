import DutyRota
import EmergencyCards
import Testing

@Suite("A physician who leaves")
struct DepartureTests {
    private static func patient(
        _ number: Int, _ role: PatientOfPhysician.Role, of association: AssociationID = "shizuoka"
    ) -> PatientOfPhysician {
        PatientOfPhysician(
            number: CardNumber(issued: number), association: association, name: "見本　花子", kana: "ミホン　ハナコ", role: role,
            colour: .green,
            state: .active)
    }

    private func departure(
        _ lastDay: String, office: Office = Office(), at now: Instant = Office.now, of id: PhysicianID = "P001",
        patients: [PatientOfPhysician] = []
    ) throws -> Departure {
        try Departure.of(id, lastDay: Scene.day(lastDay), registers: office.registers, patients: patients, at: now)
    }

    @Test("Of another association's patients only the number is told: their names are not this office's to see")
    func othersPatients() throws {
        let departure = try departure(
            "2026-11-30",
            patients: [Self.patient(12_345_676, .deputy, of: "shimizu"), Self.patient(23_456_789, .deputy)])
        #expect(departure.deputyPatients.map(\.number.value) == [12_345_676, 23_456_789])
        #expect(departure.deputyPatients.map(\.name) == [nil, "見本　花子"])
        #expect(departure.deputyPatients.map(\.kana) == [nil, "ミホン　ハナコ"])
    }

    @Test("Every shift after the last day is listed; the night that begins on it is still theirs")
    func shifts() throws {
        let shifts = try departure("2026-12-25").shifts
        #expect(
            shifts.map { "\($0.holding.place.dutyDate) \($0.area)" } == ["2026-12-28 西部", "2026-12-28 東部"])
        #expect(
            shifts.first?.holding.interval == Scene.at(
                "2026-12-28T17:30:00+09:00")..<Scene.at("2026-12-29T08:30:00+09:00"))
    }

    @Test("Of a last day that is over, the night that runs now still counts, and what is over does not")
    func past() throws {
        let atNight = try departure("2026-11-01", at: Scene.at("2026-11-25T02:00:00+09:00")).shifts
        #expect(atNight.first?.holding.place.dutyDate == Scene.day("2026-11-24"))
        let atEnd = try departure("2026-11-01", at: Scene.at("2026-11-25T08:30:00+09:00")).shifts
        #expect(atEnd.first?.holding.place.dutyDate == Scene.day("2026-11-25"))
    }

    @Test("Where somebody stands in nothing is left to hand on; where they stand in for others it is")
    func overrides() throws {
        var office = Office()
        office.overrides = [
            Office.override("o1", "2026-12-28", by: "P060"),
            Office.override("o2", "2026-12-27", slot: "日曜日勤", by: "P001"),
        ]
        let shifts = try departure("2026-12-25", office: office).shifts
        #expect(
            shifts.map {
                "\($0.holding.place.dutyDate) \($0.holding.place.slot) \($0.area) \($0.holding.override ?? "")"
            }
                == ["2026-12-27 日曜日勤 東部 o2", "2026-12-28 平日夜間 西部 "])
    }

    @Test("The answer lists shifts, patients and those whose deputy they are")
    func writes() throws {
        let patients = [Self.patient(12_345_676, .attending), Self.patient(12_345_773, .deputy)]
        var office = Office()
        office.overrides = [Office.override("o1", "2026-12-28", by: nil)]
        let departure = try departure("2026-12-25", office: office, patients: patients)
        #expect(
            text { departure.write(to: &$0) }
                == #"{"physician":{"id":"P001","name":"見本　P001"},"lastDay":"2026-12-25","shifts":[{"dutyDate":"2026-12-28","#
                + #""slot":"平日夜間","area":{"id":"seibu","name":"西部"},"callOrder":1,"start":"2026-12-28T17:30:00+09:00","#
                + #""end":"2026-12-29T08:30:00+09:00","overrideId":null}],"#
                + #""patients":[{"number":"1234-5676","name":"見本　花子","kana":"ミホン　ハナコ","role":"attending","colour":"green","state":"active"}],"#
                + #""deputyPatients":[{"number":"1234-5773","name":"見本　花子","kana":"ミホン　ハナコ","role":"deputy","colour":"green","state":"active"}]}"#
        )
    }

    @Test("Leaving sets the last day, at once, past or ahead", arguments: ["2026-10-31", "2027-03-31"])
    func retires(lastDay: String) throws {
        let decision = try Office().desk.retiringPhysician(
            "P001", lastDay: Scene.day(lastDay), of: "shizuoka", history: [])
        let before = Office.physician(
            "P001", areas: ["tobu"], activeFrom: Scene.day("2020-04-01"), activeTo: Scene.day(lastDay))
        #expect(decision.entries == [.physician(before, from: Office.now)])
    }

    @Test("What was planned for later does not bring them back")
    func planned() throws {
        let later = Scene.at("2027-01-01T00:00:00+09:00")
        let history = [Scene.at("2026-11-01T00:00:00+09:00"), later].map {
            RegisterVersion(
                enteredAt: Office.now, enteredBy: "office", from: $0, before: nil,
                after: .physician(Office.physician("P002", areas: ["seibu"])))
        }
        let lastDay = Scene.day("2026-12-15")
        let decision = try Office().desk.retiringPhysician("P002", lastDay: lastDay, of: "shizuoka", history: history)
        #expect(
            decision.entries == [
                .physician(Office.physician("P002", activeTo: lastDay), from: Office.now),
                .physician(Office.physician("P002", areas: ["seibu"], activeTo: lastDay), from: later),
            ])
    }

    @Test("Nobody leaves before they have joined")
    func tooEarly() {
        #expect(
            refused {
                try Office().desk.retiringPhysician(
                    "P001", lastDay: Scene.day("2020-03-31"), of: "shizuoka", history: [])
            }
                == ["lastDay"])
    }

    @Test("Somebody who has left comes back when the last day is taken away")
    func reinstates() throws {
        var office = Office()
        office.physicians = [Office.physician("P001", activeTo: Scene.day("2026-10-31"))]
        let decision = try office.desk.changingPhysician(
            "P001", by: json(#"{"activeTo":null}"#), of: "shizuoka", history: [])
        #expect(decision.entries == [.physician(Office.physician("P001"), from: Office.now)])
    }

    @Test("A physician whom no register has cannot leave")
    func unknown() {
        #expect(throws: Refusal(.unknownPhysician)) { try departure("2026-12-25", of: "P9") }
    }
}
