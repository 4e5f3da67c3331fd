extension RotaDesk {
    /// The overrides as the office wants them under a new sheet: those kept made anew on its cells, all that are named lifted.
    func takeOver(_ cells: [OverriddenCell], under sheet: PublishedMonth, wish: PublishWish) -> RotaDecision {
        let kept = cells.filter { wish.kept.contains($0.override.id) }
        // Of overrides made at one instant the identifier tells which lies above.
        let ids = kept.map { _ in wish.makeID() }.sorted()
        var takeOver = TakeOver(desk: self, revision: sheet.revision)
        for (cell, id) in zip(kept, ids) { takeOver.keep(cell, as: id) }
        for id in wish.lifted { takeOver.lift(id, PublishWords.liftedBy(revision: sheet.revision)) }
        return takeOver.decision
    }
}

/// Takes overrides over from one revision of a month to the next, the lowest of a cell first.
private struct TakeOver {
    private let desk: RotaDesk
    private let revision: Int
    private(set) var decision = RotaDecision()
    /// Where each seat of the old sheet is found on the new one.
    private var seats: [OldSeat: Override.Seat] = [:]

    init(desk: RotaDesk, revision: Int) {
        self.desk = desk
        self.revision = revision
    }

    mutating func lift(_ id: String, _ reason: String) {
        decision.lifts[id] = Lift(at: desk.now, by: desk.actor, reason: reason)
    }

    mutating func keep(_ cell: OverriddenCell, as id: String) {
        guard let place = cell.after else { return }
        let old = cell.override
        let seat = seat(of: cell, on: place, for: id)
        let beneath = decision.overrides.last { other in
            other.place == old.place && other.order == old.order && other.seat == seat
                && other.interval(within: place.interval).overlaps(old.interval(within: place.interval))
        }
        let holder = beneath.map(\.physician) ?? seat.published
        if beneath == nil, holder == old.physician {
            return lift(old.id, PublishWords.heldAnyway(revision: revision))
        }
        lift(old.id, PublishWords.takenOver(revision: revision))
        decision.overrides.append(old.takenOver(as: id, seat: seat, replaces: holder, place.interval, desk))
    }

    /// The seat at the same index of the new cell; one of its own where the new cell is shorter.
    private mutating func seat(of cell: OverriddenCell, on place: Place, for id: String) -> Override.Seat {
        let (override, order) = (cell.override, cell.override.order)
        let old = OldSeat(place: override.place, order: order, seat: override.seat)
        if let seat = seats[old] { return seat }
        let index = override.seat.published.flatMap { cell.before?.holders[order].firstIndex(of: $0) }
        let holders = place.holders[order]
        let seat = index.flatMap { holders.indices.contains($0) ? Override.Seat.published(holders[$0]) : nil }
        seats[old] = seat ?? .added(id)
        return seat ?? .added(id)
    }
}

/// A seat of the sheet that is replaced.
private struct OldSeat: Hashable {
    let place: Place.Key
    let order: CallOrder
    let seat: Override.Seat
}

extension Override {
    /// The same for a new sheet, its hours cut to the slot's.
    fileprivate func takenOver(
        as id: String,
        seat: Seat,
        replaces: PhysicianID?,
        _ slot: Range<Instant>,
        _ desk: RotaDesk
    ) -> Override {
        Override(
            id: id,
            place: place,
            order: order,
            seat: seat,
            replaces: replaces,
            start: start.map { max($0, slot.lowerBound) },
            end: end.map { min($0, slot.upperBound) },
            physician: physician,
            reason: reason,
            exchange: exchange,
            madeAt: desk.now,
            madeBy: desk.actor
        )
    }
}
