import DutyRota
import Testing

@Suite("Counts of duty")
struct DutyCountsTests {
    private func counts(
        _ rows: [String],
        months: [String] = ["2026-11"],
        month: Month = SheetDesk.november,
        draft: [String]? = nil,
        change: (inout SheetDesk) throws -> Void = { _ in }
    ) throws -> [DutyCounts] {
        var office = SheetDesk()
        office.rota.months = months
        office.rota.rows = rows
        try change(&office)
        var drawn = office.rota
        drawn.rows = draft ?? []
        let places = draft == nil ? nil : try drawn.sheet(month).places
        return DutyCounts.of(office.rota.physicians, book: try office.book(), draft: places, month: month)
    }

    /// `shifts nights holidays weekends hours`.
    private func text(_ count: DutyCount) -> String {
        "\(count.shifts) \(count.nights) \(count.holidays) \(count.weekends) \(count.hours)"
    }

    private func override(
        _ key: String, _ from: PhysicianID, _ to: PhysicianID?, start: String? = nil, end: String? = nil
    ) throws -> Override {
        Override(
            id: "\(key)\(start ?? "")", place: try SheetDesk.key(key), order: .first, seat: .published(from),
            replaces: from, start: try start.map { try at($0) }, end: try end.map { try at($0) }, physician: to,
            reason: "急用", madeAt: SheetDesk.now, madeBy: "x")
    }

    @Test(
        "A slot counts by its hours and its duty date",
        arguments: [
            ("2026-11-24 平日夜間 東部 A -", "1 1 0 0 15.0"), ("2026-11-28 土曜 東部 A -", "1 1 0 1 19.5"),
            ("2026-11-29 休日日中 東部 A -", "1 0 1 1 9.0"), ("2026-11-29 休日夜間 東部 A -", "1 1 1 1 15.0"),
            ("2026-11-23 休日日中 東部 A -", "1 0 1 0 9.0"), ("2026-11-24 夕 東部 A -", "1 0 0 0 6.0"),
            ("2026-11-24 朝 東部 A -", "1 1 0 0 6.0"), ("2026-11-25 早朝 東部 A -", "1 0 0 0 6.0"),
        ]
    )
    func slots(row: String, expected: String) throws {
        let counts = try counts([row]) {
            $0.rota.slots += [
                TestRota.slot("夕", [.weekday], "18:00", "翌0:00"), TestRota.slot("朝", [.weekday], "翌0:00", "翌6:00"),
                TestRota.slot("早朝", [.weekday], "0:00", "6:00"),
            ].compactMap(\.self)
        }
        #expect(text(counts[0].month.first) == expected)
        #expect(text(counts[0].year.first) == expected)
        #expect(text(counts[0].month.second) == "0 0 0 0 0.0")
    }

    @Test("A holiday on a Saturday is a holiday and of the weekend")
    func holidayOnSaturday() throws {
        let counts = try counts(
            ["2027-01-02 休日日中 東部 A -"], months: ["2027-01"], month: Month(year: 2027, month: 1))
        #expect(text(counts[0].month.first) == "1 0 1 1 9.0")
    }

    @Test("The calls are counted apart, several holders each, and the register's order stays")
    func calls() throws {
        let counts = try counts(["2026-11-24 平日夜間 東部 B,A C", "2026-11-25 平日夜間 西部 A A"])
        #expect(counts.map(\.physician.id) == ["A", "B", "C", "D"])
        #expect(counts.map(\.month.first.shifts) == [2, 1, 0, 0])
        #expect(counts.map(\.month.second.shifts) == [1, 0, 1, 0])
    }

    @Test("Whoever is no member on any day of the month is left out")
    func members() throws {
        let counts = try counts([]) {
            $0.rota.physicians = [
                TestRota.physician("gone", to: "2026-10-31"), TestRota.physician("last", to: "2026-11-01"),
                TestRota.physician("first", from: "2026-11-30"), TestRota.physician("later", from: "2026-12-01"),
            ]
        }
        #expect(counts.map(\.physician.id) == ["last", "first"])
    }

    @Test("Of a shared slot everybody has the hours, and whoever has half of it or more a shift")
    func shared() throws {
        let key = "2026-11-24 平日夜間 東部"
        let even = try counts(["\(key) A -"]) {
            $0.overrides = [try override(key, "A", "B", start: "2026-11-25T01:00:00")]
        }
        #expect(even.map { text($0.month.first) }.prefix(2) == ["1 1 0 0 7.5", "1 1 0 0 7.5"])
        let uneven = try counts(["\(key) A -"]) {
            $0.overrides = [try override(key, "A", "B", start: "2026-11-24T20:00:00", end: "2026-11-24T22:00:00")]
        }
        #expect(uneven.map { text($0.month.first) }.prefix(2) == ["1 1 0 0 13.0", "0 0 0 0 2.0"])
        let offDuty = try counts(["\(key) A -"]) { $0.overrides = [try override(key, "A", nil)] }
        #expect(text(offDuty[0].month.first) == "0 0 0 0 0.0")
    }

    @Test("An override that was lifted counts no more")
    func lifted() throws {
        let key = "2026-11-24 平日夜間 東部"
        let counts = try counts(["\(key) A -"]) {
            var lifted = try override(key, "A", "B")
            lifted.lift = Lift(at: SheetDesk.now, by: "x", reason: "")
            $0.overrides = [lifted]
        }
        #expect(counts.map(\.month.first.shifts) == [1, 0, 0, 0])
    }

    @Test("The draft stands for its month, with the overrides as they would lie on it")
    func draft() throws {
        let counts = try counts(
            ["2026-10-27 平日夜間 東部 A -", "2026-11-24 平日夜間 東部 A -", "2026-11-25 平日夜間 東部 A -", "2026-12-01 平日夜間 東部 D -"],
            months: ["2026-10", "2026-11", "2026-12"],
            draft: ["2026-11-24 平日夜間 東部 B -", "2026-11-25 平日夜間 東部 A -", "2026-11-26 平日夜間 東部 B -"]
        ) {
            $0.overrides = try ["2026-10-27", "2026-11-24", "2026-11-25"].map {
                try override("\($0) 平日夜間 東部", "A", "C")
            }
        }
        #expect(counts.map(\.month.first.shifts) == [0, 2, 1, 0])
        #expect(counts.map(\.year.first.shifts) == [0, 2, 2, 1])
    }

    @Test(
        "The year goes from April to March",
        arguments: [("2026-03", 1, 1), ("2026-04", 1, 3), ("2026-11", 0, 3), ("2027-03", 1, 3), ("2027-04", 1, 1)])
    func year(month: String, own: Int, year: Int) throws {
        let rows = ["2026-03-31", "2026-04-01", "2026-12-01", "2027-03-31", "2027-04-01"].map { "\($0) 平日夜間 東部 A -" }
        let counts = try counts(
            rows, months: ["2026-03", "2026-04", "2026-11", "2026-12", "2027-03", "2027-04"],
            month: #require(Month(month)))
        #expect(counts[0].month.first.shifts == own)
        #expect(counts[0].year.first.shifts == year)
    }
}
