import DutyRota
import EmergencyCards
import Testing

@Suite("The register of hospitals")
struct HospitalTests {
    @Test("A new hospital gets the next identifier, and is read again as it is written")
    func enters() throws {
        let document =
            #"{"name":"市立病院","telephones":[{"label":"代表","number":"0542533125"}],"entrance":"救急口","email":"a@h.example.jp","address":"葵区2"}"#
        let hospital = try #require(try Office().desk.enteringHospital(json(document)).hospital)
        #expect(hospital.id == "H02")
        #expect(hospital.telephones == [Telephone(label: "代表", number: "054-253-3125")])
        #expect(try Office().desk.enteringHospital(json(text { hospital.write(to: &$0) })).hospital == hospital)
    }

    @Test(
        "Every faulty field is named",
        arguments: [
            ("{}", ["name", "telephones", "address"]),
            (#"{"id":"P001","name":"a","address":"b","telephones":[]}"#, ["id", "telephones"]),
            (
                #"{"name":"a","address":"b","telephones":[{"label":"代表","number":"246-6111"}]}"#,
                ["telephones[0].number"]
            ),
            (
                #"{"name":"a","address":"b","telephones":[{"label":"代表","number":"0542466111"}],"email":"@","validFrom":"2020-01-01","fax":""}"#,
                ["validFrom", "email", "fax"]
            ),
        ])
    func faults(document: String, fields: [String]) {
        #expect(refused { try Office().desk.enteringHospital(json(document)) } == fields)
    }

    @Test("Who takes part no more does not come back with what was planned for later")
    func retiredForGood() throws {
        let hospital = try #require(Office().hospitals.first)
        let later = Scene.at("2027-04-01T00:00:00+09:00")
        let planned = RegisterVersion(
            enteredAt: Office.now, enteredBy: "office", from: later, before: nil, after: .hospital(hospital))
        let decision = try Office().desk.retiringHospital("H01", from: nil, history: [planned])
        #expect(decision.entries == [.hospitalRetired("H01", from: Office.now), .hospitalRetired("H01", from: later)])
    }

    @Test("A patch changes what it names, from the day it names")
    func patches() throws {
        let decision = try Office().desk.changingHospital(
            "H01", by: json(#"{"entrance":"北口","validFrom":"2027-01-01"}"#), history: [])
        #expect(decision.hospital?.entrance == "北口")
        #expect(decision.hospital?.telephones == Office().hospitals.first?.telephones)
        #expect(decision.from == Scene.at("2027-01-01T00:00:00+09:00"))
        #expect(
            refused {
                try Office().desk.changingHospital("H01", by: json(#"{"address":null,"id":"H02"}"#), history: [])
            } == [
                "id", "address",
            ])
        #expect(refused { try Office().desk.changingHospital("H09", by: .null, history: []) } == ["unknown-hospital"])
    }

    @Test("A hospital that leaves: from when, and how many cards name it")
    func leaves() throws {
        let desk = Office().desk
        #expect(
            try desk.retiringHospital("H01", from: nil, history: []).entries == [
                .hospitalRetired("H01", from: Office.now)
            ])
        let later = Scene.at("2027-04-01T00:00:00+09:00")
        #expect(
            try desk.retiringHospital("H01", from: later.day, history: []).entries == [
                .hospitalRetired("H01", from: later)
            ])
        #expect(refused { try desk.retiringHospital("H01", from: Scene.day("2026-11-23"), history: []) } == ["from"])
        #expect(refused { try desk.retiringHospital("H09", from: nil, history: []) } == ["unknown-hospital"])
        let hospital = try #require(Office().hospitals.first)
        let departure = HospitalDeparture(hospital: hospital, cards: 3)
        #expect(
            text { departure.write(to: &$0) }
                == #"{"hospital":{"id":"H01","name":"県立病院"},"cards":3}"#)
    }
}
