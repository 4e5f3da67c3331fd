import DutyRota
import Testing

@Suite("Who is on duty: intervals, duty dates and kinds of day")
struct HandOverTests {
    @Test("Rule 1: at a hand-over there is exactly one holder, to the millisecond")
    func handOver() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-29 休日日中 東部 D -", "2026-11-29 休日夜間 東部 B -"]
        let book = try rota.book()
        let handOver = try at("2026-11-29T17:30:00")
        for offset in Int64(-3)...3 {
            let answer = try book.duty(at: handOver.adding(milliseconds: offset), area: "east")
            #expect(answer.who == (offset < 0 ? ["D"] : ["B"]))
        }
    }

    @Test(
        "Rule 2: the night belongs to its duty date across the ends of months and years and a leap day",
        arguments: [
            ("2026-11", "2026-11-30 平日夜間 東部 A -", "2026-12-01T00:00:00"),
            ("2026-12", "2026-12-31 休日夜間 東部 A -", "2027-01-01T08:29:59.999"),
            ("2024-02", "2024-02-28 平日夜間 東部 A -", "2024-02-29T02:00:00"),
            ("2024-02", "2024-02-29 平日夜間 東部 A -", "2024-03-01T02:00:00"),
        ]
    )
    func dutyDate(month: String, row: String, instant: String) throws {
        var rota = TestRota()
        rota.months = [month]
        rota.rows = [row]
        let answer = try rota.book().duty(at: at(instant), area: "east")
        #expect(answer.who == ["A"])
        #expect(answer.shifts.first?.place.dutyDate == Day(String(row.prefix(10))))
    }

    @Test("Rule 2: after midnight today's row does not count yet, even where yesterday's place is empty")
    func yesterdayEmpty() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-25 平日夜間 東部 B -"]
        let answer = try rota.book().duty(at: at("2026-11-25T03:00:00"), area: "east")
        #expect(answer.status == .gap)
        #expect(answer.shifts.isEmpty)
    }

    @Test(
        "Rule 3: the kind of the day decides which slot is on",
        arguments: [
            ("2026-11-24T18:00:00", "平日夜間"), ("2026-11-28T13:00:00", "土曜"), ("2026-11-29T12:00:00", "休日日中"),
            ("2026-11-23T10:00:00", "休日日中"), ("2026-11-23T18:00:00", "休日夜間"), ("2026-05-06T10:00:00", "休日日中"),
            ("2026-09-22T10:00:00", "休日日中"), ("2026-05-04T08:00:00", "休日夜間"), ("2026-12-29T10:00:00", "休日日中"),
            ("2027-01-02T10:00:00", "休日日中"), ("2027-01-01T10:00:00", "休日日中"),
        ]
    )
    func dayType(instant: String, slot: String) throws {
        let rota = TestRota()
        let sheets = try ["2026-05", "2026-09", "2026-11", "2026-12", "2027-01"].map { month in
            let sheet = try rota.sheet(#require(Month(month)))
            let held = sheet.places.map { place in
                var place = place
                place.holders.first = ["A"]
                return place
            }
            return PublishedMonth(month: sheet.month, revision: 1, publishedAt: sheet.publishedAt, places: held)
        }
        let book = RotaBook(
            association: rota.association,
            calendar: TestRota.calendar,
            slots: rota.slots,
            months: sheets,
            physicians: rota.physicians
        )
        #expect(try book.duty(at: at(instant), area: "east").shifts.map(\.place.slot) == [slot])
    }

    @Test(
        "Rule 4: hours without a slot are off hours, also inside a day",
        arguments: [("2026-11-24T12:30:00", "2026-11-24T13:00:00"), ("2026-11-24T16:00:00", "2026-11-25T09:00:00")]
    )
    func offHours(instant: String, next: String) throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("午前", [.weekday], "9:00", "12:00"), TestRota.slot("午後", [.weekday], "13:00", "16:00"),
        ].compactMap(\.self)
        rota.rows = ["2026-11-24 午後 東部 A -", "2026-11-25 午前 東部 A -"]
        let answer = try rota.book().duty(at: at(instant), area: "east")
        #expect(answer.status == .offHours)
        #expect(answer.shifts.isEmpty)
        #expect(answer.warnings.isEmpty)
        #expect(try answer.next?.start == at(next))
        #expect(answer.next?.shifts.map(\.physician.id) == ["A"])
        #expect(try answer.validUntil == at(next))
    }

    @Test("Rule 4: the next shift may begin after an empty one, and then it is said that nobody comes")
    func nextIsEmpty() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-25 平日夜間 東部 A -"]
        let next = try rota.book().duty(at: at("2026-11-24T12:00:00"), area: "east").next
        #expect(try next?.start == at("2026-11-24T17:30:00"))
        #expect(next?.shifts.isEmpty == true)
    }
}
