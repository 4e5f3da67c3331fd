import DutyRota
import Testing

/// The cases that the rules of duty were agreed on, instant by instant.
@Suite("Who is on duty: worked cases")
struct WorkedCaseTests {
    private var rota: TestRota {
        var rota = TestRota()
        rota.rows = [
            "2026-11-02 平日夜間 東部 A -", "2026-11-03 休日日中 東部 B -", "2026-11-23 休日日中 東部 C -", "2026-11-24 平日夜間 東部 A C",
            "2026-11-25 平日夜間 東部 B -", "2026-11-29 休日日中 東部 D -", "2026-11-29 休日夜間 東部 B -", "2026-11-30 平日夜間 東部 A -",
        ]
        return rota
    }

    @Test(
        "At each instant these are on duty, in this order",
        arguments: [
            ("2026-11-24T17:30:00.000", ["A", "C"]), ("2026-11-25T00:00:00", ["A", "C"]),
            ("2026-11-25T03:00:00", ["A", "C"]),
            ("2026-11-25T08:29:59.999", ["A", "C"]), ("2026-11-29T17:29:59.999", ["D"]),
            ("2026-11-29T17:30:00.000", ["B"]),
            ("2026-12-01T02:00:00", ["A"]), ("2026-11-03T08:00:00", ["A"]), ("2026-11-03T08:30:00", ["B"]),
            ("2026-11-23T10:00:00", ["C"]),
        ]
    )
    func onDuty(instant: String, who: [String]) throws {
        let answer = try rota.book().duty(at: at(instant), area: "east")
        #expect(answer.status == .onDuty)
        #expect(answer.who == who)
    }

    @Test("After midnight the duty date is yesterday's, although today's row says another")
    func dutyDate() throws {
        let shift = try #require(rota.book().duty(at: at("2026-11-25T03:00:00"), area: "east").shifts.first)
        #expect(try shift.place.dutyDate == day("2026-11-24"))
        #expect(try shift.interval == at("2026-11-24T17:30:00")..<at("2026-11-25T08:30:00"))
    }

    @Test("2026-11-25 08:30:00.000 is off hours, next is B at 17:30")
    func offHours() throws {
        let answer = try rota.book().duty(at: at("2026-11-25T08:30:00.000"), area: "east")
        #expect(answer.status == .offHours)
        #expect(answer.shifts.isEmpty)
        #expect(try answer.next?.start == at("2026-11-25T17:30:00"))
        #expect(answer.next?.shifts.map(\.physician.id) == ["B"])
    }

    @Test("With December not published, 12-01 02:00 is A of November's revision")
    func monthEnd() throws {
        var rota = rota
        rota.revision = 8
        let answer = try rota.book().duty(at: at("2026-12-01T02:00:00"), area: "east")
        #expect(answer.who == ["A"])
        #expect(answer.revision == 8)
        #expect(answer.publishedAt == TestRota.publishedAt)
        #expect(try answer.validUntil == at("2026-12-01T08:30:00"))
        #expect(try rota.book().duty(at: at("2026-12-01T08:30:00"), area: "east").status == .unpublished)
    }

    @Test("Wed 2026-12-30 10:00 is the holiday-day physician's, Mon 2027-01-04 10:00 off hours")
    func newYear() throws {
        var rota = rota
        rota.months = ["2026-12", "2027-01"]
        rota.rows = ["2026-12-30 休日日中 東部 D -"]
        #expect(try rota.book().duty(at: at("2026-12-30T10:00:00"), area: "east").who == ["D"])
        #expect(try rota.book().duty(at: at("2027-01-04T10:00:00"), area: "east").status == .offHours)
    }

    @Test("With the first call empty 11-24 22:00 is a gap; C is listed, and so is the standing contact")
    func gap() throws {
        var rota = rota
        rota.rows = ["2026-11-24 平日夜間 東部 - C"]
        let answer = try rota.book().duty(at: at("2026-11-24T22:00:00"), area: "east")
        #expect(answer.status == .gap)
        #expect(answer.who == ["C"])
        #expect(answer.shifts.map(\.callOrder) == [.second])
        #expect(answer.standingContact == rota.association.standingContact)
    }

    @Test("The area 東武 is unknown")
    func unknownArea() throws {
        let book = try rota.book()
        #expect(throws: DutyFault.unknownArea) { try book.duty(at: at("2026-11-24T22:00:00"), area: "東武") }
    }

    @Test("Slots of 24 hours hand over at 08:30 from one to the other")
    func wholeDays() throws {
        var rota = rota
        rota.slots = [TestRota.slot("終日", Set(DayType.allCases), "8:30", "翌8:30", second: 0)].compactMap(\.self)
        rota.rows = ["2026-11-28 終日 東部 A", "2026-11-29 終日 東部 B"]
        let book = try rota.book()
        #expect(try book.duty(at: at("2026-11-29T08:29:59.999"), area: "east").who == ["A"])
        #expect(try book.duty(at: at("2026-11-29T08:30:00"), area: "east").who == ["B"])
    }
}
