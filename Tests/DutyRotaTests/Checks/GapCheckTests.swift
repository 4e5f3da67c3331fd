import DutyRota
import Testing

@Suite("Checks of a month: gaps and shortages")
struct GapCheckTests {
    @Test("A full sheet has no problem, whatever is published beside it")
    func full() throws {
        #expect(try FullRota().problems() == [])
        #expect(try FullRota().problems(beside: ["2026-10", "2026-12"]) == [])
    }

    @Test(
        "Rule 5: a place without a first call is a gap, said by date, slot, area and hours, with whoever is called instead"
    )
    func gap() throws {
        let problem = try #require(FullRota(rows: ["2026-11-24 平日夜間 東部 - C"]).problems().first)
        #expect(problem.id == "gap:2026-11-24:平日夜間:east")
        #expect(problem.kind == .gap && problem.order == .first && problem.physicians == ["C"])
        #expect(try problem.interval == at("2026-11-24T17:30:00")..<at("2026-11-25T08:30:00"))
        let message = "2026-11-24（火） 平日夜間 東部（17:30〜翌8:30）: 第一当番がいません。医師Cにすぐ電話をかけることになります"
        #expect(problem.message == message)
    }

    @Test("Rule 5: an empty place is one gap, no shortage beside it, and empty places in a row are one gap each")
    func emptyPlaces() throws {
        let rows = ["2026-11-29 休日日中 東部 - -", "2026-11-29 休日夜間 東部 - -"]
        let problems = try FullRota(rows: rows).problems()
        #expect(problems.map(\.id) == ["gap:2026-11-29:休日日中:east", "gap:2026-11-29:休日夜間:east"])
        #expect(try problems.first?.interval == at("2026-11-29T08:30:00")..<at("2026-11-29T17:30:00"))
    }

    @Test("Rule 5: a slot that requires a second call and has none is short")
    func short() throws {
        let problems = try FullRota(rows: ["2026-11-24 平日夜間 東部 A -"]).problems()
        #expect(problems.map(\.id) == ["short:2026-11-24:平日夜間:east:second"])
        #expect(problems.first?.order == .second)
        #expect(problems.first?.message.hasSuffix("第二当番が1人必要ですが、だれもいません") == true)
    }

    @Test("Rule 5: two are required and one stands there: short, named")
    func shortOfTwo() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A -", "2026-11-24 平日夜間 西部 B,C -"])
        rota.isBlank = true
        rota.base.slots = [TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30", first: 2, second: 0)].compactMap(\.self)
        let short = try rota.problems().filter { $0.kind == .short }
        #expect(short.map(\.id) == ["short:2026-11-24:平日夜間:east:first"])
        #expect(short.first?.message.hasSuffix("第一当番が2人必要ですが、医師Aだけです") == true)
    }

    @Test("Rule 12: somebody taken off duty makes a gap from then to then")
    func takenOff() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A C"])
        let (start, end) = ("2026-11-24T22:00:00", "2026-11-25T02:30:00")
        try rota.override("o1", "2026-11-24", "平日夜間", "east", replaces: "A", by: nil, from: start, to: end)
        let problems = try rota.problems(beside: ["2026-11"])
        let hours = "2026-11-24T22:00:00+09:00/2026-11-25T02:30:00+09:00"
        #expect(problems.map(\.id) == ["gap:2026-11-24:平日夜間:east:\(hours)"])
        #expect(problems.first?.message.contains("（22:00〜翌2:30）") == true)
    }

    @Test("Rule 13: an absence makes a gap of the whole slot by duty date, and is named itself")
    func absent() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 D B"])
        rota.absences = [
            try rota.absence("A", "2026-11-24", "2026-11-24"), try rota.absence("D", "2026-11-24", "2026-11-24"),
        ]
        let problems = try rota.problems()
        #expect(problems.map(\.id) == ["absent:2026-11-24:平日夜間:east:first:A", "gap:2026-11-24:平日夜間:east"])
        #expect(problems.first?.message == "2026-11-24（火） 平日夜間 東部: 第一当番の医師Aは不在です（2026-11-24（火）、学会）")
    }

    @Test("A gap of the whole association's place is one problem, not one an area")
    func association() throws {
        var rota = FullRota(rows: ["2026-11-24 夜間 全域 - -"])
        rota.base.slots = [TestRota.slot("夜間", [.weekday], "17:30", "翌8:30", reach: .association)].compactMap(\.self)
        let problems = try rota.problems()
        #expect(problems.map(\.id) == ["gap:2026-11-24:夜間:全域"])
        #expect(problems.first?.message.contains("夜間 全域") == true)
    }

    @Test("Rule 8: the whole association's empty place is a gap only where an area falls back on it")
    func governed() throws {
        var rota = FullRota(rows: ["2026-11-24 夜間 全域 - -"])
        let whole = TestRota.slot("夜間", [.weekday], "17:30", "翌8:30", reach: .association)
        let own = TestRota.slot("準夜", [.weekday], "17:30", "22:00", second: 0)
        let east = TestRota.slot("深夜", [.weekday], "22:00", "翌8:30", reach: .areas(["east"]), second: 0)
        rota.base.slots = [whole, own, east].compactMap(\.self)
        let gap = try #require(rota.problems().first { $0.kind == .gap })
        #expect(try gap.interval == at("2026-11-24T22:00:00")..<at("2026-11-25T08:30:00"))
        rota.base.slots = [whole, TestRota.slot("区", [.weekday], "17:30", "翌8:30", second: 0)].compactMap(\.self)
        #expect(try rota.problems() == [])
    }

    @Test("A slot for a second call only leaves no gap where another slot has a first")
    func secondOnly() throws {
        var rota = FullRota()
        let second = TestRota.slot("支援", [.weekday], "17:30", "翌8:30", first: 0, second: 1)
        rota.base.slots = [TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30", second: 0), second].compactMap(\.self)
        #expect(try rota.problems() == [])
        rota.rows = ["2026-11-24 平日夜間 東部 - -"]
        #expect(try rota.problems().map(\.id) == ["gap:2026-11-24:平日夜間:east"])
        rota.rows = ["2026-11-24 支援 東部 - -"]
        #expect(try rota.problems().map(\.id) == ["short:2026-11-24:支援:east:second"])
    }

    @Test("Rule 20: a month with nobody in it comes first and alone, other faults being told still")
    func emptyMonth() throws {
        var rota = FullRota(isBlank: true)
        let lunch = try #require(HourSpan(start: 540, end: 1020))
        rota.standingHours = TelephoneHours(dayTypes: [], span: lunch)
        let problems = try rota.problems()
        #expect(problems.map(\.id) == ["emptyMonth:2026-11", "standingContactHours"])
        #expect(problems.first?.message == "2026年11月の当番表には、だれの名前もありません")
        rota.rows = ["2026-11-24 平日夜間 東部 - A"]
        #expect(try rota.problems().contains { $0.kind == .emptyMonth } == false)
        #expect(try rota.problems().count { $0.kind == .gap } > 30)
    }

    @Test(
        "Rule 20: checks speak of the future: a gap that runs is told, one that is over is not",
        arguments: [("2026-11-25T08:29:59.999", true), ("2026-11-25T08:30:00", false), ("2026-12-10T00:00:00", false)]
    )
    func future(now: String, isTold: Bool) throws {
        let rota = FullRota(rows: ["2026-11-24 平日夜間 東部 - A", "2026-11-03 休日日中 東部 - -"])
        #expect(try rota.problems(now: now).map(\.id) == (isTold ? ["gap:2026-11-24:平日夜間:east"] : []))
        var blank = FullRota(isBlank: true)
        blank.standingHours = TelephoneHours(dayTypes: [.weekday], span: try #require(HourSpan(start: 0, end: 1440)))
        #expect(try blank.problems(now: "2026-12-10T00:00:00") == [])
    }
}
