import DutyRota
import Testing

@Suite("Overrides: when they are made")
struct OverrideTimingTests {
    private static let night = "2026-11-24 平日夜間"

    private func office(_ now: String) throws -> Office {
        try Office(["\(OverrideTimingTests.night) 東部 A C"], now: now)
    }

    @Test("Without a start a running slot changes from now on: who was on duty until now is not rewritten")
    func running() throws {
        var office = try office("2026-11-24T22:00:00")
        let made = try office.override(.change(OverrideTimingTests.night, "A", to: "B"))
        #expect(try made.overrides.map(\.start) == [at("2026-11-24T22:00:00")])
        #expect(try office.who("2026-11-24T21:59:59.999") == ["A", "C"])
        #expect(try office.who("2026-11-24T22:00:00") == ["B", "C"])
        #expect(made.isUrgent)
        #expect(!made.isCorrection)
    }

    @Test(
        "Where the clock ran ahead before, a change from now on counts by the clock that answers, not by the last entry"
    )
    func clockSetBack() throws {
        let office = try office("2026-11-24T22:00:00")
        let desk = RotaDesk(
            book: office.book, draft: nil, lastVersion: 0, now: try at("2026-11-24T23:00:00.001"),
            clock: try at("2026-11-24T22:00:00"), actor: "office")
        let made = try desk.overriding(.change(OverrideTimingTests.night, "A", to: nil), id: "o1")
        #expect(try made.overrides.map(\.start) == [at("2026-11-24T22:00:00")])
        #expect(try made.overrides.map(\.madeAt) == [at("2026-11-24T23:00:00.001")])
    }

    @Test(
        "Hours that are over change where the request says so: from the slot's start, by a start, or by an end that is over",
        arguments: [(nil, nil, true), ("2026-11-24T17:30:00", nil, false), (nil, "2026-11-24T20:00:00", false)]
            as [(String?, String?, Bool)]
    )
    func rewriting(start: String?, end: String?, fromSlotStart: Bool) throws {
        var office = try office("2026-11-24T22:00:00")
        let made = try office.override(
            .change(
                OverrideTimingTests.night, "A", to: "B", from: start, until: end, fromSlotStart: fromSlotStart))
        #expect(made.overrides.map(\.start) == [nil])
        #expect(made.isCorrection == (end != nil))
        #expect(try office.who("2026-11-24T18:00:00") == ["B", "C"])
    }

    @Test(
        "Urgent is what touches the next 24 hours, a correction what is over",
        arguments: [
            ("2026-11-23T17:29:59.999", false, false), ("2026-11-23T17:30:00", false, false),
            ("2026-11-23T17:30:00.001", true, false), ("2026-11-25T08:29:59.999", true, false),
            ("2026-11-25T08:30:00", false, true),
        ]
    )
    func urgency(now: String, isUrgent: Bool, isCorrection: Bool) throws {
        var office = try office(now)
        let made = try office.override(.change(OverrideTimingTests.night, "A", to: "B"))
        #expect(made.isUrgent == isUrgent)
        #expect(made.isCorrection == isCorrection)
        office.now = try at(now)
        let lifted = try office.lift("o1")
        #expect(lifted.isUrgent == isUrgent)
        #expect(lifted.isCorrection == isCorrection)
    }

    @Test("A correction of a night that is over leaves the answer as published then as it was")
    func asPublishedAt() throws {
        var office = try office("2026-11-30T09:00:00")
        let made = try office.override(.change(OverrideTimingTests.night, "A", to: "B"))
        #expect(made.isCorrection)
        #expect(made.warnings.isEmpty)
        #expect(try office.who("2026-11-24T22:00:00") == ["B", "C"])
        let then = try at("2026-11-24T22:00:00")
        #expect(try office.book(asPublishedAt: then).duty(at: then, area: "east").who == ["A", "C"])
        let correctedAt = try #require(made.overrides.first?.madeAt)
        try office.lift("o1")
        #expect(try office.who("2026-11-24T22:00:00") == ["A", "C"])
        #expect(try office.book(asPublishedAt: correctedAt).duty(at: then, area: "east").who == ["B", "C"])
    }

    @Test("What isn't there, or was lifted already, can't be lifted")
    func unknown() throws {
        var office = try office("2026-11-20T09:00:00")
        try office.override(.change(OverrideTimingTests.night, "A", to: "B"))
        try office.lift("o1")
        for id in ["o1", "o9", ""] {
            #expect(throws: RotaRefusal.unknown(id)) { try office.desk.lifting(id, reason: "取り消し") }
        }
    }

    @Test("A lift without a reason is refused")
    func liftReason() throws {
        var office = try office("2026-11-20T09:00:00")
        try office.override(.change(OverrideTimingTests.night, "A", to: "B"))
        #expect(try faultFields { try office.desk.lifting("o1", reason: "") } == ["reason"])
    }
}
