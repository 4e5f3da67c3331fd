extension RotaCheck {
    /// Everybody who is on duty twice at one instant: both calls of a place, two places of an area, two areas.
    var clashes: [RotaProblem] {
        let pairs = Dictionary(grouping: holdings, by: \.physician).values.flatMap(Pair.overlapping).filter {
            $0.overlap.overlaps(window) && (concerns($0.clash.earlier) || concerns($0.clash.later))
        }
        return Dictionary(grouping: pairs, by: \.clash).map { clash, pairs in
            let places = clash.kind == .samePerson ? [clash.earlier] : [clash.earlier, clash.later]
            return RotaProblem(
                id: ([clash.kind.rawValue] + places.map(\.text) + [clash.physician.text]).joined(separator: ":"),
                kind: clash.kind,
                place: places.first(where: concerns),
                physicians: [clash.physician],
                interval: pairs.map(\.overlap).hull,
                message: CheckWords.clash(clash.kind, clash.physician, places, book)
            )
        }
    }
}

/// One physician on two places, or on both calls of one.
private struct Clash: Hashable {
    let kind: RotaProblem.Kind
    let physician: PhysicianID
    let earlier: Place.Key
    let later: Place.Key

    init(_ one: Holding, _ other: Holding) {
        let isInOrder = (one.place.dutyDate, one.place.text) <= (other.place.dutyDate, other.place.text)
        (earlier, later) = isInOrder ? (one.place, other.place) : (other.place, one.place)
        physician = one.physician
        kind = earlier == later ? .samePerson : earlier.area == later.area ? .doubleDuty : .twoAreas
    }
}

/// Two holdings of one physician that overlap.
private struct Pair {
    let clash: Clash
    let overlap: Range<Instant>

    /// All such pairs among the holdings of one physician.
    static func overlapping(_ holdings: [Holding]) -> [Pair] {
        let sorted = holdings.sorted { $0.interval.lowerBound < $1.interval.lowerBound }
        return sorted.indices.flatMap { index in
            sorted[(index + 1)...].prefix { $0.interval.lowerBound < sorted[index].interval.upperBound }.map { later in
                Pair(
                    clash: Clash(sorted[index], later),
                    overlap: later.interval.clamped(to: sorted[index].interval)
                )
            }
        }
    }
}
