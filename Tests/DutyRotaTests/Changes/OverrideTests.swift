import DutyRota
import Testing

@Suite("Overrides: who is on duty")
struct OverrideTests {
    private static let night = "2026-11-24 平日夜間"

    private func office(_ row: String = "A C", now: String = "2026-11-20T09:00:00") throws -> Office {
        try Office(["\(OverrideTests.night) 東部 \(row)", "2026-11-25 平日夜間 東部 B -"], now: now)
    }

    @Test(
        "A→B 20:00–23:00: to the millisecond",
        arguments: [
            ("2026-11-24T17:30:00", "A"), ("2026-11-24T19:59:59.999", "A"), ("2026-11-24T20:00:00", "B"),
            ("2026-11-24T22:59:59.999", "B"), ("2026-11-24T23:00:00", "A"), ("2026-11-25T08:29:59.999", "A"),
        ]
    )
    func interval(instant: String, who: String) throws {
        var office = try office()
        try office.override(
            .change(OverrideTests.night, "A", to: "B", from: "2026-11-24T20:00:00", until: "2026-11-24T23:00:00"))
        #expect(try office.who(instant) == [who, "C"])
    }

    @Test("A whole night changes hands after midnight too, and off hours stay off hours")
    func wholeSlot() throws {
        var office = try office()
        try office.override(.change(OverrideTests.night, "A", to: "B"))
        #expect(try office.who("2026-11-24T17:29:59.999") == ["offHours"])
        #expect(try office.who("2026-11-24T17:30:00") == ["B", "C"])
        #expect(try office.who("2026-11-25T08:29:59.999") == ["B", "C"])
        #expect(try office.who("2026-11-25T08:30:00") == ["offHours"])
        let shift = try #require(office.book.duty(at: at("2026-11-24T22:00:00"), area: "east").shifts.first)
        #expect(shift.origin == .override("o1"))
    }

    @Test("Taken off at 22:00 and nobody instead: a gap from that instant, C is listed, and loudly warned of")
    func takenOff() throws {
        var office = try office()
        let made = try office.override(.change(OverrideTests.night, "A", to: nil, from: "2026-11-24T22:00:00"))
        #expect(try office.who("2026-11-24T21:59:59.999") == ["A", "C"])
        #expect(try office.who("2026-11-24T22:00:00") == ["gap", "C"])
        let warning = try #require(made.warnings.first)
        #expect(warning.kind == .gap)
        #expect(try warning.interval == at("2026-11-24T22:00:00")..<at("2026-11-25T08:30:00"))
        #expect(warning.message.contains("第一当番がいません"))
    }

    @Test("The last made counts; when it is lifted the earlier one shows again")
    func overlapping() throws {
        var office = try office()
        let times = ["2026-11-24T19:00:00", "2026-11-24T21:00:00", "2026-11-24T23:00:00", "2026-11-25T01:00:00"]
        try office.override(.change(OverrideTests.night, "A", to: "B", from: times[0], until: times[2]))
        try office.override(.change(OverrideTests.night, "A", to: "D", from: times[1], until: times[3]))
        #expect(try office.who("2026-11-24T20:59:59.999") == ["B", "C"])
        #expect(try office.who("2026-11-24T22:00:00") == ["D", "C"])
        #expect(try office.who("2026-11-25T00:00:00") == ["D", "C"])
        try office.lift("o2")
        #expect(try office.who("2026-11-24T22:00:00") == ["B", "C"])
        #expect(try office.who("2026-11-25T00:00:00") == ["A", "C"])
    }

    @Test(
        "A→B, then B→C: C; lifted in whatever order, what still stands shows",
        arguments: [(["o2", "o1"], ["B", "A"]), (["o1", "o2"], ["D", "A"])]
    )
    func chain(lifts: [String], then: [String]) throws {
        var office = try office("A -")
        try office.override(.change(OverrideTests.night, "A", to: "B"))
        let second = try office.override(.change(OverrideTests.night, "B", to: "D"))
        #expect(second.overrides.map(\.seat) == [.published("A")])
        #expect(second.overrides.map(\.replaces) == ["B"])
        #expect(try office.who("2026-11-24T22:00:00") == ["D"])
        for (id, who) in zip(lifts, then) {
            try office.lift(id)
            #expect(try office.who("2026-11-24T22:00:00") == [who])
        }
        #expect(office.overrides.count == 2, "both stay readable")
    }

    @Test("Of two first calls the one who is named is replaced", arguments: [("A", ["D", "B"]), ("B", ["A", "D"])])
    func twoFirstCalls(replaced: String, who: [String]) throws {
        var office = try office("A,B -")
        try office.override(.change(OverrideTests.night, PhysicianID(replaced), to: "D"))
        #expect(try office.who("2026-11-24T22:00:00") == who)
    }

    @Test("Somebody more on an empty call has a seat of their own, which goes with its overrides")
    func added() throws {
        var office = try office("A -")
        let made = try office.override(.change(OverrideTests.night, nil, to: "C", order: .second))
        #expect(made.overrides.map(\.seat) == [.added("o1")])
        try office.override(.change(OverrideTests.night, "C", to: "D", order: .second))
        #expect(try office.who("2026-11-24T22:00:00") == ["A", "D"])
        try office.lift("o1")
        #expect(try office.who("2026-11-24T22:00:00") == ["A", "D"])
        try office.lift("o2")
        #expect(try office.who("2026-11-24T22:00:00") == ["A"])
    }

    @Test("Whoever fills the seat of somebody taken off duty is there in their stead, also when that one is back")
    func filled() throws {
        var office = try office("A -")
        try office.override(.change(OverrideTests.night, "A", to: nil))
        let made = try office.override(.change(OverrideTests.night, nil, to: "B"))
        #expect(made.overrides.map(\.seat) == [.published("A")])
        #expect(try office.who("2026-11-24T22:00:00") == ["B"])
        try office.lift("o1")
        #expect(try office.who("2026-11-24T22:00:00") == ["B"])
        try office.lift("o2")
        #expect(try office.who("2026-11-24T22:00:00") == ["A"])
    }

    @Test("A whole-slot override moves with its slot; one at clock times doesn't")
    func slotMoves() throws {
        var office = try office("A -")
        try office.override(
            .change(
                OverrideTests.night, "A", to: "B", from: "2026-11-24T17:30:00", until: "2026-11-25T08:30:00"))
        try office.override(
            .change("2026-11-25 平日夜間", "B", to: "D", from: "2026-11-25T20:00:00", until: "2026-11-25T22:00:00"))
        #expect(office.overrides.map { $0.start == nil } == [true, false], "the slot's edges are no times")
        var rota = TestRota()
        rota.slots = [TestRota.slot("平日夜間", [.weekday], "16:00", "翌9:00")].compactMap(\.self)
        rota.rows = ["\(OverrideTests.night) 東部 A -", "2026-11-25 平日夜間 東部 B -"]
        var moved = Office(try rota.book(), now: office.now)
        var decision = RotaDecision()
        decision.overrides = office.overrides
        moved.keeping(decision)
        #expect(try moved.who("2026-11-24T16:00:00") == ["B"])
        #expect(try moved.who("2026-11-25T08:59:59.999") == ["B"])
        #expect(try moved.who("2026-11-25T19:59:59.999") == ["B"])
        #expect(try moved.who("2026-11-25T20:00:00") == ["D"])
        #expect(try moved.who("2026-11-25T22:00:00") == ["B"])
    }
}
