import DutyRota
import EmergencyCards
import Testing

@Suite("The register of physicians")
struct PhysicianTests {
    static let document = """
        {"name":"髙橋　次郎","kana":"たかはし じろう","organisation":"見本医院","email":"jiro@clinic.example.jp",
         "areas":["tobu","seibu","tobu"],"activeFrom":"2026-12-01","activeTo":null,
         "telephones":[{"label":"携帯","number":"０９０１２３４５６７８"},
           {"label":"夜間","number":"0542466111","hours":{"dayTypes":["weekday"],"from":"17:30","to":"翌8:30"}}]}
        """

    @Test(
        "A new physician gets the next identifier of the register's pattern, numbers with hyphens and full-width kana")
    func enters() throws {
        let decision = try Office().desk.enteringPhysician(json(Self.document), of: "shizuoka")
        let physician = try #require(decision.physician)
        #expect(decision.from == Office.now)
        #expect(
            text { physician.write(to: &$0, validFrom: Scene.day("2026-12-01")) }
                == #"{"id":"P061","name":"髙橋　次郎","kana":"タカハシ　ジロウ","organisation":"見本医院","#
                + #""email":"jiro@clinic.example.jp","areas":["tobu","seibu"],"activeFrom":"2026-12-01","activeTo":null,"#
                + #""telephones":[{"label":"携帯","number":"090-1234-5678","hours":null},"#
                + #"{"label":"夜間","number":"054-246-6111","hours":{"dayTypes":["weekday"],"from":"17:30","to":"翌08:30"}}],"#
                + #""validFrom":"2026-12-01"}"#)
    }

    @Test("What is written is read again as the same physician")
    func roundTrip() throws {
        let physician = Office.physician("P009", areas: ["tobu"], activeFrom: Scene.day("2020-04-01"))
        let decision = try Office().desk.enteringPhysician(json(text { physician.write(to: &$0) }), of: "shizuoka")
        #expect(decision.physician == physician)
    }

    @Test(
        "Every faulty field is named",
        arguments: [
            ("[]", ["", "name", "kana"]),
            (#"{"name":"","kana":"ミホン"}"#, ["name"]),
            (#"{"name":"見本","kana":"見本"}"#, ["kana"]),
            (#"{"name":"見本","kana":"ミホン","email":"nobody"}"#, ["email"]),
            (#"{"name":"見本","kana":"ミホン","email":"a@b@c.jp"}"#, ["email"]),
            (#"{"name":"見本","kana":"ミホン","areas":["tobu","nambu"]}"#, ["areas[1]"]),
            (#"{"name":"見本","kana":"ミホン","activeFrom":"2027-02-29"}"#, ["activeFrom"]),
            (#"{"name":"見本","kana":"ミホン","activeFrom":"2026-12-01","activeTo":"2026-11-30"}"#, ["activeTo"]),
            (#"{"name":"見本","kana":"ミホン","validFrom":"2026-11-23"}"#, ["validFrom"]),
            (#"{"name":"見本","kana":"ミホン","id":"P 1"}"#, ["id"]),
            (#"{"name":"見本","kana":"ミホン","id":"P001"}"#, ["id"]),
            (#"{"name":"見本","kana":"ミホン","id":"H01"}"#, ["id"]),
            (#"{"name":"見本","kana":"ミホン","nmae":"見本"}"#, ["nmae"]),
            (
                #"{"name":"見本","kana":"ミホン","telephones":[{"label":"携帯","number":"090-1234-5678"},{"number":"119"}]}"#,
                ["telephones[1].label", "telephones[1].number"]
            ),
            (
                #"{"name":"見本","kana":"ミホン","telephones":[{"label":"a","number":"0542466111","hours":{"dayTypes":["monday"],"from":"20:00","to":"18:00"}}]}"#,
                ["telephones[0].hours.dayTypes[0]", "telephones[0].hours.to"]
            ),
            (
                #"{"name":"見本","kana":"ミホン","telephones":[{"label":"a","number":"0542466111","hours":{"from":"25時"}}]}"#,
                ["telephones[0].hours.to"]
            ),
            (
                #"{"kana":"x","email":"x","areas":["x"],"telephones":[{}],"x":1}"#,
                ["name", "kana", "email", "areas[0]", "telephones[0].label", "telephones[0].number", "x"]
            ),
        ])
    func faults(document: String, fields: [String]) {
        #expect(refused { try Office().desk.enteringPhysician(json(document), of: "shizuoka") } == fields)
    }

    @Test("An identifier that is entered for later is not given again")
    func reserved() throws {
        var office = Office()
        office.reserved = ["P061", "P062"]
        let decision = try office.desk.enteringPhysician(json(#"{"name":"見本","kana":"ミホン"}"#), of: "shizuoka")
        #expect(decision.physician?.id == "P063")
        #expect(
            refused { try office.desk.enteringPhysician(json(#"{"id":"P062","name":"見","kana":"ミ"}"#), of: "shizuoka") }
                == ["id"])
    }

    @Test(
        "The next identifier follows what most of the register have",
        arguments: [
            ([], "P001"), (["S01", "S02", "P001"], "S03"), (["A", "B"], "P001"), (["P099"], "P100"), (["P9"], "P10"),
        ] as [([String], String)])
    func nextIdentifier(ids: [String], next: String) throws {
        var office = Office()
        office.physicians = ids.map { Office.physician(PhysicianID($0)) }
        let decision = try office.desk.enteringPhysician(json(#"{"name":"見本","kana":"ミホン"}"#), of: "shizuoka")
        #expect(decision.physician?.id.text == next)
    }

    @Test("A patch changes what it names and leaves the rest; null clears, a list takes the old one's place")
    func patches() throws {
        let patch =
            #"{"organisation":"新医院","activeFrom":null,"telephones":[{"label":"携帯","number":"08012345678"}],"validFrom":"2026-12-01"}"#
        let decision = try Office().desk.changingPhysician("P001", by: json(patch), of: "shizuoka", history: [])
        let physician = try #require(decision.physician)
        #expect(decision.from == Scene.at("2026-12-01T00:00:00+09:00"))
        #expect(physician.name == "見本　P001")
        #expect(physician.areas == ["tobu"])
        #expect(physician.organisation == "新医院")
        #expect(physician.activeFrom == nil)
        #expect(physician.telephones == [Telephone(label: "携帯", number: "080-1234-5678")])
    }

    @Test("A change valid from today counts at once")
    func fromToday() throws {
        let patch = json(#"{"validFrom":"2026-11-24"}"#)
        #expect(try Office().desk.changingPhysician("P001", by: patch, of: "shizuoka", history: []).from == Office.now)
    }

    @Test(
        "A patch that cannot be is refused",
        arguments: [
            (#"{"id":"P002"}"#, ["id"]), (#"{"name":null}"#, ["name"]), (#"{"activTo":null}"#, ["activTo"]),
            (#""x""#, ["", "name", "kana"]),
        ])
    func badPatch(patch: String, fields: [String]) {
        #expect(
            refused { try Office().desk.changingPhysician("P001", by: json(patch), of: "shizuoka", history: []) }
                == fields)
    }

    @Test("Who and whose must be known")
    func unknown() {
        let desk = Office().desk
        #expect(refused { try desk.enteringPhysician(.null, of: "nowhere") } == ["unknown-association"])
        #expect(
            refused { try desk.changingPhysician("P9", by: .null, of: "shizuoka", history: []) } == [
                "unknown-physician"
            ])
        #expect(
            refused { try desk.retiringPhysician("P9", lastDay: Office.today, of: "shizuoka", history: []) } == [
                "unknown-physician"
            ]
        )
    }

    @Test(
        "What is mended now stays mended when something planned comes to count, and what is planned keeps what was planned before"
    )
    func planned() throws {
        let old = try #require(Office().registers.physicians["P001"])
        let january = Scene.at("2027-01-01T00:00:00+09:00")
        let moved = try #require(
            try Office().desk.changingPhysician(
                "P001", by: json(#"{"organisation":"新医院","validFrom":"2027-01-01"}"#), of: "shizuoka", history: []
            ).physician)
        let history = [
            RegisterVersion(
                enteredAt: Office.now, enteredBy: "office", from: january, before: .physician(old),
                after: .physician(moved))
        ]
        let mended = try Office().desk.changingPhysician(
            "P001", by: json(#"{"email":"p001@example.jp"}"#), of: "shizuoka", history: history)
        #expect(mended.versions.map(\.from) == [Office.now, january])
        #expect(mended.versions.map(\.physician.email) == ["p001@example.jp", "p001@example.jp"])
        #expect(mended.versions.map(\.physician.organisation) == [old.organisation, "新医院"])
        let next = try Office().desk.changingPhysician(
            "P001", by: json(#"{"email":"p001@example.jp","validFrom":"2027-02-01"}"#), of: "shizuoka",
            history: history)
        #expect(next.versions.map(\.physician.organisation) == ["新医院"])
    }
}

extension RegisterDecision {
    fileprivate var versions: [(physician: Physician, from: Instant)] {
        entries.compactMap { if case .physician(let physician, let from) = $0 { (physician, from) } else { nil } }
    }
}
