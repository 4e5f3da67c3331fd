/// A month as the office works on it: the places that it has today, with what the draft says of them.
public struct DraftSheet: Hashable, Sendable {
    /// Which month.
    public let month: Month
    /// Of the draft; 0: nobody is working on the month yet.
    public let version: Int
    /// The month's revision from which the draft was begun; 0: nothing was published.
    public internal(set) var base: Int
    /// Every place of the month, as today's slots and holidays have it.
    public internal(set) var places: [Place]
    /// What is written for places that the month does not have any more.
    public internal(set) var vanished: [MonthDraft.Row]

    /// The sheet of a month with the draft's rows; without a draft as it is published, and else empty. Throws where the
    /// holiday table does not reach.
    public init(of month: Month, draft: MonthDraft?, book: RotaBook) throws(HolidayTableEnds) {
        self.month = month
        version = draft?.version ?? 0
        base = draft?.base ?? book.revision(of: month)
        places = try MonthSheet.places(
            of: month, slots: book.slots, areas: book.association.areas, calendar: book.calendar)
        let rows = draft?.rows ?? book.months[month]?.places.map(MonthDraft.Row.init) ?? []
        let written = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
        for index in places.indices {
            if let row = written[places[index].key] { places[index].write(row) }
        }
        let keys = Set(places.map(\.key))
        vanished = rows.filter { !keys.contains($0.key) && !$0.isBlank }
    }

    /// The rows on which something is written.
    var rows: [MonthDraft.Row] { (places.map(MonthDraft.Row.init) + vanished).filter { !$0.isBlank } }
}

extension RotaDesk {
    /// The sheet of a month as the office works on it. Throws ``RotaRefusal/holidayTableEnds(_:)``.
    public func draftSheet(of month: Month) throws(RotaRefusal) -> DraftSheet {
        do throws(HolidayTableEnds) {
            return try DraftSheet(of: month, draft: draft(of: month), book: book)
        } catch {
            throw .holidayTableEnds(error)
        }
    }

    /// Throws the draft of a month away. Throws ``RotaRefusal/noDraft(_:)`` and ``RotaRefusal/staleDraft(_:)``.
    public func discarding(_ month: Month, ifVersion version: Int?) throws(RotaRefusal) -> RotaDecision {
        guard let draft = draft(of: month) else { throw .noDraft(month) }
        try check(version, against: draft.version)
        var decision = RotaDecision()
        decision.draft = .dropped(month)
        return decision
    }

    /// The sheet of a month for somebody who has seen a version of it; nil: whichever it is.
    func draftSheet(of month: Month, ifVersion version: Int?) throws(RotaRefusal) -> DraftSheet {
        let sheet = try draftSheet(of: month)
        try check(version, against: sheet.version)
        return sheet
    }

    /// What writes a sheet, as the next version of the draft.
    func writing(_ sheet: DraftSheet) -> RotaDecision {
        var decision = RotaDecision()
        decision.draft = .written(
            MonthDraft(
                month: sheet.month, version: lastVersion + 1, base: sheet.base, rows: sheet.rows, changedAt: now,
                changedBy: actor))
        return decision
    }

    private func draft(of month: Month) -> MonthDraft? { draft?.month == month ? draft : nil }

    private func check(_ version: Int?, against current: Int) throws(RotaRefusal) {
        if let version, version != current { throw .staleDraft(current) }
    }
}
