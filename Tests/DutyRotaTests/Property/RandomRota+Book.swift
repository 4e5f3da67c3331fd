import DutyRota

extension RandomRota {
    var association: Association { TestRota(areas: areas).association }

    private var calendar: DayCalendar {
        DayCalendar(
            national: HolidayTable(names: Dictionary(uniqueKeysWithValues: holidays.map { (Day(number: $0), "祝日") })),
            own: [OwnHoliday("11-13/11-15"), OwnHoliday("12-30/01-02")].compactMap(\.self)
        )
    }

    /// The same for the real resolver.
    func book() throws -> RotaBook { try book(at: RandomRota.end) }

    /// The rota as it was known at an instant, everything that counts from then on left out.
    func book(at instant: Instant) throws -> RotaBook {
        RotaBook(
            association: association,
            calendar: calendar,
            slots: slots,
            months: try revisions().map(\.sheet).filter { $0.publishedAt <= instant },
            physicians: physicians,
            slotTelephones: slotTelephones,
            overrides: known(changes.overrides, at: instant),
            absences: known(changes.absences, at: instant),
            unavailabilities: known(changes.marks, at: instant)
        )
    }

    /// Everything that was ever published or laid over it, as it was known at an instant.
    func chronicle(at instant: Instant = RandomRota.end) throws -> RotaChronicle {
        RotaChronicle(
            revisions: try revisions().filter { $0.sheet.publishedAt <= instant },
            overrides: known(changes.overrides, at: instant),
            unavailabilities: known(changes.marks, at: instant)
        )
    }

    private func known<Entry: Liftable>(_ entries: [Entry], at instant: Instant) -> [Entry] {
        entries.filter { $0.madeAt <= instant }.map { $0.asKnown(at: instant) }
    }

    private func revisions() throws -> [RotaChronicle.Revision] {
        try months.sorted { $0.key < $1.key }.flatMap { month, edition in
            try (1...edition.revision).map { revision in
                RotaChronicle.Revision(
                    sheet: try sheet(month, revision: revision, isLast: revision == edition.revision),
                    by: "office",
                    acknowledged: []
                )
            }
        }
    }

    /// An earlier revision has other people, and the duty date after the last one.
    private func sheet(_ month: Month, revision: Int, isLast: Bool) throws -> PublishedMonth {
        let dates = isLast ? dates : dates.lowerBound...(dates.upperBound + 1)
        let places = try MonthSheet.places(of: month, slots: slots, areas: areas, calendar: calendar)
            .filter { dates.contains($0.key.dutyDate.number) }.map { place in
                var place = place
                let earlier = isLast ? nil : earlierHolders[place.key]
                place.holders = earlier ?? holders[place.key] ?? PerCall(first: ["P0"], second: ["P1"])
                return place
            }
        let publishedAt = RandomRota.publishedAt.adding(milliseconds: isLast ? 0 : -86_400_000)
        return PublishedMonth(month: month, revision: revision, publishedAt: publishedAt, places: places)
    }
}
