/// Who holds a call of a place, and by which override.
struct Holder: Hashable {
    /// Whoever is on duty.
    let physician: PhysicianID
    /// nil: as published.
    let override: String?
}

/// The overrides that stand, by the place on which they lie.
struct Overlay: Sendable {
    private let byPlace: [Place.Key: [Override]]
    /// Where an override begins or ends within its slot, ascending.
    let edges: [Instant]

    /// The overlay of these overrides; those that have been lifted count no more.
    init(_ overrides: [Override]) {
        let standing = overrides.filter { $0.lift == nil }.sorted { ($0.madeAt, $0.id) < ($1.madeAt, $1.id) }
        byPlace = Dictionary(grouping: standing, by: \.place)
        edges = Set(standing.flatMap { [$0.start, $0.end].compactMap(\.self) }).sorted()
    }

    /// Who holds a call at an instant: on each seat whoever was put there last, nobody twice.
    func holders(of place: Place, order: CallOrder, at instant: Instant) -> [Holder] {
        let published = place.holders[order]
        guard let laid = byPlace[place.key] else { return published.map { Holder(physician: $0, override: nil) } }
        let overrides = laid.filter { $0.order == order }
        return seats(published, overrides).compactMap { seat in
            let last = overrides.last { $0.seat == seat && $0.interval(within: place.interval).contains(instant) }
            guard let last else { return seat.published.map { Holder(physician: $0, override: nil) } }
            return last.physician.map { Holder(physician: $0, override: last.id) }
        }.reduce(into: []) { held, holder in
            if !held.contains(where: { $0.physician == holder.physician }) { held.append(holder) }
        }
    }

    /// The sheet's seats in its order, then those that overrides have added.
    private func seats(_ published: [PhysicianID], _ overrides: [Override]) -> [Override.Seat] {
        overrides.map(\.seat).reduce(into: published.map(Override.Seat.published)) { seats, seat in
            if seat.published == nil, !seats.contains(seat) { seats.append(seat) }
        }
    }
}

extension Override.Seat {
    /// Whom the sheet names for the seat; nil: the seat was added.
    var published: PhysicianID? {
        if case .published(let physician) = self { physician } else { nil }
    }
}
