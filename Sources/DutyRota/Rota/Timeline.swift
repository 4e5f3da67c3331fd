/// Places sorted by their start, for finding those that cover an instant.
struct Timeline: Sendable {
    private let places: [Place]
    /// The start of each place, ascending.
    private let starts: [Instant]
    /// Every end, ascending.
    private let ends: [Instant]
    /// The longest place's length, in milliseconds: how far back a search has to look.
    private let longest: Int64

    /// The timeline of these places, in whatever order they come.
    init(_ places: [Place]) {
        self.places = places.sorted {
            ($0.interval.lowerBound, $0.key.slot) < ($1.interval.lowerBound, $1.key.slot)
        }
        starts = self.places.map(\.interval.lowerBound)
        ends = places.map(\.interval.upperBound).sorted()
        longest = places.map { $0.interval.upperBound.milliseconds - $0.interval.lowerBound.milliseconds }.max() ?? 0
    }

    /// The places that cover the instant, by start.
    func covering(_ instant: Instant) -> [Place] {
        let end = starts.firstIndex(after: instant)
        var first = end
        while first > 0, starts[first - 1].adding(milliseconds: longest) > instant { first -= 1 }
        return places[first..<end].filter { instant < $0.interval.upperBound }
    }

    /// The next start or end after the instant; nil where nothing starts or ends any more.
    func boundary(after instant: Instant) -> Instant? {
        [starts.next(after: instant), ends.next(after: instant)].compactMap(\.self).min()
    }

    /// The end of the last place.
    var end: Instant? { ends.last }
}

/// The two timelines from which an area's duty comes.
struct AreaTimelines: Sendable {
    /// The area that is asked about.
    let area: AreaID
    /// The area's own places.
    let own: Timeline
    /// The whole association's.
    let whole: Timeline

    /// The places that decide who is on duty: the area's own, and only without any the whole association's.
    func governing(at instant: Instant) -> [Place] {
        let places = own.covering(instant)
        return places.isEmpty ? whole.covering(instant) : places
    }

    /// The next start or end after the instant.
    func boundary(after instant: Instant) -> Instant? {
        [own.boundary(after: instant), whole.boundary(after: instant)].compactMap(\.self).min()
    }

    /// The end of the last place.
    var end: Instant? { [own.end, whole.end].compactMap(\.self).max() }
}

extension Array where Element == Instant {
    /// In an ascending array, the index of the first instant after another; `count` where there is none.
    fileprivate func firstIndex(after instant: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// In an ascending array, the first instant after another.
    func next(after instant: Instant) -> Instant? {
        let index = firstIndex(after: instant)
        return index < count ? self[index] : nil
    }
}
