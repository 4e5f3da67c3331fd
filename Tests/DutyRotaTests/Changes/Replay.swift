import DutyRota
import Testing

/// The first call of one place, half hour by half hour, with everything that was laid upon each seat: who is on duty by the rules
/// alone, without the resolver's search and without its seats.
struct Replay {
    /// What lies on one seat at one tick: the last counts, and the sheet is at the bottom.
    private typealias Pile = [(override: String, physician: PhysicianID?)]

    private let place: Place
    private let ticks: Range<Int>
    private var names: [Override.Seat]
    /// By seat, then by tick.
    private var piles: [[Pile]]

    private static let step: Int64 = 1_800_000
    private static let people: [PhysicianID] = ["P0", "P1", "P2", "P3", "none", "hours", "clinic"]

    init(_ place: Place) {
        self.place = place
        let length = place.interval.upperBound.milliseconds - place.interval.lowerBound.milliseconds
        let ticks = 0..<Int(length / Replay.step)
        self.ticks = ticks
        names = place.holders.first.map(Override.Seat.published)
        piles = place.holders.first.map { holder in ticks.map { _ in [("", holder)] } }
    }

    private func instant(_ tick: Int) -> Instant {
        place.interval.lowerBound.adding(milliseconds: Int64(tick) * Replay.step)
    }

    private func part(_ start: Instant?, _ end: Instant?) -> [Int] {
        ticks.filter { tick in
            let time = instant(tick)
            return (start.map { $0 <= time } ?? true) && (end.map { time < $0 } ?? true)
        }
    }

    private func top(_ seat: Int, _ tick: Int) -> PhysicianID? { piles[seat][tick].last?.physician }

    private func onDuty(_ tick: Int) -> Set<PhysicianID> { Set(piles.indices.compactMap { top($0, tick) }) }

    /// The seats on which somebody is at one of these ticks.
    private func seats(of physician: PhysicianID, in part: [Int]) -> [Int] {
        piles.indices.filter { seat in part.contains { top(seat, $0) == physician } }
    }
}

extension Replay {
    /// A change by lot; most often of somebody who is on the call.
    func request(by lot: inout SeededGenerator) -> OverrideRequest {
        let cuts = [Int.random(in: 0..<ticks.count, using: &lot), Int.random(in: 1...ticks.count, using: &lot)].sorted()
        let present = ticks.flatMap(onDuty).sorted()
        let replaces = lot.chance(20) ? nil : lot.chance(80) ? present.randomElement(using: &lot) : "P0"
        return OverrideRequest(
            place: place.key,
            order: .first,
            replaces: replaces,
            start: lot.chance(40) || cuts[0] == cuts[1] ? nil : instant(cuts[0]),
            end: lot.chance(40) ? nil : instant(cuts[1]),
            physician: lot.chance(15) ? nil : lot.pick(Replay.people, or: "P0"),
            reason: "急用"
        )
    }

    /// Why a change can't be made; nil: it can.
    func obstacle(to request: OverrideRequest) -> String? {
        let part = part(request.start, request.end)
        guard let replaced = request.replaces else {
            guard let physician = request.physician else { return "nobody at all" }
            if part.contains(where: { onDuty($0).count >= max(1, place.required.first) }) { return "full" }
            return seats(of: physician, in: part).isEmpty ? nil : "there already"
        }
        let own = seats(of: replaced, in: part)
        if own.count != 1 { return "on \(own.count) seats" }
        guard let physician = request.physician else { return nil }
        return physician == replaced || seats(of: physician, in: part).contains { $0 != own[0] } ? "there already" : nil
    }

    /// Lays an override that was made upon the seat of whoever it replaces, or upon an empty one.
    mutating func lay(_ override: Override) {
        let part = part(override.start, override.end)
        if !names.contains(override.seat) {
            #expect(override.seat == .added(override.id))
            names.append(override.seat)
            piles.append(ticks.map { _ in [] })
        }
        guard let seat = names.firstIndex(of: override.seat) else { return }
        if let replaced = override.replaces {
            #expect(seats(of: replaced, in: part) == [seat])
        } else {
            #expect(part.allSatisfy { top(seat, $0) == nil })
        }
        for tick in part { piles[seat][tick].append((override.id, override.physician)) }
    }

    /// Takes an override away from wherever it lies.
    mutating func lift(_ override: String) {
        for seat in piles.indices {
            for tick in ticks { piles[seat][tick].removeAll { $0.override == override } }
        }
    }

    /// What differs between a book and this replay; nil where they agree. `everywhere` asks for the area's answer too, and a
    /// millisecond before each tick.
    func difference(from book: RotaBook, everywhere: Bool) throws -> String? {
        let holdings = book.holdings(of: place).filter { $0.order == .first }
        for tick in ticks {
            let held = Set(holdings.filter { $0.interval.contains(instant(tick)) }.map(\.physician))
            if held != onDuty(tick) { return "\(place.key) at \(instant(tick).rfc3339): \(held), not \(onDuty(tick))" }
        }
        guard everywhere, let area = place.key.area else { return nil }
        for tick in 0...ticks.count {
            for offset in Int64(-1)...0 {
                let time = instant(tick).adding(milliseconds: offset)
                let shifts = try book.duty(at: time, area: area).shifts
                let named = Set(shifts.filter { $0.place == place.key && $0.callOrder == .first }.map(\.physician.id))
                let index = offset < 0 ? tick - 1 : tick
                let expected = ticks.contains(index) ? onDuty(index) : []
                if named != expected { return "\(place.key) at \(time.rfc3339): \(named), not \(expected)" }
            }
        }
        return nil
    }
}
