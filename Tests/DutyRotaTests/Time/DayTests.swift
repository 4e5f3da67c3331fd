import DutyRota
import Testing

@Suite("Days and months")
struct DayTests {
    @Test(
        "A day is counted from 1970-01-01 and read back",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-24", 20_781),
            ("1600-01-01", -135_140),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ]
    )
    func counted(iso: String, number: Int) throws {
        let day = try day(iso)
        #expect(day.number == number)
        #expect(Day(number: number).description == iso)
    }

    @Test("Every day of four centuries keeps its place and its weekday")
    func everyDay() throws {
        var expected = try day("1800-01-01")
        var weekday = expected.weekday
        for year in 1800..<2200 {
            for month in 1...12 {
                for dayOfMonth in 1...31 {
                    guard let day = Day(year: year, month: month, day: dayOfMonth) else { continue }
                    guard day == expected, day.parts == (year, month, dayOfMonth), day.weekday == weekday else {
                        Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day)")
                        return
                    }
                    (expected, weekday) = (day.adding(1), (weekday + 1) % 7)
                }
            }
        }
        #expect(expected.description == "2200-01-01")
    }

    @Test("2026-11-24 is a Tuesday")
    func weekday() throws {
        #expect(try day("2026-11-24").weekday == 2)
        #expect(try day("1938-02-11").weekday == 5)
    }

    @Test(
        "A day that does not exist is none",
        arguments: [
            "2027-02-29", "1900-02-29", "2026-11-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
            "2026-1-1", "",
            "2026-11-24 ", "2026-11-24-1", "２０２６-11-24", "+026-11-24",
        ]
    )
    func notADay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("A leap day lies between its neighbours")
    func leapDay() throws {
        #expect(try day("2028-02-28").adding(1) == day("2028-02-29"))
        #expect(try day("2028-02-29").adding(1) == day("2028-03-01"))
    }

    @Test(
        "Months count on over the year's ends",
        arguments: [
            ("2026-12", 1, "2027-01"), ("2026-01", -1, "2025-12"), ("2026-11", 14, "2028-01"),
            ("2026-03", -27, "2023-12"),
        ]
    )
    func addingMonths(start: String, months: Int, end: String) throws {
        #expect(try #require(Month(start)).adding(months).description == end)
    }

    @Test("A month has its days", arguments: [("2026-02", 28), ("2028-02", 29), ("2026-11", 30), ("2026-12", 31)])
    func days(iso: String, count: Int) throws {
        let month = try #require(Month(iso))
        #expect(month.days.count == count)
        #expect(month.days.allSatisfy { $0.month == month })
        #expect(month.days.first == month.firstDay)
    }

    @Test("A text that is no month is none", arguments: ["2026-13", "2026-1", "2026", "2026-11-01", ""])
    func notAMonth(text: String) {
        #expect(Month(text) == nil)
    }
}
