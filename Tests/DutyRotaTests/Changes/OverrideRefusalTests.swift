import DutyRota
import Testing

@Suite("Overrides: what is refused, and by which field")
struct OverrideRefusalTests {
    private static let night = "2026-11-24 平日夜間"

    private func office(_ row: String = "A C") throws -> Office {
        var rota = TestRota()
        rota.physicians.append(TestRota.physician("left", to: "2026-11-23"))
        rota.slots += [TestRota.slot("全域夜間", [.saturday], "22:00", "翌6:00", reach: .association)].compactMap(\.self)
        rota.rows = ["\(OverrideRefusalTests.night) 東部 \(row)"]
        return Office(try rota.book(), now: try at("2026-11-20T09:00:00"))
    }

    private func fields(_ request: OverrideRequest, row: String = "A C") throws -> [String]? {
        var office = try office(row)
        let fields = try faultFields { try office.override(request) }
        #expect(fields == nil || office.overrides.isEmpty)
        return fields
    }

    @Test("Slot and area must be there that day, and the refusal says which are")
    func place() throws {
        #expect(try fields(.change("2026-11-24 休日日中", "A", to: "B")) == ["slot"])
        #expect(try fields(.change(OverrideRefusalTests.night, "A", to: "B", area: nil)) == ["area"])
        #expect(try fields(.change(OverrideRefusalTests.night, "A", to: "B", area: "north")) == ["area"])
        let request = try OverrideRequest.change("2026-11-24 休日日中", "A", to: "B")
        do {
            _ = try office().desk.overriding(request, id: "o")
        } catch RotaRefusal.invalid(let faults) {
            #expect(faults.first?.message.contains("平日夜間") == true)
        }
    }

    @Test("A month that isn't published can't be changed")
    func unpublished() throws {
        let desk = try office().desk
        let request = try OverrideRequest.change("2026-12-01 平日夜間", "A", to: "B")
        #expect(throws: RotaRefusal.unpublished(Month(year: 2026, month: 12))) {
            try desk.overriding(request, id: "o")
        }
    }

    @Test(
        "Times lie within the slot, the start before the end",
        arguments: [
            ("2026-11-24T17:29:59.999", nil, ["start"]), ("2026-11-25T08:30:00", nil, ["start"]),
            (nil, "2026-11-25T08:30:00.001", ["end"]), (nil, "2026-11-24T17:30:00", ["end"]),
            ("2026-11-24T20:00:00", "2026-11-24T20:00:00", ["end"]),
            ("2026-11-24T21:00:00", "2026-11-24T20:00:00", ["end"]),
            ("2026-11-24T12:00:00", "2026-11-25T12:00:00", ["end", "start"]),
            ("2026-11-24T17:30:00", "2026-11-25T08:30:00", nil),
        ] as [(String?, String?, [String]?)]
    )
    func times(start: String?, end: String?, expected: [String]?) throws {
        #expect(try fields(.change(OverrideRefusalTests.night, "A", to: "B", from: start, until: end)) == expected)
    }

    @Test("A start and the slot's start can't both be asked for")
    func twoStarts() throws {
        let request = try OverrideRequest.change(
            OverrideRefusalTests.night, "A", to: "B", from: "2026-11-24T20:00:00", fromSlotStart: true)
        #expect(try fields(request) == ["start"])
    }

    @Test(
        "Whoever is replaced must hold the call, and must be named while it is full",
        arguments: [
            ("A C", "B", "D", ["replaces"]), ("A C", "C", "D", ["replaces"]), ("A C", nil, "D", ["replaces"]),
            ("A,B C", nil, "D", ["replaces"]), ("- C", "A", "D", ["replaces"]), ("- C", nil, "D", nil),
            ("A C", nil, nil, ["replaces", "replaces"]), ("A C", "A", nil, nil),
        ] as [(String, PhysicianID?, PhysicianID?, [String]?)]
    )
    func replaced(row: String, replaces: PhysicianID?, physician: PhysicianID?, expected: [String]?) throws {
        #expect(try fields(.change(OverrideRefusalTests.night, replaces, to: physician), row: row) == expected)
    }

    @Test(
        "The stand-in is a member on the duty date, another than the one replaced, and not on the call already",
        arguments: [
            ("X", ["physician"]), ("left", ["physician"]), ("A", ["physician"]), ("B", ["physician"]), ("D", nil),
        ]
            as [(PhysicianID, [String]?)]
    )
    func standIn(physician: PhysicianID, expected: [String]?) throws {
        #expect(try fields(.change(OverrideRefusalTests.night, "A", to: physician), row: "A,B -") == expected)
    }

    @Test(
        "The reason is needed, and not longer than 200 characters",
        arguments: [
            ("", ["reason"]), (" 　", ["reason"]), (String(repeating: "あ", count: 201), ["reason"]),
            (String(repeating: "あ", count: 200), nil),
        ] as [(String, [String]?)]
    )
    func reason(reason: String, expected: [String]?) throws {
        #expect(try fields(.change(OverrideRefusalTests.night, "A", to: "B", reason: reason)) == expected)
    }

    @Test("All fields at fault are named at once")
    func allAtOnce() throws {
        let request = try OverrideRequest.change(
            OverrideRefusalTests.night, "A", to: "X", from: "2026-11-24T12:00:00", reason: "")
        #expect(try fields(request) == ["physician", "reason", "start"])
    }

    @Test("Somebody in two persons' stead can't be replaced without saying when")
    func severalSeats() throws {
        var office = try office("A,B -")
        try office.override(.change(OverrideRefusalTests.night, "A", to: "D", until: "2026-11-24T22:00:00"))
        try office.override(.change(OverrideRefusalTests.night, "B", to: "D", from: "2026-11-24T22:00:00"))
        let whole = try OverrideRequest.change(OverrideRefusalTests.night, "D", to: "C")
        #expect(try faultFields { try office.override(whole) } == ["replaces"])
        try office.override(.change(OverrideRefusalTests.night, "D", to: "C", from: "2026-11-24T22:00:00"))
        #expect(try office.who("2026-11-24T23:00:00") == ["A", "C"])
    }

    @Test("Whom a lift has left on two seats can't be taken off one of them and stay on duty")
    func twoSeatsAtOnce() throws {
        var office = try office("A,B -")
        try office.override(.change(OverrideRefusalTests.night, "B", to: "C"))
        try office.override(.change(OverrideRefusalTests.night, "A", to: "B"))
        try office.lift("o1")
        #expect(try office.who("2026-11-24T22:00:00") == ["B"])
        let off = try OverrideRequest.change(OverrideRefusalTests.night, "B", to: nil)
        #expect(try faultFields { try office.override(off) } == ["replaces"])
    }
}
