/// What the office wants when it publishes a month.
public struct PublishWish: Sendable {
    /// The problems that it has seen and publishes with, by identifier.
    public var acknowledged: [String]
    /// The overrides that go on over the cells that the sheet changes, by identifier.
    public var kept: [String]
    /// Those that end with the sheet they were made for, by identifier.
    public var lifted: [String]
    /// The version of the draft that the office has seen; nil: whichever it is.
    public var ifVersion: Int?
    /// Makes an identifier for an override, later than those before it.
    public var makeID: @Sendable () -> String

    /// A wish.
    public init(
        acknowledged: [String] = [],
        kept: [String] = [],
        lifted: [String] = [],
        ifVersion: Int? = nil,
        makeID: @escaping @Sendable () -> String
    ) {
        self.acknowledged = acknowledged
        self.kept = kept
        self.lifted = lifted
        self.ifVersion = ifVersion
        self.makeID = makeID
    }
}

extension RotaDesk {
    /// Publishes a month, a past one as a correction. Overrides whose cell the sheet changes must be kept or lifted by name.
    ///
    /// Throws where the draft is not the one that was seen, where something is named that is not in question, and where a problem is
    /// not acknowledged; the problems are those of the book as it would be, the overrides kept and lifted included.
    public func publishing(
        month: Month,
        places: [Place],
        vanished: [MonthDraft.Row],
        wish: PublishWish,
        rules: CheckRules
    ) throws(RotaRefusal) -> RotaDecision {
        let draft = try draft(of: month, version: wish.ifVersion)
        let sheet = next(places, of: month)
        let cells = book.overriddenCells(under: sheet, at: now)
        var decision = takeOver(cells, under: sheet, wish: wish)
        let checks =
            meanwhile(draft)
            + book.lifting(book.overrides.filter { decision.lifts[$0.id] != nil }).laying(decision.overrides)
            .checks(publishing: sheet, vanished: vanished, rules: rules, now: now)
        let open = cells.filter { !(wish.kept + wish.lifted).contains($0.override.id) }.map { $0.problem(in: book) }
        let known = Set((checks + cells.map { $0.problem(in: book) }).map(\.id))
        let faults = wish.faults(cells, known: known, names: book)
        guard faults.isEmpty else { throw .invalid(faults) }
        let remaining = open + checks.filter { !wish.acknowledged.contains($0.id) }
        guard remaining.isEmpty else { throw .unacknowledged(remaining.loudestFirst) }
        decision.publication = .init(sheet: sheet, acknowledged: checks.loudestFirst.map(\.id))
        decision.draft = draft.map { .dropped($0.month) }
        return decision
    }

    private func draft(of month: Month, version: Int?) throws(RotaRefusal) -> MonthDraft? {
        let draft = draft.flatMap { $0.month == month ? $0 : nil }
        guard let version else { return draft }
        guard let draft else { throw .noDraft(month) }
        guard draft.version == version else { throw .staleDraft(draft.version) }
        return draft
    }

    /// Everything about a sheet that somebody should see to before it is published, as it would be published now.
    public func problems(of sheet: DraftSheet, rules: CheckRules) -> [RotaProblem] {
        let draft = draft.flatMap { $0.month == sheet.month ? $0 : nil }
        return meanwhile(draft)
            + book.problems(
                publishing: next(sheet.places, of: sheet.month), vanished: sheet.vanished, rules: rules, now: now)
    }

    /// The month's next revision.
    private func next(_ places: [Place], of month: Month) -> PublishedMonth {
        PublishedMonth(month: month, revision: book.revision(of: month) + 1, publishedAt: now, places: places)
    }

    /// That a draft was begun from another revision than the present one.
    private func meanwhile(_ draft: MonthDraft?) -> [RotaProblem] {
        guard let draft, draft.base != book.revision(of: draft.month) else { return [] }
        let present = book.revision(of: draft.month)
        return [
            RotaProblem(
                id: RotaProblem.id(.publishedMeanwhile, draft.month.description, "\(present)"),
                kind: .publishedMeanwhile,
                message: PublishWords.publishedMeanwhile(draft.month, base: draft.base, present: present)
            )
        ]
    }
}
