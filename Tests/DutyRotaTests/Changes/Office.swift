import DutyRota
import Testing

/// An office that changes a published rota, decision after decision; it keeps what was decided as a store would.
struct Office {
    let published: RotaBook
    /// When the next decision is made.
    var now: Instant
    private(set) var overrides: [Override] = []
    private(set) var absences: [Absence] = []
    var unavailabilities: [Unavailability] = []
    private var made = 0

    init(_ published: RotaBook, now: Instant) {
        self.published = published
        self.now = now
    }

    /// An office at a local time, `2026-11-20T09:00:00`, over the rows of a small rota.
    init(_ rows: [String], months: [String] = ["2026-11"], now: String = "2026-11-20T09:00:00") throws {
        var rota = TestRota()
        rota.months = months
        rota.rows = rows
        try self.init(rota.book(), now: at(now))
    }

    /// The rota as it is now.
    var book: RotaBook { book(overrides: overrides, absences: absences) }

    var desk: RotaDesk { RotaDesk(book: book, draft: nil, lastVersion: 0, now: now, actor: "office") }

    /// The rota as it was known at an instant.
    func book(asPublishedAt instant: Instant) -> RotaBook {
        book(
            overrides: overrides.filter { $0.stands(at: instant) }.map { $0.asKnown(at: instant) },
            absences: absences.filter { $0.stands(at: instant) }.map { $0.asKnown(at: instant) }
        )
    }

    private func book(overrides: [Override], absences: [Absence]) -> RotaBook {
        RotaBook(
            association: published.association,
            calendar: published.calendar,
            slots: published.slots,
            months: Array(published.months.values),
            physicians: Array(published.physicians.values),
            slotTelephones: published.slotTelephones,
            overrides: overrides,
            absences: absences,
            unavailabilities: unavailabilities
        )
    }

    private mutating func newID() -> String {
        made += 1
        return "o\(made)"
    }

    /// Overrides `o1`, `o2`, … in the order in which they are made; a millisecond passes with each.
    @discardableResult
    mutating func override(_ request: OverrideRequest) throws(RotaRefusal) -> OverrideMade {
        try keeping(desk.overriding(request, id: newID()))
    }

    @discardableResult
    mutating func exchange(_ request: ExchangeRequest) throws(RotaRefusal) -> OverrideMade {
        let ids = (newID(), newID())
        return try keeping(desk.exchanging(request, id: "x\(made)", overrideIDs: ids))
    }

    @discardableResult
    mutating func lift(_ id: String) throws(RotaRefusal) -> OverrideMade {
        try keeping(desk.lifting(id, reason: "取り消し"))
    }

    /// Keeps what was decided.
    @discardableResult
    mutating func keeping<Made: RotaDecided>(_ made: Made) -> Made {
        overrides += made.decision.overrides
        absences += made.decision.absences
        for (id, lift) in made.decision.lifts {
            overrides.firstIndex { $0.id == id }.map { overrides[$0].lift = lift }
        }
        for (id, lift) in made.decision.absenceLifts {
            absences.firstIndex { $0.id == id }.map { absences[$0].lift = lift }
        }
        now = now.adding(milliseconds: 1)
        return made
    }

    mutating func absent(_ physician: PhysicianID, _ from: String, _ to: String) throws -> AbsenceMade {
        let request = try AbsenceRequest(physician: physician, from: day(from), to: day(to), reason: "学会")
        return try keeping(desk.absenting(request, id: newID()))
    }

    mutating func comeBack(_ id: String) throws -> AbsenceMade {
        try keeping(desk.returning(id, reason: "中止"))
    }

    /// Who can be called in 東部 at a local time, in order; `gap` or another status first where nobody is on duty.
    func who(_ local: String, _ area: AreaID = "east") throws -> [String] {
        let answer = try book.duty(at: at(local), area: area)
        return (answer.status == .onDuty ? [] : [answer.status.rawValue]) + answer.who
    }
}

extension OverrideRequest {
    /// `2026-11-24 平日夜間`, first call of 東部 unless said otherwise.
    static func change(
        _ place: String,
        _ replaces: PhysicianID?,
        to physician: PhysicianID?,
        from start: String? = nil,
        until end: String? = nil,
        fromSlotStart: Bool = false,
        order: CallOrder = .first,
        area: AreaID? = "east",
        reason: String = "急用"
    ) throws -> OverrideRequest {
        let parts = place.split(separator: " ").map(String.init)
        return try OverrideRequest(
            place: Place.Key(dutyDate: day(parts[0]), slot: parts[1], area: area),
            order: order,
            replaces: replaces,
            start: start.map { try at($0) },
            end: end.map { try at($0) },
            fromSlotStart: fromSlotStart,
            physician: physician,
            reason: reason
        )
    }
}

extension ExchangeRequest.Side {
    static func side(
        _ place: String,
        _ physician: PhysicianID,
        order: CallOrder = .first
    ) throws -> ExchangeRequest.Side {
        let change = try OverrideRequest.change(place, physician, to: nil)
        return ExchangeRequest.Side(place: change.place, order: order, physician: physician)
    }
}

/// The fields that a refusal names, sorted; nil where nothing was refused, and the refusal's own error where it names no fields.
func faultFields<Value>(_ body: () throws -> Value) throws -> [String]? {
    do {
        _ = try body()
        return nil
    } catch RotaRefusal.invalid(let faults) {
        #expect(faults.allSatisfy { !$0.message.isEmpty })
        return faults.map(\.field).sorted()
    }
}
