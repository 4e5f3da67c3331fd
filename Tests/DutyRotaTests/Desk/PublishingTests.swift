import DutyRota
import Testing

@Suite("Publishing a month")
struct PublishingTests {
    private let november = Month(year: 2026, month: 11)

    private func desk(_ book: RotaBook, draft: MonthDraft? = nil, now: String = "2026-10-20T12:00:00") throws
        -> RotaDesk
    {
        RotaDesk(book: book, draft: draft, lastVersion: draft?.version ?? 0, now: try at(now), actor: "office")
    }

    private func draft(_ version: Int, base: Int = 0) -> MonthDraft {
        MonthDraft(
            month: november, version: version, base: base, rows: [], changedAt: TestRota.publishedAt,
            changedBy: "office")
    }

    private func wish(_ acknowledged: [String] = [], ifVersion: Int? = nil) -> PublishWish {
        PublishWish(acknowledged: acknowledged, ifVersion: ifVersion) { "new" }
    }

    private func publish(_ desk: RotaDesk, _ places: [Place], _ wish: PublishWish) throws(RotaRefusal) -> RotaDecision {
        try desk.publishing(month: november, places: places, vanished: [], wish: wish, rules: CheckRules())
    }

    @Test("A sheet without problems becomes the first revision, and the draft is gone")
    func first() throws {
        let places = try FullRota().places("2026-11")
        let decision = try publish(desk(FullRota().book([]), draft: draft(7)), places, wish(ifVersion: 7))
        let sheet = try #require(decision.publication?.sheet)
        #expect(try sheet.publishedAt == at("2026-10-20T12:00:00"))
        #expect(sheet.month == november && sheet.revision == 1 && sheet.places == places)
        #expect(decision.publication?.acknowledged == [])
        #expect(decision.draft == .dropped(november))
        #expect(decision.overrides == [] && decision.lifts == [:])
    }

    @Test(
        "A draft begun before the present revision undoes nothing unasked: it is published only by whoever acknowledges that"
    )
    func publishedMeanwhile() throws {
        let (book, places) = (try FullRota().book(["2026-11"]), try FullRota().places("2026-11"))
        let now = "2026-10-25T12:00:00"
        let id = "publishedMeanwhile:2026-11:1"
        #expect(throws: RotaRefusal.self) { try publish(desk(book, draft: draft(1), now: now), places, wish()) }
        let acknowledged = try publish(desk(book, draft: draft(1), now: now), places, wish([id]))
        #expect(acknowledged.publication?.acknowledged == [id])
        let present = try publish(desk(book, draft: draft(1, base: 1), now: now), places, wish())
        #expect(present.publication?.sheet.revision == 2)
        let sheet = try desk(book, draft: draft(1), now: now).draftSheet(of: november)
        #expect(
            try desk(book, draft: draft(1), now: now).problems(of: sheet, rules: CheckRules()).map(\.id).first == id)
    }

    @Test("Rule 15: a past month published again is a correction, one revision on")
    func correction() throws {
        let rota = FullRota(rows: ["2026-11-24 平日夜間 東部 - -"])
        let desk = try desk(FullRota().book(["2026-11"]), now: "2027-02-01T00:00:00")
        let decision = try publish(desk, rota.places("2026-11"), wish())
        #expect(decision.publication?.sheet.revision == 2)
        #expect(decision.draft == nil)
    }

    @Test("Rule 14: a problem must be acknowledged by name, every one, and those left are told")
    func unacknowledged() throws {
        let rota = FullRota(rows: ["2026-11-24 平日夜間 東部 - C", "2026-11-25 平日夜間 東部 A A"])
        let (desk, places) = (try desk(rota.book([])), try rota.places("2026-11"))
        let problems = try rota.problems()
        let ids = problems.map(\.id)
        #expect(ids.count == 2)
        #expect(throws: RotaRefusal.unacknowledged(problems)) { try publish(desk, places, wish()) }
        #expect(throws: RotaRefusal.unacknowledged([problems[0]])) { try publish(desk, places, wish([ids[1]])) }
        #expect(try publish(desk, places, wish(ids.reversed())).publication?.acknowledged == ids)
    }

    @Test("Rule 20: an empty month is refused with one problem")
    func emptyMonth() throws {
        let rota = FullRota(isBlank: true)
        let (desk, places) = (try desk(rota.book([])), try rota.places("2026-11"))
        #expect(throws: RotaRefusal.unacknowledged(try rota.problems())) { try publish(desk, places, wish()) }
        #expect(
            try publish(desk, places, wish(["emptyMonth:2026-11"])).publication?.acknowledged == ["emptyMonth:2026-11"])
    }

    @Test(
        "A stale list of acknowledgements waves nothing through: a name that no problem bears is a fault of its field")
    func stale() throws {
        let rota = FullRota(rows: ["2026-11-24 平日夜間 東部 - C"])
        let (desk, places) = (try desk(rota.book([])), try rota.places("2026-11"))
        let names = ["gap:2026-11-24:平日夜間:east", "gap:2026-11-25:平日夜間:east"]
        let error = #expect(throws: RotaRefusal.self) { try publish(desk, places, wish(names)) }
        guard case .invalid(let faults) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(faults.map(\.field) == ["acknowledge[1]"])
        #expect(faults.first?.message.contains(names[1]) == true)
    }

    @Test("A draft that somebody has changed meanwhile is not published")
    func staleDraft() throws {
        let places = try FullRota().places("2026-11")
        let (with, without) = (try desk(FullRota().book([]), draft: draft(8)), try desk(FullRota().book([])))
        #expect(throws: RotaRefusal.staleDraft(8)) { try publish(with, places, wish(ifVersion: 7)) }
        #expect(throws: RotaRefusal.noDraft(november)) { try publish(without, places, wish(ifVersion: 7)) }
        #expect(try publish(with, places, wish()).draft == .dropped(november))
    }

    @Test("What a sheet changes is told by place: holders, hours, places that come and go")
    func changes() throws {
        let old = try FullRota(rows: ["2026-11-24 平日夜間 東部 A C"]).sheet("2026-11")
        var rota = FullRota(rows: ["2026-11-24 平日夜間 東部 B C"])
        #expect(sheetChanges(from: old, to: old.places) == [])
        let key = Place.Key(dutyDate: try day("2026-11-24"), slot: "平日夜間", area: "east")
        let change = PlaceChange.Change.holders(.first, before: ["A"], after: ["B"])
        let changes = try sheetChanges(from: old, to: rota.places("2026-11"))
        #expect(changes.map(\.place) == [key] && changes.map(\.change) == [change])
        rota.base.slots = [TestRota.slot("平日夜間", [.weekday], "18:00", "翌8:30")].compactMap(\.self)
        let moved = try sheetChanges(from: old, to: rota.places("2026-11")).filter { $0.place.slot == "平日夜間" }
        let hours = PlaceChange.Change.hours(
            before: try at("2026-11-24T17:30:00")..<at("2026-11-25T08:30:00"),
            after: try at("2026-11-24T18:00:00")..<at("2026-11-25T08:30:00")
        )
        #expect(moved.filter { $0.place == key }.map(\.change) == [hours, change])
        let removed = try sheetChanges(from: old, to: rota.places("2026-11")).filter { $0.change == .removed }
        #expect(removed.count == old.places.count { $0.key.slot != "平日夜間" })
        let first = sheetChanges(from: nil, to: old.places)
        #expect(first.count { $0.change == .added } == old.places.count)
        #expect(first.count == 3 * old.places.count)
    }
}
