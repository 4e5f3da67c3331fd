/// One physician on one call of a place, from when to when.
public struct Holding: Hashable, Sendable {
    /// The row of the month sheet.
    public let place: Place.Key
    /// Which call.
    public let order: CallOrder
    /// Half-open, within the slot.
    public let interval: Range<Instant>
    /// Who holds it.
    public let physician: PhysicianID
    /// By which override; nil: as published.
    public let override: String?
    /// nil: the physician can be called.
    public let obstacle: DutyShift.Obstacle?
}

extension RotaBook {
    /// The number of a month's revision; 0: it is not published.
    public func revision(of month: Month) -> Int { months[month]?.revision ?? 0 }

    /// A published place; nil where its month is not published or has no such place.
    public func place(_ key: Place.Key) -> Place? {
        months[key.dutyDate.month]?.places.first { $0.key == key }
    }

    /// Who holds a place over its whole slot, by call order, then by time. Where several hold a call at once each has a row.
    public func holdings(of place: Place) -> [Holding] {
        let all = pieces(of: place).flatMap { piece in
            shifts(of: [place], at: piece.lowerBound).map { Holding($0, during: piece) }
        }
        return CallOrder.allCases.flatMap { order in
            all.filter { $0.order == order }.reduce(into: [], Holding.join)
        }
    }

    /// The slot, cut wherever something that lies over the sheets begins or ends.
    private func pieces(of place: Place) -> [Range<Instant>] {
        var cuts = [place.interval.lowerBound]
        while let last = cuts.last, let edge = overlayEdge(after: last), edge < place.interval.upperBound {
            cuts.append(edge)
        }
        return zip(cuts, cuts.dropFirst() + [place.interval.upperBound]).map { $0..<$1 }
    }
}

extension Holding {
    fileprivate init(_ shift: DutyShift, during interval: Range<Instant>) {
        let override: String? = if case .override(let id) = shift.origin { id } else { nil }
        self.init(
            place: shift.place,
            order: shift.callOrder,
            interval: interval,
            physician: shift.physician.id,
            override: override,
            obstacle: shift.obstacle
        )
    }

    /// Adds a holding to those before it, or lengthens the one that it goes on with.
    fileprivate static func join(_ holdings: inout [Holding], _ next: Holding) {
        let index = holdings.lastIndex { $0.interval.upperBound == next.interval.lowerBound && $0.isSame(as: next) }
        guard let index else { return holdings.append(next) }
        holdings[index] = holdings[index].lengthened(to: next.interval.upperBound)
    }

    private func isSame(as other: Holding) -> Bool {
        order == other.order && physician == other.physician && override == other.override && obstacle == other.obstacle
    }

    private func lengthened(to end: Instant) -> Holding {
        Holding(
            place: place,
            order: order,
            interval: interval.lowerBound..<end,
            physician: physician,
            override: override,
            obstacle: obstacle
        )
    }
}
