import DutyRota
import Testing

@Suite("Who is on duty: calls, areas and those who cannot be called")
struct CallTests {
    private func answer(
        _ rows: String...,
        at instant: String = "2026-11-24T22:00:00",
        area: AreaID = "east",
        vary: (inout TestRota) -> Void = { _ in }
    ) throws -> DutyAnswer {
        var rota = TestRota()
        rota.rows = rows
        vary(&rota)
        return try rota.book().duty(at: DutyRotaTests.at(instant), area: area)
    }

    @Test("Rule 5: an empty place is a gap with nobody but the standing contact")
    func emptyPlace() throws {
        let answer = try answer()
        #expect(answer.status == .gap)
        #expect(answer.shifts.isEmpty)
        #expect(answer.standingContact.telephone == "054-000-0000")
    }

    @Test("Rule 5: a missing second call is duty with a warning")
    func missingSecond() throws {
        let answer = try answer("2026-11-24 平日夜間 東部 A -")
        #expect(answer.status == .onDuty)
        #expect(answer.warnings == [.short])
    }

    @Test(
        "Rule 5: a slot that requires two and has one is short, in whichever call",
        arguments: [(2, 0), (0, 2), (2, 2), (1, 1)]
    )
    func short(first: Int, second: Int) throws {
        let isShort = try answer("2026-11-24 夜間 東部 A C") { rota in
            rota.slots = [TestRota.slot("夜間", [.weekday], "17:30", "翌8:30", first: first, second: second)].compactMap(
                \.self
            )
        }.warnings.contains(.short)
        #expect(isShort == (first == 2 || second == 2))
    }

    @Test("Rule 5: a gap is loud by itself and not also short")
    func gapIsNotShort() throws {
        #expect(try answer("2026-11-24 平日夜間 東部 - C").warnings.isEmpty)
    }

    @Test("Rule 6: one physician in both calls is listed twice and flagged")
    func samePerson() throws {
        let answer = try answer("2026-11-24 平日夜間 東部 A A")
        #expect(answer.who == ["A", "A"])
        #expect(answer.shifts.map(\.callOrder) == [.first, .second])
        #expect(answer.warnings == [.samePerson])
    }

    @Test("Rule 6: one physician in two areas the same night is in both answers")
    func twoAreas() throws {
        let rows = ("2026-11-24 平日夜間 東部 A C", "2026-11-24 平日夜間 西部 A D")
        #expect(try answer(rows.0, rows.1).who == ["A", "C"])
        #expect(try answer(rows.0, rows.1, area: "west").who == ["A", "D"])
        #expect(try answer(rows.0, rows.1, area: "west").warnings.isEmpty)
    }

    @Test("Rule 7: order is by call order and the sheet, never by how the places are stored")
    func order() throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("あ", [.weekday], "17:00", "翌8:00", first: 0, second: 2),
            TestRota.slot("い", [.weekday], "17:30", "翌8:30", first: 2, second: 0),
        ].compactMap(\.self)
        rota.rows = ["2026-11-24 あ 東部 - D,C", "2026-11-24 い 東部 B,A"]
        let sheet = try rota.sheet(#require(Month("2026-11")))
        for places in [sheet.places, sheet.places.reversed()] {
            let book = RotaBook(
                association: rota.association,
                calendar: TestRota.calendar,
                slots: rota.slots.reversed(),
                months: [
                    PublishedMonth(month: sheet.month, revision: 1, publishedAt: TestRota.publishedAt, places: places)
                ],
                physicians: rota.physicians.reversed()
            )
            #expect(try book.duty(at: at("2026-11-24T22:00:00"), area: "east").who == ["B", "A", "D", "C"])
        }
    }

    @Test("Rule 8: an unknown area is an error of its own")
    func unknownArea() throws {
        #expect(throws: DutyFault.unknownArea) { try answer("2026-11-24 平日夜間 東部 A C", area: "north") }
    }

    @Test("Rule 8: areas are isolated from one another")
    func isolated() throws {
        let answer = try answer("2026-11-24 平日夜間 東部 A C", area: "west")
        #expect(answer.status == .gap)
        #expect(answer.shifts.isEmpty)
    }

    @Test(
        "Rule 13: one who has left is passed over with a warning, and as first call that is a gap",
        arguments: ["A", "X"]
    )
    func inactive(first: String) throws {
        let answer = try answer("2026-11-24 平日夜間 東部 \(first) C") { rota in
            rota.physicians[0] = TestRota.physician("A", to: "2026-11-23")
        }
        #expect(answer.status == .gap)
        #expect(answer.who == ["C"])
        #expect(answer.shifts.map(\.obstacle) == [.inactivePhysician, nil])
        #expect(answer.warnings == [.inactivePhysician])
    }

    @Test("Rule 13: one without a telephone is passed over, unless the slot has one")
    func noTelephone() throws {
        let without: (inout TestRota) -> Void = { $0.physicians[0] = TestRota.physician("A", telephones: []) }
        let answer = try answer("2026-11-24 平日夜間 東部 A C", vary: without)
        #expect(answer.status == .gap)
        #expect(answer.shifts.map(\.obstacle) == [.noTelephone, nil])
        #expect(answer.warnings == [.noTelephone])
        let handedOver = try self.answer("2026-11-24 平日夜間 東部 A C") { rota in
            without(&rota)
            rota.slotTelephones = ["平日夜間": [Telephone(label: "当番携帯", number: "090-0000-0009")]]
        }
        #expect(handedOver.status == .onDuty)
        #expect(handedOver.shifts.first?.telephones.map(\.label) == ["当番携帯"])
        #expect(handedOver.shifts.last?.telephones.map(\.label) == ["当番携帯", "電話"])
    }

    @Test("Rule 13: another who can be called in the first call is duty, with the warning")
    func another() throws {
        let answer = try answer("2026-11-24 平日夜間 東部 A,B C") {
            $0.physicians[0] = TestRota.physician("A", to: "2026-11-23")
        }
        #expect(answer.status == .onDuty)
        #expect(answer.who == ["B", "C"])
        #expect(answer.warnings == [.inactivePhysician])
    }

    @Test(
        "Rule 13: the last day is inclusive and judged by the duty date, and so is the first",
        arguments: [
            ("", "2026-11-24", "2026-11-25T02:00:00", true), ("", "2026-11-23", "2026-11-24T22:00:00", false),
            ("2026-11-24", "", "2026-11-24T22:00:00", true), ("2026-11-25", "", "2026-11-25T02:00:00", false),
        ]
    )
    func byDutyDate(from: String, to: String, instant: String, isOnDuty: Bool) throws {
        let answer = try answer("2026-11-24 平日夜間 東部 A C", at: instant) { rota in
            rota.physicians[0] = TestRota.physician("A", from: from, to: to)
        }
        #expect(answer.who == (isOnDuty ? ["A", "C"] : ["C"]))
    }
}
