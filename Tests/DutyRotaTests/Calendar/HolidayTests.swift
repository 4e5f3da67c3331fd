import DutyRota
import Testing

@Suite("Holidays")
struct HolidayTests {
    private static let header = "国民の祝日・休日月日,国民の祝日・休日名称\r\n"

    private func read(_ rows: String) -> (table: HolidayTable, faults: [TableFault]) {
        var faults: [TableFault] = []
        let bytes = Array((HolidayTests.header + rows).utf8)
        let table = HolidayTable(table: bytes, file: "holidays.csv", faults: &faults)
        return (table, faults)
    }

    @Test("The Cabinet Office's form is read, up to its last year")
    func cabinetOffice() throws {
        let (table, faults) = read("2026/1/1,元日\r\n2026/5/6,休日\r\n2027/1/1,元日\r\n")
        #expect(faults.isEmpty)
        #expect(table.years == 2026...2027)
        #expect(try table.names[day("2026-05-06")] == "休日")
    }

    @Test(
        "A faulty table is refused by row",
        arguments: [
            ("2026/1/1,元日\n2026/1/1,元日\n", 3), ("2026/2/30,何の日\n2026/1/1,元日\n", 2), ("2026/1/1,\n", 2), ("", nil),
            ("2025/1/1,元日\n2027/1/1,元日\n", nil),
        ] as [(String, Int?)]
    )
    func faulty(rows: String, row: Int?) {
        let faults = read(rows).faults
        #expect(faults.count == 1)
        #expect(faults.first?.row == row)
    }

    @Test(
        "Rule 3: every day is of one type",
        arguments: [
            ("2026-11-24", .weekday), ("2026-11-28", .saturday), ("2026-11-29", .sunday), ("2026-11-23", .holiday),
            // A substitute holiday on a Wednesday, a citizens' holiday, a holiday on a Sunday.
            ("2026-05-06", .holiday), ("2026-09-22", .holiday), ("2026-05-03", .holiday),
            // The association's own, one of them a Saturday and one a Sunday.
            ("2026-12-30", .holiday), ("2027-01-02", .holiday), ("2027-01-03", .holiday), ("2027-01-04", .weekday),
            ("2026-12-28", .weekday),
        ] as [(String, DayType)]
    )
    func dayType(iso: String, type: DayType) throws {
        #expect(try TestRota.calendar.dayType(of: day(iso)) == type)
    }

    @Test(
        "Rule 3: outside the table's years a day has no type, own holidays included",
        arguments: ["2023-12-31", "2028-01-01"]
    )
    func outside(iso: String) throws {
        #expect(try TestRota.calendar.dayType(of: day(iso)) == nil)
        #expect(try TestRota.calendar.end == at("2028-01-01T00:00:00"))
    }

    @Test(
        "An association's own holidays are read",
        arguments: [
            ("12-29/01-03", ["12-29", "12-31", "01-01", "01-03"], ["12-28", "01-04", "06-15"]),
            ("08-13/08-16", ["08-13", "08-16"], ["08-12", "08-17"]), ("08-13", ["08-13"], ["08-12", "08-14"]),
            ("02-29", ["02-29"], ["02-28", "03-01"]),
        ]
    )
    func own(text: String, inside: [String], outside: [String]) throws {
        let holiday = try #require(OwnHoliday(text))
        for date in inside { #expect(try holiday.contains(day("2028-\(date)"))) }
        for date in outside { #expect(try !holiday.contains(day("2028-\(date)"))) }
    }

    @Test(
        "Days that no year has are no holidays",
        arguments: ["02-30", "13-01", "12-29/01-32", "12-29/01-03/01-05", "", "/", "1-3"]
    )
    func notOwn(text: String) {
        #expect(OwnHoliday(text) == nil)
    }
}
