/// Everything that a feed has told and tells, place by place.
struct FeedHistory {
    /// Whose duty it is.
    let subject: DutyFeed.Subject
    /// The rota as it is, with every mark that is known.
    let book: RotaBook
    /// Every place that ever concerned the subject, but for old duty dates.
    let places: [Place.Key: PlaceHistory]
    /// Those of areas, by duty date.
    let ownByDate: [Day: [PlaceHistory]]
    /// The lifted ones included.
    let absences: [PhysicianID: [Absence]]
    /// What was taken back included.
    let marks: [PhysicianID: [Unavailability]]
    /// The instant as of which everything is told.
    let now: Instant

    /// The history of the places that concern a subject, but for duty dates more than ``DutyFeed/daysBack`` days ago.
    init(subject: DutyFeed.Subject, book: RotaBook, chronicle: RotaChronicle, at now: Instant) {
        self.subject = subject
        self.now = now
        let known = Set(book.unavailabilities.map(\.id))
        let marks = book.unavailabilities + chronicle.unavailabilities.filter { !known.contains($0.id) }
        self.book = book.marking(marks)
        self.marks = Dictionary(grouping: marks, by: \.physician)
        absences = Dictionary(grouping: book.absences, by: \.physician)
        let all = PlaceHistory.all(in: chronicle, since: now.day.adding(-DutyFeed.daysBack), until: now) { key in
            if case .area(let area) = subject { key.area == nil || key.area == area } else { true }
        }
        places = all.filter { _, history in
            if case .physician(let physician) = subject { history.physicians.contains(physician) } else { true }
        }
        ownByDate = Dictionary(grouping: places.filter { $0.key.area != nil }.values, by: \.dutyDate)
    }

    /// What the feed shows, by duty date. Throws where the association has no such area.
    func events() throws(DutyFault) -> [FeedEvent] {
        let sorted = places.sorted {
            ($0.key.dutyDate, $0.key.slot, $0.key.area?.text ?? "")
                < ($1.key.dutyDate, $1.key.slot, $1.key.area?.text ?? "")
        }
        var events: [FeedEvent] = []
        for (key, place) in sorted { events += try self.events(of: place, key) }
        return events
    }

    /// The turns of a place as they are and, cancelled, those that only an earlier state of it had.
    private func events(of history: PlaceHistory, _ key: Place.Key) throws(DutyFault) -> [FeedEvent] {
        let concerned = concerned(with: history, key)
        let changes = changes(of: concerned)
        guard let last = changes.last else { return [] }
        var turns: [DutyTurn.Key: DutyTurn] = [:]
        for instant in changes.dropLast() {
            for turn in try self.turns(of: history, at: instant, in: book(of: concerned, at: instant)) {
                turns[turn.key] = turn
            }
        }
        let present = try self.turns(of: history, at: now, in: book)
        for turn in present { turns[turn.key] = turn }
        let standing = Set(present.map(\.key))
        return turns.values.sorted { ($0.key.call, $0.key.index) < ($1.key.call, $1.key.index) }.map { turn in
            FeedEvent(
                turn: turn,
                isCancelled: !standing.contains(turn.key),
                sequence: changes.count - 1,
                changedAt: last
            )
        }
    }

    private func turns(
        of history: PlaceHistory,
        at instant: Instant,
        in book: RotaBook
    ) throws(DutyFault) -> [DutyTurn] {
        guard let place = history.place(at: instant) else { return [] }
        return try book.turns(of: place, for: subject)
    }
}
