/// An override that lies on a cell which a new sheet changes.
struct OverriddenCell {
    /// What lies on it.
    let override: Override
    /// The cell's place as it is published; nil: it was not.
    let before: Place?
    /// The place on the new sheet; nil: it has vanished.
    let after: Place?
    /// The other half of its exchange, where that stands and is not over.
    let otherHalf: Override?

    /// The question that the office must answer.
    func problem(in book: RotaBook) -> RotaProblem {
        RotaProblem(
            id: RotaProblem.id(.overriddenCell, override.id),
            kind: .overriddenCell,
            place: override.place,
            order: override.order,
            physicians: [override.replaces, override.physician].compactMap(\.self),
            interval: (after ?? before).map { override.interval(within: $0.interval) },
            override: override.id,
            message: PublishWords.overridden(self, book)
        )
    }
}

extension RotaBook {
    /// The standing overrides that a new sheet for their month would not leave as they are: they must be kept or lifted by name.
    public func overridesInQuestion(under sheet: PublishedMonth) -> [Override] {
        overriddenCells(under: sheet, at: sheet.publishedAt).map(\.override)
    }

    /// The standing overrides of a month that a new sheet for it would not leave as they are, in the order in which they were made:
    /// the cell has other holders, its place has vanished, or its hours are others and an override of it names hours of its own.
    /// All that lie on one cell are in question together, so that those kept stay one above the other.
    func overriddenCells(under sheet: PublishedMonth, at instant: Instant) -> [OverriddenCell] {
        let standing = overrides.filter { $0.lift == nil && $0.place.dutyDate.month == sheet.month }
        let after = Dictionary(sheet.places.map { ($0.key, $0) }) { first, _ in first }
        return standing.filter { override in
            guard let before = place(override.place), let after = after[override.place] else { return true }
            let isTimed = standing.contains {
                $0.place == override.place && $0.order == override.order && ($0.start != nil || $0.end != nil)
            }
            return Set(before.holders[override.order]) != Set(after.holders[override.order])
                || isTimed && before.interval != after.interval
        }.sorted { ($0.madeAt, $0.id) < ($1.madeAt, $1.id) }.map { override in
            OverriddenCell(
                override: override,
                before: place(override.place),
                after: after[override.place],
                otherHalf: otherHalf(of: override, at: instant)
            )
        }
    }

    private func otherHalf(of override: Override, at instant: Instant) -> Override? {
        guard let exchange = override.exchange else { return nil }
        return overrides.first { other in
            guard other.exchange == exchange, other.id != override.id, other.lift == nil else { return false }
            return place(other.place).map { instant < other.interval(within: $0.interval).upperBound } ?? false
        }
    }
}
