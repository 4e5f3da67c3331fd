import DutyRota
import Testing

@Suite("Checks of a month: those who stand on it")
struct PeopleCheckTests {
    @Test("Rule 6: one physician in both calls is told")
    func samePerson() throws {
        let problems = try FullRota(rows: ["2026-11-24 平日夜間 東部 A A"]).problems()
        #expect(problems.map(\.id) == ["samePerson:2026-11-24:平日夜間:east:A"])
        #expect(problems.first?.message == "2026-11-24（火） 平日夜間 東部: 医師Aが第一当番と第二当番を兼ねています")
        #expect(problems.first?.physicians == ["A"])
    }

    @Test("Rule 6: one physician in two areas the same night is told once, whichever call it is")
    func twoAreas() throws {
        let problems = try FullRota(rows: ["2026-11-24 平日夜間 東部 A B", "2026-11-24 平日夜間 西部 C A"]).problems()
        #expect(problems.map(\.id) == ["twoAreas:2026-11-24:平日夜間:east:2026-11-24:平日夜間:west:A"])
        #expect(try problems.first?.interval == at("2026-11-24T17:30:00")..<at("2026-11-25T08:30:00"))
    }

    @Test("An area's place and the whole association's are two areas")
    func wholeAssociation() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A -", "2026-11-24 全域夜間 全域 A -"])
        let own = TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30", reach: .areas(["east"]), second: 0)
        let whole = TestRota.slot("全域夜間", [.weekday], "17:30", "翌8:30", reach: .association, second: 0)
        rota.base.slots = [own, whole].compactMap(\.self)
        #expect(try rota.problems().map(\.id) == ["twoAreas:2026-11-24:全域夜間:全域:2026-11-24:平日夜間:east:A"])
    }

    @Test("Two places of one area that overlap on one day are double duty; places that only touch are not")
    func doubleDuty() throws {
        var rota = FullRota(rows: ["2026-11-24 昼 東部 A -", "2026-11-24 夕 東部 - A", "2026-11-24 夜 東部 A -"])
        rota.base.slots = [
            TestRota.slot("昼", [.weekday], "9:00", "18:00", second: 0),
            TestRota.slot("夕", [.weekday], "17:00", "18:00", first: 0, second: 1),
            TestRota.slot("夜", [.weekday], "18:00", "24:00", second: 0),
        ].compactMap(\.self)
        let problem = try #require(rota.problems().first)
        #expect(try rota.problems().count == 1)
        #expect(problem.id == "doubleDuty:2026-11-24:夕:east:2026-11-24:昼:east:A")
        #expect(try problem.interval == at("2026-11-24T17:00:00")..<at("2026-11-24T18:00:00"))
    }

    @Test(
        "Double duty over the month's edge is told where the neighbour is published",
        arguments: [(["2026-10"], ["doubleDuty:2026-10-31:夜:east:2026-11-01:昼:east:A"]), ([], [])]
    )
    func monthEdge(published: [String], ids: [String]) throws {
        var rota = FullRota(rows: ["2026-10-31 夜 東部 A -", "2026-11-01 昼 東部 - A"])
        rota.base.slots = [
            TestRota.slot("夜", [.saturday], "17:00", "翌10:00", second: 0),
            TestRota.slot("昼", [.sunday], "9:00", "17:00", first: 0, second: 1),
        ].compactMap(\.self)
        #expect(try rota.problems(beside: published).ids(.doubleDuty) == ids)
        // A clash that lies wholly in the neighbour is not this month's.
        rota.rows = ["2026-10-31 夜 東部 A -", "2026-10-31 夜 西部 A -"]
        #expect(try rota.problems(beside: published).ids(.twoAreas) == [])
    }

    @Test("Rule 9: a stand-in counts where they stand in, and whoever they replace no more")
    func standIn() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A C", "2026-11-24 平日夜間 西部 A D"])
        try rota.override("o1", "2026-11-24", "平日夜間", "west", replaces: "A", by: "B")
        #expect(try rota.problems(beside: ["2026-11"]) == [])
        try rota.override("o2", "2026-11-24", "平日夜間", "west", replaces: "A", by: "C")
        let ids = ["twoAreas:2026-11-24:平日夜間:east:2026-11-24:平日夜間:west:C"]
        #expect(try rota.problems(beside: ["2026-11"]).map(\.id) == ids)
    }

    @Test("Rule 13: nobody without a telephone or off the register passes silently; as first call they leave a gap")
    func obstacles() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 none C", "2026-11-25 平日夜間 東部 A gone"])
        rota.base.physicians.append(TestRota.physician("none", telephones: []))
        let problems = try rota.problems()
        let ids = [
            "gap:2026-11-24:平日夜間:east", "noTelephone:2026-11-24:平日夜間:east:first:none",
            "inactivePhysician:2026-11-25:平日夜間:east:second:gone", "short:2026-11-25:平日夜間:east:second",
        ]
        #expect(problems.map(\.id) == ids)
        #expect(problems[1].message == "2026-11-24（火） 平日夜間 東部: 第一当番の医師noneには電話番号がありません")
        #expect(problems[2].message.hasSuffix("第二当番のgoneは医師の名簿にありません"))
        rota.base.slotTelephones = ["平日夜間": [Telephone(label: "当番携帯", number: "090-0000-0001")]]
        #expect(try rota.problems().ids(.noTelephone) == [])
    }

    @Test(
        "Rule 13: membership is judged by the duty date, its last day included",
        arguments: [("2026-11-24", []), ("2026-11-23", ["inactivePhysician:2026-11-24:平日夜間:east:second:left"])]
    )
    func membership(last: String, ids: [String]) throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A left"])
        rota.base.physicians.append(TestRota.physician("left", to: last))
        #expect(try rota.problems().ids(.inactivePhysician) == ids)
    }

    @Test(
        "The standing contact must be answered day and night, every day",
        arguments: [
            ([], 0, 1440, true), (DayType.allCases, 510, 1950, true), ([], 540, 1020, false),
            ([DayType.weekday], 0, 1440, false), ([], 0, 1439, false),
        ])
    func standingContact(types: [DayType], start: Int, end: Int, isAlways: Bool) throws {
        var rota = FullRota()
        rota.standingHours = TelephoneHours(dayTypes: Set(types), span: try #require(HourSpan(start: start, end: end)))
        #expect(try rota.problems().map(\.id) == (isAlways ? [] : ["standingContactHours"]))
    }

    @Test("What is written for a place that the month no longer has is told, an empty row and a past one are not")
    func vanished() throws {
        let row = { (date: String, holders: [PhysicianID], remark: String) in
            MonthDraft.Row(
                key: Place.Key(dutyDate: try day(date), slot: "早朝", area: "east"),
                holders: PerCall(first: holders, second: []),
                remark: remark
            )
        }
        let rows = [
            try row("2026-11-24", ["A"], ""), try row("2026-11-25", [], "鍵"), try row("2026-11-26", [], ""),
            try row("2026-11-02", ["B"], ""),
        ]
        let problems = try FullRota().problems(now: "2026-11-10T09:00:00", vanished: rows)
        #expect(problems.map(\.id) == ["vanishedPlace:2026-11-24:早朝:east", "vanishedPlace:2026-11-25:早朝:east"])
        #expect(problems.map(\.physicians) == [["A"], []])
    }
}
