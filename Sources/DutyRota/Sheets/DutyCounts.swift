/// What one physician has to do in a month and in its year, the two calls apart.
public struct DutyCounts: Hashable, Sendable {
    /// Whose duty it is.
    public let physician: Physician
    /// In the month.
    public let month: PerCall<DutyCount>
    /// In the fiscal year (April to March) that holds the month, the month included.
    public let year: PerCall<DutyCount>

    /// The duty of each physician in a month and its fiscal year, by duty dates, in the register's order; those without any
    /// are there too, those who are no members on any day of the month are not.
    ///
    /// Counted is what is published, with the overrides that stand; for the month itself the draft's places where there are
    /// any, with the overrides as they would lie on them. Of a call that several shared in turns everybody has the hours, and
    /// whoever has half of the slot or more has a shift.
    public static func of(
        _ physicians: [Physician],
        book: RotaBook,
        draft: [Place]? = nil,
        month: Month
    ) -> [DutyCounts] {
        let own = DutyTally(draft ?? book.months[month]?.places ?? [], book: book)
        let others = month.fiscalYear.filter { $0 != month }.flatMap { book.months[$0]?.places ?? [] }
        let year = DutyTally(others, adding: own, book: book)
        return physicians.filter { $0.isActive(during: month) }.map { physician in
            DutyCounts(physician: physician, month: own[physician.id], year: year[physician.id])
        }
    }
}

/// The duty of everybody who stands on some places.
private struct DutyTally {
    private var counts: [PhysicianID: PerCall<DutyCount>]

    init(_ places: [Place], adding other: DutyTally? = nil, book: RotaBook) {
        counts = other?.counts ?? [:]
        let cuts = book.cuts
        for place in places {
            for order in CallOrder.allCases {
                for (physician, held) in book.held(place, order, cuts: cuts[place.key] ?? []) {
                    counts[physician, default: DutyTally.none][order].add(held, of: place, calendar: book.calendar)
                }
            }
        }
    }

    subscript(physician: PhysicianID) -> PerCall<DutyCount> { counts[physician] ?? DutyTally.none }

    private static let none = PerCall(first: DutyCount(), second: DutyCount())
}

extension RotaBook {
    /// Where the overrides that stand begin and end within their slots, by place.
    fileprivate var cuts: [Place.Key: [Instant]] {
        overrides.filter { $0.lift == nil }.reduce(into: [:]) { cuts, override in
            cuts[override.place, default: []] += [override.start, override.end].compactMap(\.self)
        }
    }

    /// How long each physician holds a call of a place, in milliseconds.
    fileprivate func held(_ place: Place, _ order: CallOrder, cuts: [Instant]) -> [PhysicianID: Int64] {
        let (start, end) = (place.interval.lowerBound, place.interval.upperBound)
        let edges = [start] + Set(cuts).filter { start < $0 && $0 < end }.sorted() + [end]
        return zip(edges, edges.dropFirst()).reduce(into: [:]) { held, piece in
            for holder in holders(of: place, order: order, at: piece.0) {
                held[holder.physician, default: 0] += (piece.0..<piece.1).milliseconds
            }
        }
    }
}

extension Month {
    /// The months from April to March among which this one is.
    fileprivate var fiscalYear: [Month] {
        let april = Month(year: month < 4 ? year - 1 : year, month: 4)
        return (0..<12).map { april.adding($0) }
    }
}
