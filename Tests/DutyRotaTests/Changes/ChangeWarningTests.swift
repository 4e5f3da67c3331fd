import DutyRota
import Testing

@Suite("Overrides: what is warned of and not refused")
struct ChangeWarningTests {
    private static let night = "2026-11-24 平日夜間"

    private func office(_ rows: [String] = []) throws -> Office {
        var rota = TestRota()
        rota.physicians.append(TestRota.physician("mute", telephones: []))
        rota.slots =
            TestRota.usualSlots.filter { $0.name != "平日夜間" }
            + [
                TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30", second: 0),
                TestRota.slot("全域深夜", [.weekday], "0:00", "5:00", reach: .association, second: 0),
            ].compactMap(\.self)
        rota.rows = ["\(ChangeWarningTests.night) 東部 A -", "\(ChangeWarningTests.night) 西部 C -"] + rows
        return Office(try rota.book(), now: try at("2026-11-20T09:00:00"))
    }

    private func kinds(_ made: OverrideMade) -> [RotaProblem.Kind] { made.warnings.map(\.kind) }

    @Test("An ordinary stand-in is warned of nothing")
    func nothing() throws {
        var office = try office()
        #expect(try office.override(.change(ChangeWarningTests.night, "A", to: "B")).warnings.isEmpty)
    }

    @Test("A stand-in without a telephone, or away that day, is passed over: a gap, and why")
    func passedOver() throws {
        var office = try office()
        let mute = try office.override(.change(ChangeWarningTests.night, "A", to: "mute"))
        #expect(kinds(mute) == [.gap, .noTelephone])
        #expect(try office.who("2026-11-24T22:00:00") == ["gap"])
        let shift = try #require(office.book.duty(at: at("2026-11-24T22:00:00"), area: "east").shifts.first)
        #expect(shift.obstacle == .noTelephone)
        _ = try office.absent("B", "2026-11-24", "2026-11-24")
        let away = try office.override(.change(ChangeWarningTests.night, "mute", to: "B"))
        #expect(kinds(away) == [.gap, .absent])
        #expect(away.warnings.map(\.physicians) == [[], ["B"]])
    }

    @Test("One physician in both calls, in two areas, on two places of an area: from when to when")
    func twice() throws {
        var office = try office()
        let second = try office.override(
            .change(ChangeWarningTests.night, nil, to: "A", from: "2026-11-24T22:00:00", order: .second))
        #expect(kinds(second) == [.samePerson])
        #expect(try second.warnings.first?.interval == at("2026-11-24T22:00:00")..<at("2026-11-25T08:30:00"))
        let areas = try office.override(.change(ChangeWarningTests.night, "C", to: "D", area: "west"))
        #expect(areas.warnings.isEmpty)
        let both = try office.override(
            .change(ChangeWarningTests.night, "D", to: "A", until: "2026-11-24T20:00:00", area: "west"))
        #expect(kinds(both) == [.twoAreas])
        #expect(try both.warnings.first?.interval == at("2026-11-24T17:30:00")..<at("2026-11-24T20:00:00"))
        let whole = try office.override(.change("2026-11-25 全域深夜", nil, to: "A", area: nil))
        #expect(Set(kinds(whole)) == [.twoAreas])
        #expect(try whole.warnings.first?.interval == at("2026-11-25T00:00:00")..<at("2026-11-25T05:00:00"))
    }

    @Test("Fewer than the slot requires, with somebody on first call: short")
    func short() throws {
        var office = try office(["2026-11-28 土曜 東部 A C"])
        let made = try office.override(
            .change("2026-11-28 土曜", "C", to: nil, from: "2026-11-28T20:00:00", order: .second))
        #expect(kinds(made) == [.short])
        #expect(try made.warnings.first?.interval == at("2026-11-28T20:00:00")..<at("2026-11-29T08:30:00"))
    }

    @Test("What is over is not warned of, of a running night neither")
    func over() throws {
        var office = try office()
        office.now = try at("2026-11-24T22:00:00")
        let past = try office.override(.change(ChangeWarningTests.night, "A", to: nil, until: "2026-11-24T22:00:00"))
        #expect(past.warnings.isEmpty)
        let rest = try office.override(.change(ChangeWarningTests.night, "A", to: nil))
        #expect(kinds(rest) == [.gap])
    }

    @Test("Lifting warns as making does: what shows again may be a gap")
    func lifted() throws {
        var office = try office()
        try office.override(.change(ChangeWarningTests.night, "A", to: "B"))
        _ = try office.absent("A", "2026-11-24", "2026-11-24")
        #expect(try kinds(office.lift("o1")) == [.gap, .absent])
    }

    @Test("A warning has the identifier that the checks give the same problem")
    func identifiers() throws {
        var office = try office()
        let made = try office.override(.change(ChangeWarningTests.night, "A", to: nil))
        #expect(made.warnings.map(\.id) == ["gap:2026-11-24:平日夜間:east"])
        #expect(made.warnings.map(\.place?.area) == ["east"])
    }

    @Test("What was to be seen to elsewhere before is not told again")
    func elsewhere() throws {
        var office = try office()
        try office.override(.change(ChangeWarningTests.night, "C", to: nil, area: "west"))
        #expect(try office.override(.change(ChangeWarningTests.night, "A", to: "B")).warnings.isEmpty)
    }
}
