extension RotaBook {
    /// Published months whose places, from a duty date on, are no longer those that slots, areas and holidays make. What is published stays as
    /// it is until the month is published anew: ask after every change of those. A month past the holiday table is not judged.
    public func monthsToPublishAnew(from date: Day) -> [Month] {
        months.values.filter { sheet in
            guard
                let places = try? MonthSheet.places(
                    of: sheet.month, slots: slots, areas: association.areas, calendar: calendar)
            else { return false }
            return Set(places.map(Frame.init).filter { $0.key.dutyDate >= date })
                != Set(sheet.places.map(Frame.init).filter { $0.key.dutyDate >= date })
        }.map(\.month).sorted()
    }
}

/// A place without those who hold it.
private struct Frame: Hashable {
    let key: Place.Key
    let interval: Range<Instant>
    let required: PerCall<Int>

    init(_ place: Place) {
        key = place.key
        interval = place.interval
        required = place.required
    }
}
