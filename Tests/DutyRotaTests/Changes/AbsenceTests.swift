import DutyRota
import Testing

@Suite("Absences and marks at night")
struct AbsenceTests {
    private func office(_ now: String = "2026-11-20T09:00:00") throws -> Office {
        try Office(
            [
                "2026-11-23 休日夜間 東部 A -", "2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 B A",
                "2026-11-26 平日夜間 東部 A -",
            ], now: now)
    }

    @Test("An absence names the duty that needs somebody else, by duty date, overrides counted")
    func shifts() throws {
        var office = try office()
        try office.override(.change("2026-11-24 平日夜間", "A", to: "D", until: "2026-11-24T20:00:00"))
        let made = try office.absent("A", "2026-11-24", "2026-11-25")
        #expect(made.absence.id == "o2")
        #expect(made.shifts.map(\.place.dutyDate.description) == ["2026-11-24", "2026-11-25"])
        #expect(try made.shifts.first?.interval == at("2026-11-24T20:00:00")..<at("2026-11-25T08:30:00"))
        #expect(made.shifts.map(\.order) == [.first, .second])
        #expect(!made.isUrgent)
        #expect(try office.who("2026-11-24T22:00:00") == ["gap", "C"])
        #expect(try office.who("2026-11-24T03:00:00") == ["A"], "the night of the day before is still theirs")
        let back = try office.comeBack("o2")
        #expect(back.shifts == made.shifts)
        #expect(back.absence.lift?.reason == "中止")
        #expect(try office.who("2026-11-24T22:00:00") == ["A", "C"])
        #expect(throws: RotaRefusal.unknown("o2")) { try office.desk.returning("o2", reason: "中止") }
    }

    @Test("Duty that is over needs nobody; duty within 24 hours is urgent")
    func running() throws {
        var office = try office("2026-11-25T08:30:00")
        let made = try office.absent("A", "2026-11-23", "2026-11-30")
        #expect(made.shifts.map(\.place.dutyDate.description) == ["2026-11-25", "2026-11-26"])
        #expect(made.isUrgent)
    }

    @Test(
        "Refused: the days the wrong way round, a stranger, the very same absence again, no reason",
        arguments: [
            ("A", "2026-11-25", "2026-11-24", "学会", ["to"]), ("X", "2026-11-24", "2026-11-24", "学会", ["physician"]),
            ("A", "2026-11-24", "2026-11-26", "学会", ["from"]), ("A", "2026-11-24", "2026-11-24", "", ["reason"]),
            ("A", "2026-11-24", "2026-11-27", "学会", nil),
            ("X", "2026-11-25", "2026-11-24", "", ["physician", "reason", "to"]),
        ] as [(PhysicianID, String, String, String, [String]?)]
    )
    func refused(physician: PhysicianID, from: String, to: String, reason: String, expected: [String]?) throws {
        var office = try office()
        _ = try office.absent("A", "2026-11-24", "2026-11-26")
        let request = try AbsenceRequest(physician: physician, from: day(from), to: day(to), reason: reason)
        let desk = office.desk
        #expect(try faultFields { try desk.absenting(request, id: "x") } == expected)
    }

    @Test("Unavailable at night: a gap from that instant until the slot ends, and the next call is named")
    func unavailable() throws {
        var office = try office("2026-11-24T23:00:00")
        let request = UnavailabilityRequest(physician: "A", area: "east", reason: "発熱")
        let mark = try office.book.unavailability(request, id: "u1", at: office.now, by: "fire")
        #expect(try mark.interval == at("2026-11-24T23:00:00")..<at("2026-11-25T08:30:00"))
        #expect(mark.association == "test")
        office.unavailabilities = [mark]
        #expect(try office.who("2026-11-24T22:59:59.999") == ["A", "C"])
        #expect(try office.who("2026-11-24T23:00:00") == ["gap", "C"])
        #expect(try office.who("2026-11-25T17:30:00") == ["B", "A"])
        let book = office.book
        #expect(
            try faultFields { try book.unavailability(request, id: "u2", at: office.now, by: "fire") } == ["physician"])
    }

    @Test("Also the stand-in of a swap that was agreed")
    func standIn() throws {
        var office = try office("2026-11-24T23:00:00")
        try office.override(.change("2026-11-24 平日夜間", "A", to: "D"))
        let request = UnavailabilityRequest(physician: "D", area: "east", reason: "発熱")
        office.unavailabilities = [try office.book.unavailability(request, id: "u1", at: office.now, by: "fire")]
        #expect(try office.who("2026-11-24T23:30:00") == ["gap", "C"])
    }

    @Test(
        "Only who is on duty there now can be marked",
        arguments: [
            ("B", "east", "急病", ["physician"]), ("A", "west", "急病", ["physician"]), ("A", "north", "急病", ["area"]),
            ("A", "east", "", ["reason"]), ("B", "north", "", ["area", "reason"]),
        ]
    )
    func notOnDuty(physician: String, area: String, reason: String, expected: [String]) throws {
        let office = try office("2026-11-24T23:00:00")
        let request = UnavailabilityRequest(physician: PhysicianID(physician), area: AreaID(area), reason: reason)
        let book = office.book
        #expect(try faultFields { try book.unavailability(request, id: "u", at: office.now, by: "fire") } == expected)
    }

    @Test("Somebody of the whole association, listed behind an area's gap, is marked to the end of their own slot")
    func behindTheGap() throws {
        var rota = TestRota()
        rota.slots += [TestRota.slot("全域夜間", [.weekday], "22:00", "翌6:00", reach: .association)].compactMap(\.self)
        rota.rows = ["2026-11-24 平日夜間 東部 - C", "2026-11-24 全域夜間 全域 D -"]
        let book = try rota.book()
        let request = UnavailabilityRequest(physician: "D", area: "east", reason: "発熱")
        let mark = try book.unavailability(request, id: "u", at: at("2026-11-24T23:00:00"), by: "fire")
        #expect(try mark.until == at("2026-11-25T06:00:00"))
    }
}
