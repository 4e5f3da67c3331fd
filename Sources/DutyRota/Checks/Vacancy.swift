/// A time during which a place is not held as it should be.
struct Vacancy {
    /// What is vacant.
    struct Call: Hashable {
        /// The place.
        let place: Place.Key
        /// The call that too few hold; nil: nobody holds the first, a gap.
        let order: CallOrder?
    }

    /// The place.
    let place: Place
    /// What of it is vacant.
    let call: Call
    /// Within the slot.
    var interval: Range<Instant>
    /// In a gap whoever else can be called, otherwise those who hold the call, in the order of calling.
    var callable: [PhysicianID]

    private init(_ place: Place, _ order: CallOrder?, _ interval: Range<Instant>, _ shifts: [DutyShift]) {
        self.place = place
        call = Call(place: place.key, order: order)
        self.interval = interval
        callable = []
        add(shifts.map(\.physician.id))
    }

    /// Whether as many as each call needs hold it from the place's beginning to its end, a first call always needing one.
    static func isRuledOut(_ place: Place, _ holdings: [Holding]) -> Bool {
        CallOrder.allCases.allSatisfy { order in
            let needed = max(place.required[order], order == .first ? 1 : 0)
            return needed
                <= holdings.count { $0.order == order && $0.obstacle == nil && $0.interval == place.interval }
        }
    }

    /// The gaps of a piece of a stretch: the places that should have a first call, or all where none should.
    static func gaps(_ governing: [Place], _ piece: Range<Instant>, _ stretch: DutyStretch) -> [Vacancy] {
        let callable = stretch.shifts.filter { $0.obstacle == nil }
        let firsts = governing.filter { $0.required.first > 0 }
        return (firsts.isEmpty ? governing : firsts).map { Vacancy($0, nil, piece, callable) }
    }

    /// The calls that fewer hold than their slot requires.
    static func shortages(_ governing: [Place], _ piece: Range<Instant>, _ stretch: DutyStretch) -> [Vacancy] {
        governing.flatMap { place in
            CallOrder.allCases.compactMap { order in
                let held = stretch.shifts.filter {
                    $0.place == place.key && $0.callOrder == order && $0.obstacle == nil
                }
                return held.count < place.required[order] ? Vacancy(place, order, piece, held) : nil
            }
        }
    }

    /// Vacancies of one call, those that go on without a break made one; a shortage ends where others hold the call.
    static func joined(_ vacancies: [Vacancy]) -> [Vacancy] {
        vacancies.sorted { $0.interval.lowerBound < $1.interval.lowerBound }.reduce(into: []) { joined, next in
            guard let last = joined.last, next.interval.lowerBound <= last.interval.upperBound,
                next.call.order == nil || next.callable == last.callable
            else { return joined.append(next) }
            joined[joined.count - 1].lengthen(with: next)
        }
    }

    private mutating func lengthen(with next: Vacancy) {
        interval = interval.lowerBound..<max(interval.upperBound, next.interval.upperBound)
        add(next.callable)
    }

    private mutating func add(_ physicians: [PhysicianID]) {
        for physician in physicians where !callable.contains(physician) { callable.append(physician) }
    }
}
