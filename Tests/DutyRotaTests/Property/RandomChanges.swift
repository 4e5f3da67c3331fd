import DutyRota

/// What is laid by lot over the sheets of a rota, what was taken back included.
struct RandomChanges {
    private(set) var overrides: [Override] = []
    private(set) var absences: [Absence] = []
    private(set) var marks: [Unavailability] = []

    /// What is needed to know of a rota.
    typealias Rota = (
        areas: [Area], slots: [Slot], holders: [Place.Key: PerCall<[PhysicianID]>], dates: ClosedRange<Int>
    )

    private static let people: [PhysicianID] = [
        "P0", "P1", "P2", "P3", "none", "left", "new", "hours", "clinic", "unregistered",
    ]

    init(_ lot: inout SeededGenerator, grain: Int, size: RandomRota.Size, rota: Rota) {
        guard !rota.slots.isEmpty else { return }
        for _ in 0..<Int.random(in: size.changes.overrides, using: &lot) {
            if lot.chance(20) {
                exchange(&lot, rota)
            } else {
                override(&lot, grain, rota)
            }
        }
        for _ in 0..<Int.random(in: size.changes.absences, using: &lot) { absence(&lot, rota) }
        for _ in 0..<Int.random(in: size.changes.marks, using: &lot) { mark(&lot, grain, rota) }
    }

    /// A seat of a call that may exist.
    private struct Target {
        let slot: Slot
        let place: Place.Key
        let order: CallOrder
        let seat: Override.Seat?
        let holder: PhysicianID?
    }

    private func target(_ lot: inout SeededGenerator, _ rota: Rota) -> Target {
        let slot = lot.pick(rota.slots, or: rota.slots[0])
        let areas: [AreaID?] =
            switch slot.reach {
            case .everyArea: rota.areas.map(\.id)
            case .areas(let some): some
            case .association: [nil]
            }
        let place = Place.Key(
            dutyDate: Day(number: Int.random(in: rota.dates, using: &lot)), slot: slot.name,
            area: lot.pick(areas, or: nil))
        let order = lot.pick([CallOrder.first, .first, .second], or: .first)
        let published = rota.holders[place]?[order] ?? []
        let added = overrides.filter { $0.place == place && $0.order == order }.map(\.seat)
        let seat = (published.map(Override.Seat.published) + added).randomElement(using: &lot)
        return Target(slot: slot, place: place, order: order, seat: seat, holder: published.first)
    }

    private mutating func override(_ lot: inout SeededGenerator, _ grain: Int, _ rota: Rota) {
        let target = target(&lot, rota)
        let edges = [0, 0].map { _ in
            let minutes = (target.slot.hours.start / grain - 1)...(target.slot.hours.end / grain + 1)
            return lot.chance(50)
                ? nil : target.place.dutyDate.at(minutes: Int.random(in: minutes, using: &lot) * grain)
        }
        let isSound = edges[0].map { start in edges[1].map { start < $0 } ?? true } ?? true
        let id = nextID
        lay(
            &lot, id, target, seat: lot.chance(70) ? target.seat : nil, to: lot.chance(20) ? nil : person(&lot),
            start: edges[0], end: isSound ? edges[1] : nil)
    }

    /// Two whole nights change hands.
    private mutating func exchange(_ lot: inout SeededGenerator, _ rota: Rota) {
        let (one, other) = (target(&lot, rota), target(&lot, rota))
        let id = nextID
        lay(&lot, id, one, seat: one.seat, to: other.holder, exchange: id)
        lay(&lot, nextID, other, seat: other.seat, to: one.holder, exchange: id)
    }

    private mutating func lay(
        _ lot: inout SeededGenerator,
        _ id: String,
        _ target: Target,
        seat: Override.Seat?,
        to physician: PhysicianID?,
        start: Instant? = nil,
        end: Instant? = nil,
        exchange: String? = nil
    ) {
        let madeAt = RandomRota.publishedAt.adding(milliseconds: Int64(overrides.count / 2 - 2) * 3_600_000)
        overrides.append(
            Override(
                id: id, place: target.place, order: target.order, seat: seat ?? .added(id), replaces: target.holder,
                start: start, end: end, physician: physician, reason: "秘密の理由", exchange: exchange, madeAt: madeAt,
                madeBy: "office", lift: lift(&lot, after: madeAt)))
    }

    private mutating func absence(_ lot: inout SeededGenerator, _ rota: Rota) {
        let first = Int.random(in: rota.dates, using: &lot)
        let madeAt = RandomRota.publishedAt.adding(milliseconds: Int64.random(in: -99...999, using: &lot) * 7_000_000)
        absences.append(
            Absence(
                id: "A\(absences.count)", physician: person(&lot), from: Day(number: first),
                to: Day(number: first + Int.random(in: 0...3, using: &lot)), reason: "秘密の理由", madeAt: madeAt,
                madeBy: "office", lift: lift(&lot, after: madeAt)))
    }

    private mutating func mark(_ lot: inout SeededGenerator, _ grain: Int, _ rota: Rota) {
        let minutes = (0...2).map { _ in Int.random(in: 0...(1440 / grain), using: &lot) * grain }.reduce(into: [0]) {
            $0.append(($0.last ?? 0) + $1)
        }
        let times = minutes.map(Day(number: Int.random(in: rota.dates, using: &lot)).at)
        marks.append(
            Unavailability(
                id: "U\(marks.count)", association: "test", physician: person(&lot), area: rota.areas[0].id,
                from: times[1], until: times[3], reason: "秘密の理由", madeBy: "fire",
                lift: lot.chance(30) ? Lift(at: times[2], by: "fire", reason: "") : nil))
    }

    private var nextID: String { "O\(1000 + overrides.count)" }

    private func person(_ lot: inout SeededGenerator) -> PhysicianID { lot.pick(RandomChanges.people, or: "P0") }

    private func lift(_ lot: inout SeededGenerator, after instant: Instant) -> Lift? {
        guard lot.chance(25) else { return nil }
        let hours = Int64.random(in: 1...48, using: &lot)
        return Lift(at: instant.adding(milliseconds: hours * 3_600_000), by: "office", reason: "秘密の理由")
    }
}
