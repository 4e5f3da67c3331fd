extension RotaBook {
    /// What somebody should see to before a sheet comes into force: the book as it would be with it, asked through the resolver.
    ///
    /// What is over by `now` is left out, but for overrides whose cell changes: a correction of the past decides about them too. The
    /// loudest comes first, the rest by time.
    public func problems(
        publishing sheet: PublishedMonth,
        vanished: [MonthDraft.Row],
        rules: CheckRules,
        now: Instant
    ) -> [RotaProblem] {
        let overridden = overriddenCells(under: sheet, at: now).map { $0.problem(in: self) }
        return (overridden + checks(publishing: sheet, vanished: vanished, rules: rules, now: now)).loudestFirst
    }

    /// The problems that may be acknowledged: all but the overridden cells.
    func checks(
        publishing sheet: PublishedMonth,
        vanished: [MonthDraft.Row],
        rules: CheckRules,
        now: Instant
    ) -> [RotaProblem] {
        let lost = vanished.filter { $0.isWritten && $0.key.dutyDate.adding(1) >= now.day }.map { row in
            RotaProblem(
                id: RotaProblem.id(.vanishedPlace, row.key.text),
                kind: .vanishedPlace,
                place: row.key,
                physicians: row.holders.first + row.holders.second,
                message: CheckWords.vanished(row, self)
            )
        }
        let span = sheet.span
        guard now < span.upperBound else { return lost }
        let window = max(now, span.lowerBound)..<span.upperBound
        let check = RotaCheck(publishing(sheet), rules: rules, month: sheet.month, window: window)
        return lost + standingContactProblems + check.problems
    }

    /// That the last resort is not always there.
    var standingContactProblems: [RotaProblem] {
        guard !association.standingContact.isAlwaysAnswered else { return [] }
        return [
            RotaProblem(
                id: RotaProblem.Kind.standingContactHours.rawValue,
                kind: .standingContactHours,
                message: CheckWords.standingContact(association.standingContact)
            )
        ]
    }
}

extension MonthDraft.Row {
    /// Whether something would be lost with it.
    fileprivate var isWritten: Bool { !holders.first.isEmpty || !holders.second.isEmpty || !remark.isEmpty }
}

extension StandingContact {
    /// Whether somebody answers at every instant.
    fileprivate var isAlwaysAnswered: Bool {
        guard let hours else { return true }
        let isDaily = hours.dayTypes.isEmpty || hours.dayTypes == Set(DayType.allCases)
        return isDaily && hours.span.end - hours.span.start >= 1440
    }
}
