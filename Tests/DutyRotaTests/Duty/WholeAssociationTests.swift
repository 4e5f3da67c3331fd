import DutyRota
import Testing

@Suite("Who is on duty: the area's own slot and the whole association's")
struct WholeAssociationTests {
    /// The east has weekday nights of its own from 20:00 to 23:00; the whole association has them from 17:30.
    private func book(_ rows: String...) throws -> RotaBook {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("東夜", [.weekday], "20:00", "23:00", reach: .areas(["east"])),
            TestRota.slot("準夜", [.weekday], "17:30", "翌8:30", reach: .association, second: 0),
        ].compactMap(\.self)
        rota.rows = rows
        return try rota.book()
    }

    @Test(
        "Rule 8: the area's own slot governs alone; only without one does the association's count",
        arguments: [
            ("2026-11-24T19:59:59.999", "east", ["W"]), ("2026-11-24T20:00:00", "east", ["A", "C"]),
            ("2026-11-24T22:59:59.999", "east", ["A", "C"]), ("2026-11-24T23:00:00", "east", ["W"]),
            ("2026-11-24T20:00:00", "west", ["W"]), ("2026-11-25T08:29:59.999", "west", ["W"]),
        ] as [(String, AreaID, [String])]
    )
    func governed(instant: String, area: AreaID, who: [String]) throws {
        let book = try book("2026-11-24 東夜 東部 A C", "2026-11-24 準夜 全域 B")
        let answer = try book.duty(at: at(instant), area: area)
        #expect(answer.status == .onDuty)
        #expect(answer.who == who.map { $0 == "W" ? "B" : $0 })
        #expect(answer.shifts.allSatisfy { $0.scope == (who == ["W"] ? .association : .area) })
    }

    @Test("Rule 8: behind an area's gap the association's physician is a further step, with their own call order")
    func behindGap() throws {
        let answer = try book("2026-11-24 東夜 東部 - C", "2026-11-24 準夜 全域 B").duty(
            at: at("2026-11-24T22:00:00"),
            area: "east"
        )
        #expect(answer.status == .gap)
        #expect(answer.who == ["C", "B"])
        #expect(answer.shifts.map(\.callOrder) == [.second, .first])
        #expect(answer.shifts.map(\.scope) == [.area, .association])
    }

    @Test("Rule 8: an empty place of the whole association is a gap for those areas that it governs")
    func emptyWhole() throws {
        let book = try book("2026-11-24 東夜 東部 A C")
        #expect(try book.duty(at: at("2026-11-24T22:00:00"), area: "west").status == .gap)
        #expect(try book.duty(at: at("2026-11-24T22:00:00"), area: "east").status == .onDuty)
    }

    @Test("Where the area's own slot ends and the association's is running, that is the next")
    func takesOver() throws {
        let answer = try book("2026-11-24 東夜 東部 A C", "2026-11-24 準夜 全域 B").duty(
            at: at("2026-11-24T21:00:00"),
            area: "east"
        )
        #expect(try answer.next?.start == at("2026-11-24T23:00:00"))
        #expect(answer.next?.shifts.map(\.physician.id) == ["B"])
        #expect(try answer.validUntil == at("2026-11-24T23:00:00"))
    }

    @Test("An association's slot that begins under an area's own is not the area's next")
    func hiddenStart() throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("東夜", [.weekday], "17:00", "翌9:00", reach: .areas(["east"]), second: 0),
            TestRota.slot("準夜", [.weekday], "17:30", "翌8:30", reach: .association, second: 0),
        ].compactMap(\.self)
        rota.rows = ["2026-11-24 東夜 東部 A", "2026-11-24 準夜 全域 B", "2026-11-25 東夜 東部 C"]
        let answer = try rota.book().duty(at: at("2026-11-24T17:15:00"), area: "east")
        #expect(try answer.next?.start == at("2026-11-25T17:00:00"))
        #expect(try answer.validUntil == at("2026-11-25T09:00:00"))
    }

    @Test("Rule 5: each slot is short by itself, however many another has")
    func shortEach() throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("一", [.weekday], "17:30", "翌8:30", first: 2, second: 0),
            TestRota.slot("二", [.weekday], "17:30", "翌8:30", first: 0, second: 1),
        ].compactMap(\.self)
        rota.rows = ["2026-11-24 一 東部 A", "2026-11-24 二 東部 B C"]
        let answer = try rota.book().duty(at: at("2026-11-24T22:00:00"), area: "east")
        #expect(answer.who == ["A", "B", "C"])
        #expect(answer.warnings == [.short])
    }
}
