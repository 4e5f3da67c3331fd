extension FeedHistory {
    /// The places on which it depends what the feed shows of a place: itself first; of the whole association's also the
    /// area's own that are ever on at the same time, for these go before it.
    func concerned(with history: PlaceHistory, _ key: Place.Key) -> [PlaceHistory] {
        guard case .area = subject, key.area == nil else { return [history] }
        return [history] + own(around: key.dutyDate).filter(history.overlaps)
    }

    /// No slot reaches past the day after its own.
    private func own(around date: Day) -> [PlaceHistory] {
        (-1...1).flatMap { ownByDate[date.adding($0)] ?? [] }
    }

    /// The states that the first of some places has been through since it was published: when each began, ascending.
    func changes(of concerned: [PlaceHistory]) -> [Instant] {
        let all = concerned.flatMap { history in
            history.changes + absences(of: history).flatMap(\.changes) + marks(of: history).flatMap(\.changes)
        }
        guard let first = concerned.first?.versions.first?.publishedAt else { return [] }
        return Set(all).filter { first <= $0 && $0 <= now }.sorted()
    }

    private func absences(of history: PlaceHistory) -> [Absence] {
        history.physicians.flatMap { absences[$0] ?? [] }.filter {
            $0.from <= history.dutyDate && history.dutyDate <= $0.to
        }
    }

    private func marks(of history: PlaceHistory) -> [Unavailability] {
        history.physicians.flatMap { marks[$0] ?? [] }.filter { mark in
            history.intervals.contains { $0.overlaps(mark.from..<max(mark.from, mark.until)) }
        }
    }

    /// The rota at an instant, as far as these places go: small, because the resolver is asked anew for each state.
    func book(of concerned: [PlaceHistory], at instant: Instant) -> RotaBook {
        let places = concerned.compactMap { $0.place(at: instant) }
        let months = Dictionary(grouping: places, by: \.key.dutyDate.month).map {
            PublishedMonth(month: $0, revision: 1, publishedAt: instant, places: $1)
        }
        return RotaBook(
            association: book.association,
            calendar: book.calendar,
            slots: book.slots,
            months: months,
            physicians: Set(concerned.flatMap(\.physicians)).compactMap { book.physicians[$0] },
            slotTelephones: book.slotTelephones,
            overrides: known(concerned.flatMap(\.overrides), at: instant),
            absences: known(concerned.flatMap(absences), at: instant),
            unavailabilities: known(concerned.flatMap(marks), at: instant)
        )
    }

    /// What had been entered by an instant. What had been taken back by then stays and says so: a mark counts for the
    /// time before.
    private func known<Entry: Liftable>(_ entries: [Entry], at instant: Instant) -> [Entry] {
        entries.filter { $0.madeAt <= instant }.map { $0.asKnown(at: instant) }
    }
}

extension Liftable {
    /// When it was entered and, where it was, taken back.
    var changes: [Instant] { [madeAt, lift?.at].compactMap(\.self) }
}
