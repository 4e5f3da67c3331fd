import DutyRota
import Testing

@Suite("The month as a table")
struct MonthViewTests {
    private let november = Month(year: 2026, month: 11)

    private func view(_ rota: TestRota, overrides: [Override] = [], area: AreaID = "east") throws -> MonthView {
        let book = try rota.book()
        return try MonthView.of(
            november, area: area,
            book: RotaBook(
                association: book.association, calendar: book.calendar, slots: book.slots,
                months: Array(book.months.values), physicians: rota.physicians, overrides: overrides),
            at: at("2026-11-24T00:30:00"))
    }

    private func cells(_ view: MonthView, _ day: Int) -> [MonthView.Cell?] { view.rows[day - 1].cells }

    @Test("Above it stand the month by era, the association, the area and the revision")
    func header() throws {
        let header = try view(TestRota()).header
        #expect(header.title == "令和8年11月")
        #expect([header.association, header.area] == ["試験医師会", "東部"])
        #expect(header.revision == 1)
        #expect(header.publishedAt == TestRota.publishedAt)
    }

    @Test(
        "The first month of an era is its first year's; the month in which it begins bears the name of its first day",
        arguments: [("2019-04", "平成31年4月"), ("2019-05", "令和元年5月"), ("2026-11", "令和8年11月"), ("1989-01", "昭和64年1月")]
    )
    func eras(month: String, title: String) throws {
        let month = try #require(Month(month))
        let view = try MonthView.of(month, area: "east", book: TestRota().book(), at: at("2026-11-24T00:30:00"))
        #expect(view.header.title == title)
    }

    @Test("Each day says what kind of day it is, which holiday, and whether it is today")
    func days() throws {
        let rows = try view(TestRota()).rows
        #expect(rows.count == 30)
        #expect(rows[2].date.description == "2026-11-03")
        #expect(rows[2].weekday == "火")
        #expect(rows[2].dayType == .holiday)
        #expect(rows[2].holiday == "文化の日")
        #expect(rows[6].weekday == "土")
        #expect(rows[6].dayType == .saturday)
        #expect(rows[6].holiday == nil)
        #expect(rows.filter(\.isToday).map(\.date.description) == ["2026-11-24"])
    }

    @Test("A day that the association keeps by itself is named so, and a national name goes before it")
    func ownHoliday() throws {
        var rota = TestRota()
        rota.months = ["2026-12"]
        let december = try MonthView.of(
            Month(year: 2026, month: 12), area: "east", book: rota.book(), at: at("2026-11-24T00:30:00"))
        #expect(december.rows[28].holiday == "医師会休日")
        #expect(december.rows[27].holiday == nil)
        rota.months = ["2026-01"]
        let january = try MonthView.of(
            Month(year: 2026, month: 1), area: "east", book: rota.book(), at: at("2026-11-24T00:30:00"))
        #expect(january.rows[0].holiday == "元日")
        #expect(january.rows[1].holiday == "医師会休日")
    }

    @Test("Its columns are the slots that occur, in their order; a day without the slot has no cell")
    func columns() throws {
        var rota = TestRota()
        rota.slots += [TestRota.slot("正月", [.weekday], "9:00", "10:00", validFrom: "2027-01-01")].compactMap(\.self)
        let view = try view(rota)
        #expect(view.columns.map(\.title) == ["平日夜間", "土曜", "休日日中", "休日夜間"])
        #expect(cells(view, 24).map { $0 != nil } == [true, false, false, false])
        #expect(cells(view, 3).map { $0 != nil } == [false, false, true, true])
    }

    @Test("A cell names who holds each call, from when to when only where it is part of the slot, and by what")
    func entries() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 A,unregistered C"]
        let place = Place.Key(dutyDate: try day("2026-11-24"), slot: "平日夜間", area: "east")
        let (start, end) = (try at("2026-11-24T20:00:00"), try at("2026-11-24T23:00:00"))
        let override = Override(
            id: "O1", place: place, order: .first, seat: .published("A"), replaces: "A", start: start, end: end,
            physician: "B", reason: "", madeAt: try at("2026-11-20T10:00:00"), madeBy: "office")
        let cell = try #require(try cells(view(rota, overrides: [override]), 24)[0])
        #expect(cell.place == place)
        #expect(cell.entries.first.map(\.name) == ["医師A", "unregistered", "医師B", "医師A"])
        #expect(cell.entries.first.map(\.start) == [nil, nil, start, end])
        #expect(cell.entries.first.map(\.end) == [start, nil, end, nil])
        #expect(cell.entries.first.map(\.origin) == [.published, .published, .override("O1"), .published])
        #expect(cell.entries.first.map(\.obstacle) == [nil, .inactivePhysician, nil, nil])
        #expect(cell.entries.second.map(\.physician) == ["C"])
        #expect(cell.flags == [])
    }

    @Test(
        "A cell says what must be seen at once",
        arguments: [
            ("A C", []), ("A -", [.short]), ("- C", [.gap]), ("- -", [.gap, .empty]), ("gone C", [.gap]),
            ("A gone", [.short]),
        ] as [(String, [MonthView.Cell.Flag])]
    )
    func flags(row: String, flags: [MonthView.Cell.Flag]) throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 \(row)"]
        let cell = try #require(try cells(view(rota), 24)[0])
        #expect(cell.flags == flags)
    }

    @Test("A place that is taken for some hours only has a gap in them, and is not empty")
    func partialGap() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        let override = Override(
            id: "O1", place: Place.Key(dutyDate: try day("2026-11-24"), slot: "平日夜間", area: "east"), order: .first,
            seat: .published("A"), replaces: "A", start: try at("2026-11-25T08:00:00"), physician: nil, reason: "",
            madeAt: try at("2026-11-20T10:00:00"), madeBy: "office")
        let cell = try #require(try cells(view(rota, overrides: [override]), 24)[0])
        #expect(cell.flags == [.gap])
        #expect(cell.entries.first.map(\.end) == [try at("2026-11-25T08:00:00")])
    }

    @Test(
        "The whole association's slots have a column in every area; their gaps count where it has nothing of its own"
    )
    func whole() throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("夜間", [.weekday], "17:30", "翌8:30", reach: .areas(["east"])),
            TestRota.slot("夜間2", [.weekday], "18:00", "翌8:00", reach: .association),
        ].compactMap(\.self)
        rota.rows = ["2026-11-24 夜間 東部 A C", "2026-11-24 夜間2 全域 - D"]
        let east = try view(rota)
        #expect(east.columns.map(\.title) == ["夜間", "夜間2（全域）"])
        #expect(east.columns.map(\.scope) == [.area, .association])
        #expect(cells(east, 24).map { $0?.flags } == [[], [.notInForce]])
        let west = try view(rota, area: "west")
        #expect(west.columns.map(\.title) == ["夜間2（全域）"])
        #expect(cells(west, 24).map { $0?.flags } == [[.gap]])
        #expect(cells(west, 24)[0]?.entries.second.map(\.physician) == ["D"])
    }

    @Test("A month that is not published has its days and no column")
    func unpublished() throws {
        var rota = TestRota()
        rota.months = []
        let view = try view(rota)
        #expect(view.columns.isEmpty)
        #expect(view.header.revision == nil)
        #expect(view.rows.map(\.cells) == Array(repeating: [], count: 30))
    }

    @Test("An area that there is not has no month")
    func unknown() throws {
        #expect(throws: DutyFault.unknownArea) { try view(TestRota(), area: "north") }
    }
}
