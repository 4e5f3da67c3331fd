import DutyRota
import Testing

@Suite("What the office must see to in the days ahead")
struct OutlookTests {
    private func ids(_ rota: FullRota, _ months: [String], from: String, days: Int = 14) throws -> [String] {
        try rota.book(months).outlook(from: at(from), days: days).map(\.id)
    }

    @Test(
        "Rule 14: a month that begins within the days asked about and is not published is named",
        arguments: [
            ("2026-11-10T12:00:00", []), ("2026-11-16T23:59:59", []),
            ("2026-11-17T00:00:00", ["unpublished:2026-12"]),
            ("2026-12-31T12:00:00", ["unpublished:2026-12", "unpublished:2027-01"]),
        ]
    )
    func unpublished(from: String, ids expected: [String]) throws {
        #expect(try ids(FullRota(), ["2026-11"], from: from) == expected)
    }

    @Test("What is said of an unpublished month names it, and its interval is the month")
    func month() throws {
        let problem = try #require(FullRota().book([]).outlook(from: at("2026-11-24T12:00:00"), days: 1).first)
        #expect(problem.message == "2026年11月の当番表が公開されていません")
        #expect(try problem.interval == at("2026-11-01T00:00:00")..<at("2026-12-01T00:00:00"))
    }

    @Test(
        "Rule 18: the holiday table's end is told six months ahead",
        arguments: [("2027-06-30T23:59:59", []), ("2027-07-01T00:00:00", ["holidayTableEnds:2027"])]
    )
    func holidays(from: String, expected: [String]) throws {
        #expect(try ids(FullRota(), [], from: from, days: 0).filter { !$0.hasPrefix("unpublished") } == expected)
    }

    @Test("A new area or slot under a published month is told until the month is published anew: it has no duty before")
    func publishAnew() throws {
        let book = try FullRota().book(["2026-11"])
        let areas = book.association.areas + [Area(id: "ikawa", name: "井川", addresses: [])]
        let association = Association(
            id: book.association.id, name: book.association.name, standingContact: book.association.standingContact,
            areas: areas)
        let grown = RotaBook(
            association: association, calendar: book.calendar, slots: book.slots, months: Array(book.months.values),
            physicians: Array(book.physicians.values))
        let from = try at("2026-11-10T12:00:00")
        #expect(grown.outlook(from: from, days: 14).map(\.id) == ["publishAnew:2026-11"])
        #expect(book.outlook(from: from, days: 14).isEmpty)
    }

    @Test("An empty holiday table ends with last year")
    func noHolidays() throws {
        let association = try FullRota().book([]).association
        let calendar = DayCalendar(national: HolidayTable(names: [:]), own: [])
        let book = RotaBook(association: association, calendar: calendar, slots: [], months: [], physicians: [])
        let ids = try book.outlook(from: at("2026-11-24T12:00:00"), days: 0).map(\.id)
        #expect(ids == ["unpublished:2026-11", "holidayTableEnds:2025"])
    }

    @Test(
        "What is published is checked in the days asked about, a night that runs included, and neither before nor after",
        arguments: [
            ("2026-11-10T12:00:00", 14, []), ("2026-11-10T17:30:00", 14, []), ("2026-11-10T17:30:00.001", 14, ["gap"]),
            ("2026-11-25T08:29:59.999", 1, ["gap"]), ("2026-11-25T08:30:00", 1, []), ("2026-11-24T18:00:00", 0, []),
        ]
    )
    func window(from: String, days: Int, kinds: [String]) throws {
        let rota = FullRota(rows: ["2026-11-24 平日夜間 東部 - C", "2026-11-03 休日日中 東部 - A"])
        #expect(
            try ids(rota, ["2026-10", "2026-11", "2026-12"], from: from, days: days)
                == kinds.map { "\($0):2026-11-24:平日夜間:east" })
    }

    @Test("Rule 23: what the fire department says at night is told at once, with the gap that it makes")
    func mark() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A C"])
        rota.unavailabilities = [
            Unavailability(
                id: "u1",
                association: "test",
                physician: "A",
                area: "east",
                from: try at("2026-11-24T22:00:00"),
                until: try at("2026-11-25T08:30:00"),
                reason: "急病",
                madeBy: "fire"
            )
        ]
        let problems = try rota.book(["2026-11"]).outlook(from: at("2026-11-24T23:00:00"), days: 2)
        let part = "2026-11-24T22:00:00+09:00/2026-11-25T08:30:00+09:00"
        #expect(problems.map(\.id) == ["absent:2026-11-24:平日夜間:east:first:A", "gap:2026-11-24:平日夜間:east:\(part)"])
        #expect(problems.first?.message.hasSuffix("は、来られないと夜間に分かりました") == true)
    }

    @Test("Rule 20: of a night that runs, what is over is told no more")
    func partlyOver() throws {
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 A C"])
        let (slot, end) = ("平日夜間", "2026-11-24T20:00:00")
        try rota.override("o1", "2026-11-24", slot, "east", replaces: "A", by: "gone", to: end)
        let before = try rota.book(["2026-11"]).outlook(from: at("2026-11-24T19:59:59.999"), days: 2)
        #expect(before.map(\.kind) == [.gap, .inactivePhysician])
        #expect(try ids(rota, ["2026-11"], from: "2026-11-24T20:00:00", days: 2) == [])
    }

    @Test("Rule 20: a published month with nobody in it comes first and alone")
    func emptyMonth() throws {
        #expect(try ids(FullRota(isBlank: true), ["2026-11"], from: "2026-11-10T12:00:00") == ["emptyMonth:2026-11"])
        #expect(
            try ids(FullRota(isBlank: true), ["2026-11"], from: "2026-12-01T08:30:00", days: 1) == [
                "unpublished:2026-12"
            ])
    }

    @Test("A problem bears one identifier at publishing and in the outlook")
    func oneIdentifier() throws {
        let rows = [
            "2026-11-24 平日夜間 東部 A A", "2026-11-25 平日夜間 東部 - C", "2026-11-26 平日夜間 東部 gone -",
            "2026-11-26 平日夜間 西部 B gone",
        ]
        let rota = FullRota(rows: rows)
        let publishing = try rota.problems().map(\.id)
        #expect(publishing.count == 7)
        #expect(try ids(rota, ["2026-11"], from: "2026-11-15T00:00:00") == publishing)
    }
}
