public import DutyRota

/// What people are told of the rota.
public enum RotaNotices {
    /// What a change that made `after` of `before` says to those whom it concerns: to every physician who got hours or lost some, and, of duty within
    /// 24 hours, to the association and to fire. A month that is published for the first time is no change.
    public static func changed(
        by decision: RotaDecision, from before: RotaBook, to after: RotaBook, at now: Instant
    ) -> [Notice] {
        let dates = decision.changedDates(in: before)
        let changes = ShiftChange.between(before, after, on: dates, from: now)
        let event = decision.event(in: after.association.id)
        let mine = Dictionary(grouping: changes, by: \.turn.physician).sorted { $0.key.text < $1.key.text }
        let told = mine.map { physician, changes in
            Notice(
                .shiftChanged, event: event, to: .physician(physician),
                NoticeWords.shiftChanged(changes, areas: after.association.areas), at: now, until: changes.lastEnd)
        }
        return urgent(changes, in: after, event: event, at: now) + told
    }

    private static func urgent(
        _ changes: [ShiftChange], in book: RotaBook, event: String, at now: Instant
    ) -> [Notice] {
        let day = now..<now.adding(milliseconds: 86_400_000)
        let urgent = changes.filter { $0.interval.overlaps(day) }
        guard !urgent.isEmpty else { return [] }
        let words = NoticeWords.urgentChange(book.association.name, urgent, areas: book.association.areas) {
            book.physicians[$0]?.name ?? $0.text
        }
        return [.association(book.association.id), .fire].map {
            Notice(.urgentChange, event: event, to: $0, words, at: now, until: urgent.lastEnd)
        }
    }

    /// What is said of swaps: to whoever is asked, then to whoever has asked, and each time to the association.
    public static func swapped(
        by decision: RotaDecision, known: [Swap], in book: RotaBook, at now: Instant
    ) -> [Notice] {
        func names(_ swap: Swap) -> (String, String) {
            (swap.askedBy, book.physicians[swap.asked]?.name ?? swap.asked.text)
        }
        let asked = decision.swaps.flatMap { swap in
            let (name, other) = names(swap)
            let words = NoticeWords.swapAsked(swap, by: name, to: other, areas: book.association.areas)
            return [.physician(swap.asked), .association(book.association.id)].map {
                Notice(.swapAsked, event: "swap:\(swap.id):asked", to: $0, words, at: now)
            }
        }
        let answered = known.flatMap { known -> [Notice] in
            guard let answer = decision.swapAnswers[known.id] else { return [] }
            var swap = known
            swap.answer = answer
            let (name, other) = names(swap)
            let words = NoticeWords.swapAnswered(swap, by: name, to: other, areas: book.association.areas)
            let physician: PhysicianID = if case .withdrawn = answer { swap.asked } else { swap.one.physician }
            return [.physician(physician), .association(book.association.id)].map {
                Notice(.swapAnswered, event: "swap:\(swap.id):answered", to: $0, words, at: now)
            }
        }
        return asked + answered
    }

    /// A word to everybody who is on duty the day after.
    public static func tomorrow(_ book: RotaBook, at now: Instant) -> [Notice] {
        let date = now.day.adding(1)
        let shifts = book.turns(on: [date], from: now)
            .flatMap { turn, hours in hours.map { ShiftChange(turn: turn, interval: $0, isGained: true) } }
            .sorted(by: ShiftChange.inOrder)
        return Dictionary(grouping: shifts, by: \.turn.physician).sorted { $0.key.text < $1.key.text }
            .map { physician, shifts in
                Notice(
                    .shiftTomorrow, event: "shift:\(physician):\(date)", to: .physician(physician),
                    NoticeWords.shiftTomorrow(date, shifts, areas: book.association.areas), at: now,
                    until: shifts.first?.interval.lowerBound)
            }
    }

    /// A word to the association about the hours ahead that nobody holds: one a day, so that many gaps are not many notices.
    public static func gaps(_ count: Int, first: Day, in association: Association, at now: Instant) -> Notice {
        Notice(
            .gapAhead, event: "gaps:\(association.id):\(now.day)", to: .association(association.id),
            NoticeWords.gapAhead(association.name, count: count, first: first), at: now)
    }

    /// A word to the association that nights ahead lie in a month that is not published: nobody is on duty then, whatever a draft says. One a day.
    public static func unpublished(from first: Day, in association: Association, at now: Instant) -> Notice {
        Notice(
            .gapAhead, event: "unpublished:\(association.id):\(now.day)", to: .association(association.id),
            NoticeWords.unpublishedAhead(association.name, first: first), at: now)
    }

    /// That fire could not reach somebody who is on duty.
    public static func unavailable(_ mark: Unavailability, in book: RotaBook) -> Notice {
        let area = book.association.area(mark.area)?.name ?? mark.area.text
        return Notice(
            .physicianUnavailable, event: "unavailable:\(mark.id)", to: .association(mark.association),
            NoticeWords.physicianUnavailable(
                book.physicians[mark.physician]?.name ?? mark.physician.text, area: area, until: mark.until),
            at: mark.from, until: mark.until)
    }
}

extension [ShiftChange] {
    /// When the last of them is over.
    fileprivate var lastEnd: Instant? { map(\.interval.upperBound).max() }
}

extension RotaDecision {
    /// Names what was decided.
    fileprivate func event(in association: AssociationID) -> String {
        let sheet = publication.map { "\(association):\($0.sheet.month):\($0.sheet.revision)" }
        return "rota:" + (sheet ?? overrides.first?.id ?? "lift:\(lifts.keys.sorted().first ?? "")")
    }

    /// The duty dates of which another state of the rota comes; none where only a draft or an absence is written.
    func changedDates(in before: RotaBook) -> Set<Day> {
        let lifted = before.overrides.filter { lifts[$0.id] != nil }
        let laid = (overrides + lifted).map(\.place.dutyDate)
        let published = publication.map(\.sheet).flatMap { sheet in
            before.revision(of: sheet.month) == 0 ? nil : sheet
        }
        let sheets = [published, published.flatMap { before.months[$0.month] }].compactMap(\.self)
        return Set(laid + sheets.flatMap(\.places).map(\.key.dutyDate))
    }
}

extension Notice {
    /// A word by which somebody tries out whether an address is reached.
    public static func trial(_ id: String, at now: Instant) -> Notice {
        Notice(.gapAhead, event: "trial:\(id)", to: .fire, NoticeWords.trial, at: now)
    }
}
