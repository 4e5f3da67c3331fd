import DutyRota
import Testing

@Suite("Who is on duty: what is published, and until when an answer holds")
struct PublicationTests {
    private func book(_ months: [String] = ["2026-11"], _ rows: [String] = []) throws -> RotaBook {
        var rota = TestRota()
        rota.months = months
        rota.rows = rows
        return try rota.book()
    }

    @Test("Rule 14: a month that is not published is said to be so, with the horizon and nothing else")
    func unpublished() throws {
        let answer = try book(["2026-11"], ["2026-11-30 平日夜間 東部 A C"]).duty(at: at("2026-12-24T12:00:00"), area: "east")
        #expect(answer.status == .unpublished)
        #expect(answer.shifts.isEmpty)
        #expect(try answer.horizon == at("2026-12-01T08:30:00"))
        #expect(answer.revision == nil && answer.publishedAt == nil && answer.validUntil == nil && answer.next == nil)
        #expect(answer.standingContact.name == "事務局")
    }

    @Test("Rule 14: with nothing published there is no horizon")
    func nothing() throws {
        let answer = try book([]).duty(at: at("2026-11-24T22:00:00"), area: "east")
        #expect(answer.status == .unpublished)
        #expect(answer.horizon == nil)
    }

    @Test(
        "Rule 14: the first day belongs to the month before while its night lasts",
        arguments: [
            ("2026-11-01T08:29:59.999", DutyAnswer.Status.unpublished), ("2026-11-01T08:30:00", .gap),
            ("2026-12-01T08:29:59.999", .gap),
            ("2026-12-01T08:30:00", .unpublished), ("2026-10-31T23:59:59.999", .unpublished),
        ]
    )
    func monthBefore(instant: String, status: DutyAnswer.Status) throws {
        #expect(try book().duty(at: at(instant), area: "east").status == status)
    }

    @Test("Rule 14: without a slot on the eve the first day is off hours, not unpublished")
    func eveWithoutSlot() throws {
        var rota = TestRota()
        rota.slots = [TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30")].compactMap(\.self)
        // 10-31 is a Saturday.
        #expect(try rota.book().duty(at: at("2026-11-01T02:00:00"), area: "east").status == .offHours)
    }

    @Test("Rule 14: a slot of other areas on the eve does not make an area unpublished", arguments: ["east", "west"])
    func eveOfOtherArea(area: String) throws {
        var rota = TestRota()
        rota.slots = [TestRota.slot("土曜", [.saturday], "13:00", "翌8:30", reach: .areas(["east"]))].compactMap(\.self)
        let answer = try rota.book().duty(at: at("2026-11-01T02:00:00"), area: AreaID(area))
        #expect(answer.status == (area == "east" ? .unpublished : .offHours))
    }

    @Test("Rule 14: the highest revision of a month is the answer, wholly, and is named")
    func revisions() throws {
        var rota = TestRota()
        let month = try #require(Month("2026-11"))
        rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        let old = try rota.sheet(month)
        (rota.rows, rota.revision) = (["2026-11-24 平日夜間 東部 B D"], 2)
        let new = try rota.sheet(month)
        for (sheets, who, revision) in [
            ([old], ["A", "C"], 1), ([old, new], ["B", "D"], 2), ([new, old], ["B", "D"], 2),
        ] {
            let book = RotaBook(
                association: rota.association,
                calendar: TestRota.calendar,
                slots: rota.slots,
                months: sheets,
                physicians: rota.physicians
            )
            let answer = try book.duty(at: at("2026-11-24T22:00:00"), area: "east")
            #expect(answer.who == who)
            #expect(answer.revision == revision)
        }
    }

    @Test("Rule 14: a published place stays as it was when slots and holidays change later")
    func frozen() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        let sheet = try rota.sheet(#require(Month("2026-11")))
        let book = RotaBook(
            association: rota.association,
            calendar: DayCalendar(national: HolidayTable(names: [:]), own: []),
            slots: [],
            months: [sheet],
            physicians: rota.physicians
        )
        #expect(try book.duty(at: at("2026-11-24T22:00:00"), area: "east").who == ["A", "C"])
    }

    @Test("Rule 16: however the instant is written, the answer is the same")
    func instants() throws {
        let book = try book(["2026-11"], ["2026-11-24 平日夜間 東部 A C"])
        let answers = try ["2026-11-24T15:00:00Z", "2026-11-25T00:00:00+09:00", "2026-11-24T07:00:00-08:00"].map {
            try book.duty(at: Instant(rfc3339: $0), area: "east")
        }
        #expect(Set(answers).count == 1)
        #expect(answers.first?.who == ["A", "C"])
    }

    @Test(
        "Rule 18: an answer holds until the next instant at which it is another",
        arguments: [
            // On duty until the end of the night; off hours until the next; then the next night.
            ("2026-11-24T22:00:00", "2026-11-25T08:30:00"), ("2026-11-25T08:30:00", "2026-11-25T17:30:00"),
            // Day into night on a holiday; one gap into the next, since what comes next is another.
            ("2026-11-29T09:00:00", "2026-11-29T17:30:00"), ("2026-11-22T09:00:00", "2026-11-22T17:30:00"),
            ("2026-12-01T02:00:00", "2026-12-01T08:30:00"),
        ]
    )
    func validUntil(instant: String, end: String) throws {
        let rows = ["2026-11-24 平日夜間 東部 A C", "2026-11-29 休日日中 東部 D -", "2026-11-29 休日夜間 東部 B -"]
        let answer = try book(["2026-11"], rows).duty(at: at(instant), area: "east")
        #expect(try answer.validUntil == at(end))
        #expect(answer.revision == 1)
        #expect(answer.publishedAt == TestRota.publishedAt)
    }

    @Test("Rule 18: hours of telephones end an answer too")
    func telephones() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        let hours = TelephoneHours(dayTypes: [.weekday], span: try HourSpan.read(start: "9:00", end: "22:00").get())
        rota.slotTelephones = ["平日夜間": [Telephone(label: "事務局", number: "054-000-0001", hours: hours)]]
        let before = try rota.book().duty(at: at("2026-11-24T21:59:59.999"), area: "east")
        #expect(try before.validUntil == at("2026-11-24T22:00:00"))
        #expect(before.shifts.first?.telephones.map(\.label) == ["事務局", "電話"])
        let after = try rota.book().duty(at: at("2026-11-24T22:00:00"), area: "east")
        #expect(try after.validUntil == at("2026-11-25T08:30:00"))
        #expect(after.shifts.first?.telephones.map(\.label) == ["電話", "事務局"])
    }

    @Test("Rule 18: hours of a number that stands twice end an answer, although it is listed once")
    func telephoneTwice() throws {
        var rota = TestRota()
        rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        let hours = TelephoneHours(dayTypes: [], span: try HourSpan.read(start: "22:00", end: "翌6:00").get())
        rota.slotTelephones = ["平日夜間": [Telephone(label: "当番", number: "090-0000-0000", hours: hours)]]
        let before = try rota.book().duty(at: at("2026-11-24T21:00:00"), area: "east")
        #expect(before.shifts.first?.telephones.map(\.label) == ["電話"])
        #expect(try before.validUntil == at("2026-11-24T22:00:00"))
        let after = try rota.book().duty(at: at("2026-11-24T22:00:00"), area: "east")
        #expect(after.shifts.first?.telephones.map(\.label) == ["当番"])
    }

    @Test("Rule 18: at a month's end another revision answers, and off hours end with the month")
    func monthEnd() throws {
        var rota = TestRota()
        rota.slots = [TestRota.slot("日中", [.weekday], "9:00", "17:00")].compactMap(\.self)
        rota.months = ["2026-11", "2026-12"]
        var answer = try rota.book().duty(at: at("2026-11-30T20:00:00"), area: "east")
        #expect(try answer.validUntil == at("2026-12-01T09:00:00"))
        let december = try rota.sheet(#require(Month("2026-12")))
        let second = PublishedMonth(
            month: december.month,
            revision: 2,
            publishedAt: december.publishedAt,
            places: december.places
        )
        let book = RotaBook(
            association: rota.association,
            calendar: TestRota.calendar,
            slots: rota.slots,
            months: [try rota.sheet(#require(Month("2026-11"))), second],
            physicians: []
        )
        answer = try book.duty(at: at("2026-11-30T20:00:00"), area: "east")
        #expect(try answer.validUntil == at("2026-12-01T00:00:00"))
        #expect(answer.revision == 1)
        answer = try book.duty(at: at("2026-12-31T20:00:00"), area: "east")
        #expect(try answer.validUntil == at("2027-01-01T00:00:00"))
    }

    @Test("Rule 18: past the holiday table a look-up still answers, with a warning")
    func pastHolidays() throws {
        let answer = try book().duty(at: at("2028-01-01T00:00:00"), area: "east")
        #expect(answer.status == .unpublished)
        #expect(answer.warnings == [.holidayTableEnds])
        #expect(try book().duty(at: at("2027-12-31T23:59:59.999"), area: "east").warnings.isEmpty)
    }
}
