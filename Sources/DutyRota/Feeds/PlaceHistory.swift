/// How a place came to be as it is: what was published of it, and what was laid over it.
struct PlaceHistory {
    /// What a publication made of the place; nil: the sheet has it no more.
    typealias Version = (publishedAt: Instant, place: Place?)

    /// The day of the place.
    let dutyDate: Day
    /// Those that changed whose duty it is or when, in the order in which they came into force; never empty.
    private(set) var versions: [Version] = []
    /// Those that lie on the place, the lifted ones included.
    private(set) var overrides: [Override] = []
    /// Everybody who ever held it.
    private(set) var physicians: Set<PhysicianID> = []

    /// The place as it had been published by an instant; nil: not at all.
    func place(at instant: Instant) -> Place? { versions.last { $0.publishedAt <= instant }?.place }

    /// When the slot is, and was.
    var intervals: [Range<Instant>] { versions.compactMap(\.place?.interval) }

    /// Whether two places are, or were, on at once.
    func overlaps(_ other: PlaceHistory) -> Bool {
        intervals.contains { interval in other.intervals.contains { $0.overlaps(interval) } }
    }

    /// When what it says changed.
    var changes: [Instant] { versions.map(\.publishedAt) + overrides.flatMap(\.changes) }
}

extension PlaceHistory {
    /// The history of places from a duty date on, as it was known at an instant.
    static func all(
        in chronicle: RotaChronicle,
        since first: Day,
        until now: Instant,
        where isWanted: (Place.Key) -> Bool
    ) -> [Place.Key: PlaceHistory] {
        let sheets = chronicle.revisions.map(\.sheet).filter { first.month <= $0.month && $0.publishedAt <= now }
        var histories: [Place.Key: PlaceHistory] = [:]
        for revisions in Dictionary(grouping: sheets, by: \.month).values {
            let wanted = revisions.sorted { $0.revision < $1.revision }.map { sheet in
                (sheet.publishedAt, sheet.places.filter { first <= $0.key.dutyDate && isWanted($0.key) })
            }
            histories.merge(all(in: wanted)) { first, _ in first }
        }
        for override in chronicle.overrides where override.madeAt <= now {
            histories[override.place]?.lay(override.asKnown(at: now))
        }
        return histories
    }

    /// The history of the places of one month, by its revisions.
    private static func all(in revisions: [(publishedAt: Instant, places: [Place])]) -> [Place.Key: PlaceHistory] {
        var histories: [Place.Key: PlaceHistory] = [:]
        for (publishedAt, places) in revisions {
            let vanished = Set(histories.keys).subtracting(places.map(\.key))
            for place in places {
                histories[place.key, default: PlaceHistory(dutyDate: place.key.dutyDate)].publish(
                    place, at: publishedAt)
            }
            for key in vanished { histories[key]?.publish(nil, at: publishedAt) }
        }
        return histories
    }

    private mutating func publish(_ place: Place?, at instant: Instant) {
        let last = versions.last?.place
        guard last?.interval != place?.interval || last?.holders != place?.holders else { return }
        versions.append((instant, place))
        if let holders = place?.holders { physicians.formUnion(holders.first + holders.second) }
    }

    private mutating func lay(_ override: Override) {
        overrides.append(override)
        if let physician = override.physician { physicians.insert(physician) }
    }
}
