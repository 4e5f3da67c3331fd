extension RotaBook {
    /// The turns of a place that a feed shows, of those who can be called. Throws where the association has no such
    /// area.
    func turns(of place: Place, for subject: DutyFeed.Subject) throws(DutyFault) -> [DutyTurn] {
        var pieces: [DutyTurn.Call: [Range<Instant>]] = [:]
        switch subject {
        case .physician(let physician):
            for held in holdings(of: place) where held.physician == physician && held.obstacle == nil {
                pieces[DutyTurn.Call(order: held.order, physician: physician), default: []].append(held.interval)
            }
        case .area(let area):
            for stretch in try stretches(of: area, in: place.interval) {
                for shift in stretch.shifts where shift.place == place.key && shift.obstacle == nil {
                    let call = DutyTurn.Call(order: shift.callOrder, physician: shift.physician.id)
                    pieces[call, default: []].append(stretch.interval)
                }
            }
        }
        return pieces.sorted { $0.key < $1.key }.flatMap { call, pieces in
            RotaBook.joined(pieces).enumerated().map { index, interval in
                DutyTurn(
                    key: DutyTurn.Key(place: place.key, call: call, index: index),
                    interval: interval,
                    slot: place.interval
                )
            }
        }
    }

    /// Pieces in the order of time, those that follow upon one another being one, in whole seconds: a calendar knows
    /// nothing shorter.
    private static func joined(_ pieces: [Range<Instant>]) -> [Range<Instant>] {
        pieces.reduce(into: []) { joined, piece in
            let (start, end) = (piece.lowerBound.wholeSecond, piece.upperBound.wholeSecond)
            guard start < end else { return }
            if let last = joined.last, last.upperBound == start {
                joined[joined.count - 1] = last.lowerBound..<end
            } else {
                joined.append(start..<end)
            }
        }
    }
}

extension Instant {
    fileprivate var wholeSecond: Instant { adding(milliseconds: -(millisecondOfDay % 1000)) }
}
