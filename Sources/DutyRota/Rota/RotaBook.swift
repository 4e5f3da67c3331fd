/// Everything that decides who is on duty in one association: an immutable value, so that an answer is wholly of one state of the rota.
public struct RotaBook: Sendable {
    public let association: Association
    public let calendar: DayCalendar
    /// Every version of every slot.
    public let slots: [Slot]
    /// What is published, at most one revision a month.
    public let months: [Month: PublishedMonth]
    public let physicians: [PhysicianID: Physician]
    /// Numbers that go with a slot rather than with a person, such as the mobile telephone that is handed over (当番携帯).
    public let slotTelephones: [String: [Telephone]]

    /// The published places of each area and, under nil, of the whole association.
    private let timelines: [AreaID?: Timeline]

    public init(
        association: Association, calendar: DayCalendar, slots: [Slot], months: [PublishedMonth],
        physicians: [Physician], slotTelephones: [String: [Telephone]] = [:]
    ) {
        self.association = association
        self.calendar = calendar
        self.slots = slots
        self.months = Dictionary(months.map { ($0.month, $0) }) { $0.revision > $1.revision ? $0 : $1 }
        self.physicians = Dictionary(physicians.map { ($0.id, $0) }) { first, _ in first }
        self.slotTelephones = slotTelephones
        timelines = Dictionary(grouping: self.months.values.flatMap(\.places), by: \.key.area)
            .mapValues(Timeline.init)
    }

    /// The published places of an area itself.
    func timeline(of area: AreaID) -> Timeline { timelines[.some(area)] ?? Timeline([]) }

    /// The published places of the whole association.
    var associationTimeline: Timeline { timelines[.none] ?? Timeline([]) }

    /// Who holds a call order of a place at an instant, in the sheet's order. The one seam where changes that lie over a published
    /// sheet come in: whatever asks who holds a place asks here.
    func holders(of place: Place, order: CallOrder, at instant: Instant) -> [PhysicianID] {
        place.holders[order]
    }
}

/// Places sorted by their start, for finding those that cover an instant.
struct Timeline: Sendable {
    let places: [Place]
    /// The longest place's length, in milliseconds: how far back a search has to look.
    private let longest: Int64
    /// Every end, ascending.
    private let ends: [Instant]

    init(_ places: [Place]) {
        self.places = places.sorted {
            ($0.interval.lowerBound, $0.key.slot) < ($1.interval.lowerBound, $1.key.slot)
        }
        longest = places.map { $0.interval.upperBound.milliseconds - $0.interval.lowerBound.milliseconds }.max() ?? 0
        ends = places.map(\.interval.upperBound).sorted()
    }

    /// The places that cover the instant, by start.
    func covering(_ instant: Instant) -> [Place] {
        var index = firstIndex { $0.interval.lowerBound > instant } - 1
        var found: [Place] = []
        while index >= 0, places[index].interval.lowerBound.adding(milliseconds: longest) > instant {
            if places[index].interval.contains(instant) { found.append(places[index]) }
            index -= 1
        }
        return found.reversed()
    }

    /// The starts after the instant, ascending, equal ones once each place.
    func starts(after instant: Instant) -> some Sequence<Instant> {
        places[firstIndex { $0.interval.lowerBound > instant }...].lazy.map(\.interval.lowerBound)
    }

    /// The next start or end after the instant.
    func boundary(after instant: Instant) -> Instant? {
        let start = starts(after: instant).first { _ in true }
        let end = ends.partition { $0 > instant }.map { ends[$0] }
        return [start, end].compactMap(\.self).min()
    }

    /// The end of the last place.
    var end: Instant? { ends.last }

    private func firstIndex(where isPast: (Place) -> Bool) -> Int {
        places.partition(isPast) ?? places.count
    }
}

extension Array {
    /// The first index at which a predicate holds that, once true, stays true; nil where it never does.
    func partition(_ isPast: (Element) -> Bool) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < count ? low : nil
    }
}
