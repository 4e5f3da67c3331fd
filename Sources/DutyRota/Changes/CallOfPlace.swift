/// One call of a published place over a part of its slot: who holds it as things stand, and on which seats.
struct CallOfPlace {
    private let place: Place
    private let order: CallOrder
    private let overrides: [Override]
    /// Who holds the call at some instant of the part, by time.
    let holdings: [Holding]
    /// The part of the slot.
    let interval: Range<Instant>

    /// The call as a book has it.
    init(_ book: RotaBook, _ place: Place, _ order: CallOrder, in interval: Range<Instant>) {
        self.place = place
        self.order = order
        self.interval = interval
        overrides = book.overrides.filter { $0.lift == nil && $0.place == place.key && $0.order == order }
        holdings = book.holdings(of: place).filter { $0.order == order && $0.interval.overlaps(interval) }
    }

    /// Everybody who holds the call at some instant, each once.
    var holders: [PhysicianID] { holdings.map(\.physician).unique }

    /// The seats on which a physician holds the call at some instant, each once.
    func seats(of physician: PhysicianID) -> [Override.Seat] {
        holdings.filter { $0.physician == physician }.map(seat).unique
    }

    /// Whether at some instant nobody more is needed. A call that needs nobody has room for one all the same.
    var isFull: Bool {
        holdings.map { max($0.interval.lowerBound, interval.lowerBound) }.contains { instant in
            holdings.count { $0.interval.contains(instant) } >= max(1, place.required[order])
        }
    }

    /// A seat that is empty all the time, because somebody was taken off duty: whoever fills it is there in their stead, so that the
    /// two aren't both on duty once the one who was taken off is back. nil: there is none.
    var emptySeat: Override.Seat? {
        let taken = holdings.map(seat)
        return (place.holders[order].map(Override.Seat.published) + overrides.map(\.seat)).first { seat in
            isOfPlace(seat) && !taken.contains(seat)
        }
    }

    /// A seat of somebody whom the sheet doesn't name any more isn't there.
    private func isOfPlace(_ seat: Override.Seat) -> Bool {
        seat.published.map(place.holders[order].contains) ?? true
    }

    private func seat(of holding: Holding) -> Override.Seat {
        overrides.first { $0.id == holding.override }?.seat ?? .published(holding.physician)
    }
}

extension Array where Element: Equatable {
    /// The elements in their order, each once.
    var unique: [Element] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
