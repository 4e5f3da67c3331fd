import DutyRota
import Testing

@Suite("The history of a night")
struct NightHistoryTests {
    private let slots = [
        TestRota.slot("平日夜間", [.weekday], "17:30", "翌8:30"),
        TestRota.slot("全域夜間", [.weekday], "17:30", "翌8:30", reach: .association, second: 0),
    ].compactMap(\.self)

    private func revision(_ number: Int, _ at: String, _ rows: [String]) throws -> RotaChronicle.Revision {
        var rota = FullRota(rows: rows)
        rota.base.slots = slots
        let sheet = PublishedMonth(
            month: Month(year: 2026, month: 11),
            revision: number,
            publishedAt: try DutyRotaTests.at(at),
            places: try rota.places("2026-11")
        )
        return RotaChronicle.Revision(sheet: sheet, by: "office", acknowledged: [])
    }

    private func override(
        _ id: String,
        _ replaced: PhysicianID?,
        _ physician: PhysicianID?,
        on date: String = "2026-11-24",
        madeAt: String,
        start: String? = nil,
        exchange: String? = nil,
        lift: Lift? = nil
    ) throws -> Override {
        Override(
            id: id,
            place: Place.Key(dutyDate: try day(date), slot: "平日夜間", area: "east"),
            order: .first,
            seat: .published("A"),
            replaces: replaced,
            start: try start.map(at),
            physician: physician,
            reason: "急用",
            exchange: exchange,
            madeAt: try at(madeAt),
            madeBy: "clerk",
            lift: lift
        )
    }

    private func events(
        _ revisions: [RotaChronicle.Revision],
        _ overrides: [Override] = [],
        _ marks: [Unavailability] = []
    ) throws -> [NightEvent] {
        let chronicle = RotaChronicle(revisions: revisions, overrides: overrides, unavailabilities: marks)
        let date = try day("2026-11-24")
        return NightHistory.of(dutyDate: date, area: "east", chronicle: chronicle, book: try FullRota().book([]))
    }

    private let rows = ["2026-11-24 平日夜間 東部 A C", "2026-11-24 全域夜間 全域 D -"]

    @Test("What was planned is told of the area's places and the whole association's, and again only where it differs")
    func planned() throws {
        let first = try revision(1, "2026-10-20T12:00:00", rows + ["2026-11-24 平日夜間 西部 B -"])
        let second = try revision(2, "2026-11-01T12:00:00", rows + ["2026-11-24 平日夜間 西部 C -"])
        let third = try revision(3, "2026-11-02T12:00:00", ["2026-11-24 平日夜間 東部 B C", "2026-11-24 全域夜間 全域 D -"])
        let events = try events([third, first, second])
        let words = [
            "第1版の公開: 2026-11-24（火） 平日夜間 東部（17:30〜翌8:30）第一当番 医師A",
            "第1版の公開: 2026-11-24（火） 平日夜間 東部（17:30〜翌8:30）第二当番 医師C",
            "第1版の公開: 2026-11-24（火） 全域夜間 全域（17:30〜翌8:30）第一当番 医師D",
            "第3版の公開: 2026-11-24（火） 平日夜間 東部（17:30〜翌8:30）第一当番 医師A → 医師B",
        ]
        #expect(events.map(\.message) == words)
        #expect(events.map(\.kind) == Array(repeating: .planned, count: 4))
        #expect(try events.last?.at == at("2026-11-02T12:00:00") && events.last?.by == "office")
        #expect(events.last?.physicians == ["B"] && events.last?.order == .first)
    }

    @Test("Rule 9: A→B, then B→C: the history shows both, and what was taken back")
    func chain() throws {
        let lift = Lift(at: try at("2026-11-23T09:00:00"), by: "boss", reason: "復帰")
        let overrides = [
            try override("o2", "B", "C", madeAt: "2026-11-22T10:00:00", start: "2026-11-24T20:00:00", lift: lift),
            try override("o1", "A", "B", madeAt: "2026-11-20T10:00:00"),
        ]
        let events = try events([revision(1, "2026-10-20T12:00:00", rows)], overrides).filter { $0.kind != .planned }
        let place = "2026-11-24（火） 平日夜間 東部 第一当番"
        let words = [
            "変更: \(place) 医師A → 医師B（17:30〜翌8:30）。理由: 急用", "変更: \(place) 医師B → 医師C（20:00〜翌8:30）。理由: 急用",
            "取り消し: 変更: \(place) 医師B → 医師C（20:00〜翌8:30）。理由: 復帰",
        ]
        #expect(events.map(\.message) == words)
        #expect(events.map(\.kind) == [.overrideMade, .overrideMade, .overrideLifted])
        #expect(events.map(\.by) == ["clerk", "clerk", "boss"])
        #expect(events.map(\.physicians) == [["A", "B"], ["B", "C"], ["B", "C"]])
    }

    @Test("Rule 12: somebody taken off duty is told as such")
    func takenOff() throws {
        let off = try override("o1", "A", nil, madeAt: "2026-11-24T22:00:00", start: "2026-11-24T22:00:00")
        let last = try #require(events([revision(1, "2026-10-20T12:00:00", rows)], [off]).last)
        #expect(last.message.contains("医師A → なし（22:00〜翌8:30）"))
        #expect(last.physicians == ["A"])
    }

    @Test("An exchange names the night it is exchanged with; other nights and areas are not told")
    func exchange() throws {
        let half = try override("o1", "A", "D", madeAt: "2026-11-20T10:00:00", exchange: "x")
        let other = try override("o2", "D", "A", on: "2026-11-26", madeAt: "2026-11-20T10:00:00", exchange: "x")
        let first = try revision(1, "2026-10-20T12:00:00", rows)
        let both = try events([first], [half, other]).filter { $0.kind == .overrideMade }
        #expect(both.count == 1)
        #expect(both.first?.message.contains("、2026-11-26（木） 平日夜間 東部 と交換。") == true)
        #expect(try events([first], [half]).last?.message.contains("、交換。") == true)
    }

    @Test(
        "Rule 15: what is entered once the slot has ended is a correction",
        arguments: [("2026-11-25T08:29:59.999", false), ("2026-11-25T08:30:00", true)]
    )
    func corrections(instant: String, isCorrection: Bool) throws {
        let first = try revision(1, "2026-10-20T12:00:00", rows)
        let second = try revision(2, instant, ["2026-11-24 平日夜間 東部 B C", "2026-11-24 全域夜間 全域 D -"])
        #expect(try events([first, second]).map(\.isCorrection) == [false, false, false, isCorrection])
        let lift = Lift(at: try at(instant), by: "boss", reason: "誤記")
        let made = try override("o1", "A", "B", madeAt: instant)
        let lifted = try override("o2", "A", "B", madeAt: "2026-11-20T10:00:00", lift: lift)
        #expect(try events([first], [made]).last?.isCorrection == isCorrection)
        #expect(try events([first], [lifted]).map(\.isCorrection).suffix(2) == [false, isCorrection])
    }

    @Test("Publishing again shows what it took over: the sheet, what was lifted, what was made")
    func takenOver() throws {
        let instant = "2026-11-10T12:00:00"
        let lift = Lift(at: try at(instant), by: "office", reason: "引き継ぎ")
        let overrides = [
            try override("o1", "A", "B", madeAt: "2026-11-05T10:00:00", lift: lift),
            try override("n1", "D", "B", madeAt: instant),
        ]
        let rows = ["2026-11-24 平日夜間 東部 D C", "2026-11-24 全域夜間 全域 D -"]
        let revisions = [try revision(1, "2026-10-20T12:00:00", self.rows), try revision(2, instant, rows)]
        let kinds = try events(revisions, overrides).filter { $0.at == lift.at }.map(\.kind)
        #expect(kinds == [.planned, .overrideLifted, .overrideMade])
    }

    @Test("A place that a revision drops, and hours that it changes, are told")
    func places() throws {
        let first = try revision(1, "2026-10-20T12:00:00", rows)
        let second = try revision(2, "2026-11-01T12:00:00", rows)
        let places = second.sheet.places.filter { $0.key.area != nil }.map { place in
            let interval = place.interval.lowerBound.adding(milliseconds: 1_800_000)..<place.interval.upperBound
            return Place(key: place.key, interval: interval, required: place.required, holders: place.holders)
        }
        let sheet = PublishedMonth(
            month: second.sheet.month, revision: 2, publishedAt: second.sheet.publishedAt, places: places)
        let events = try events([first, .init(sheet: sheet, by: "office", acknowledged: [])]).suffix(3)
        let words = [
            "第2版の公開: 2026-11-24（火） 全域夜間 全域 の枠がなくなりました",
            "第2版の公開: 2026-11-24（火） 平日夜間 東部（18:00〜翌8:30）第一当番 医師A → 医師A",
            "第2版の公開: 2026-11-24（火） 平日夜間 東部（18:00〜翌8:30）第二当番 医師C → 医師C",
        ]
        #expect(events.map(\.message) == words)
        #expect(events.map(\.kind) == [.placeRemoved, .planned, .planned])
    }

    @Test("Rule 23: what the fire department said, and took back, of those who stand on the night while its slots run")
    func marks() throws {
        let lift = Lift(at: try at("2026-11-24T23:00:00"), by: "fire", reason: "聞き違い")
        let mark = { (physician: PhysicianID, from: String, lift: Lift?) in
            Unavailability(
                id: "u\(physician)",
                association: "test",
                physician: physician,
                area: "east",
                from: try at(from),
                until: try at(from).day.adding(1).at(minutes: 510),
                reason: "急病",
                madeBy: "fire",
                lift: lift
            )
        }
        let marks = [
            try mark("A", "2026-11-24T22:00:00", lift), try mark("B", "2026-11-24T22:00:00", nil),
            try mark("C", "2026-11-23T22:00:00", nil),
        ]
        let events = try events([revision(1, "2026-10-20T12:00:00", rows)], [], marks).filter { $0.kind != .planned }
        let words = "出動できない: 医師A（22:00〜翌8:30）。理由: 急病"
        #expect(events.map(\.message) == [words, "取り消し: 出動できない: 医師A（22:00〜翌8:30）。理由: 聞き違い"])
        #expect(events.map(\.kind) == [.unavailable, .unavailableLifted])
        #expect(events.map(\.place) == [nil, nil] && events.map(\.physicians) == [["A"], ["A"]])
    }
}
