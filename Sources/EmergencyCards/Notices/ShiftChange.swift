import DutyRota

/// Somebody's hours on one call of a place, as they are or as they were.
struct ShiftTurn: Hashable, Sendable {
    let place: Place.Key
    let order: CallOrder
    let physician: PhysicianID
}

/// That somebody has got hours of duty, or lost them.
struct ShiftChange: Hashable, Sendable {
    let turn: ShiftTurn
    /// Without a break: who holds a call before and after somebody else has two of them.
    let interval: Range<Instant>
    let isGained: Bool
}

extension ShiftChange {
    /// What differs between two states of a rota on these duty dates, of the hours that are not over.
    static func between(
        _ before: RotaBook, _ after: RotaBook, on dates: Set<Day>, from now: Instant
    ) -> [ShiftChange] {
        let (old, new) = (before.turns(on: dates, from: now), after.turns(on: dates, from: now))
        return Set(old.keys).union(new.keys).flatMap { turn -> [ShiftChange] in
            let (held, holds) = (old[turn] ?? [], new[turn] ?? [])
            return held.filter { !holds.contains($0) }.map { ShiftChange(turn: turn, interval: $0, isGained: false) }
                + holds.filter { !held.contains($0) }.map { ShiftChange(turn: turn, interval: $0, isGained: true) }
        }.sorted(by: inOrder)
    }

    /// By time, then by who; of one who keeps other hours than before, first those that they lose.
    static func inOrder(_ one: ShiftChange, _ other: ShiftChange) -> Bool {
        (one.interval.lowerBound, one.turn.order.rawValue, one.turn.physician.text, one.isGained ? 1 : 0)
            < (other.interval.lowerBound, other.turn.order.rawValue, other.turn.physician.text, other.isGained ? 1 : 0)
    }
}

extension RotaBook {
    /// Who holds what on these duty dates and when, of the hours that are not over, be they reachable or not. Hours that meet are one.
    func turns(on dates: Set<Day>, from now: Instant) -> [ShiftTurn: [Range<Instant>]] {
        let places = Set(dates.map(\.month)).flatMap { months[$0]?.places ?? [] }
        return places.filter { dates.contains($0.key.dutyDate) && $0.interval.upperBound > now }
            .flatMap(holdings).filter { $0.interval.upperBound > now }
            .reduce(into: [:]) { turns, held in
                let turn = ShiftTurn(place: held.place, order: held.order, physician: held.physician)
                turns[turn, default: []].add(max(held.interval.lowerBound, now)..<held.interval.upperBound)
            }
    }
}

extension [Range<Instant>] {
    /// Adds hours that begin no earlier than those before them; what they meet they lengthen.
    fileprivate mutating func add(_ hours: Range<Instant>) {
        guard let last, hours.lowerBound <= last.upperBound else { return append(hours) }
        self[count - 1] = last.lowerBound..<Swift.max(last.upperBound, hours.upperBound)
    }
}
