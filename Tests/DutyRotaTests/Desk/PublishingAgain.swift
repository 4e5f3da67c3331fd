import DutyRota
import Synchronization
import Testing

/// An office that publishes November again over overrides of its night of 11-24 in the east.
struct PublishingAgain {
    let november = Month(year: 2026, month: 11)
    let place = Place.Key(dutyDate: Day(number: 20_781), slot: "平日夜間", area: "east")
    /// What is published: A first, C second on the night of 11-24 in the east.
    let old = FullRota(rows: ["2026-11-24 平日夜間 東部 A C", "2026-12-12 土曜 東部 D B"])

    func desk(_ rota: FullRota, now: String = "2026-11-10T12:00:00") throws -> RotaDesk {
        let book = try rota.book(["2026-11", "2026-12"])
        return RotaDesk(book: book, draft: nil, lastVersion: 0, now: try at(now), actor: "office")
    }

    /// Publishes November with one row of its own.
    func publish(
        _ row: String,
        over rota: FullRota,
        slots: [Slot]? = nil,
        keep: [String] = [],
        lift: [String] = [],
        acknowledge: [String] = [],
        now: String = "2026-11-10T12:00:00"
    ) throws -> RotaDecision {
        var new = FullRota(rows: [row])
        new.base.slots = slots ?? new.base.slots
        let count = Mutex(10)
        let wish = PublishWish(acknowledged: acknowledge, kept: keep, lifted: lift) {
            count.withLock {
                $0 += 1; return "n\($0)"
            }
        }
        let places = try new.places("2026-11")
        return try desk(rota, now: now).publishing(
            month: november, places: places, vanished: [], wish: wish, rules: CheckRules(nightsInARow: 9))
    }

    /// Who holds the first call of the night at an instant once the decision is written.
    func holder(_ decision: RotaDecision, _ rota: FullRota, at instant: String) throws -> [String] {
        let standing = rota.overrides.filter { decision.lifts[$0.id] == nil } + decision.overrides
        var after = rota
        after.overrides = standing
        let sheet = try #require(decision.publication?.sheet)
        let answer = try after.book(["2026-11"]).publishing(sheet).duty(at: at(instant), area: "east")
        return answer.shifts.filter { $0.callOrder == .first }.map(\.physician.id.text)
    }

    /// The fields at fault where publishing was refused for them.
    func faults(_ body: () throws -> RotaDecision) -> [String] {
        guard case .invalid(let faults) = #expect(throws: RotaRefusal.self, performing: { try body() }) else {
            return []
        }
        return faults.map(\.field)
    }

    func open(_ body: () throws -> RotaDecision) -> [String] {
        let error = #expect(throws: RotaRefusal.self) { try body() }
        guard case .unacknowledged(let problems) = error else { return [] }
        return problems.map(\.id)
    }

    func swapped(from start: String? = nil, to end: String? = nil) throws -> FullRota {
        var rota = old
        try rota.override("o1", "2026-11-24", "平日夜間", "east", replaces: "A", by: "B", from: start, to: end)
        return rota
    }

    /// The usual slots, the weekday night being shorter.
    static let later = [
        TestRota.slot("平日夜間", [.weekday], "19:00", "翌6:00"), TestRota.slot("土曜", [.saturday], "13:00", "翌8:30"),
        TestRota.slot("休日日中", [.sunday, .holiday], "8:30", "17:30"),
        TestRota.slot("休日夜間", [.sunday, .holiday], "17:30", "翌8:30"),
    ].compactMap(\.self)
}
