extension RotaBook {
    /// What the office must see to, seen from an instant and so many days ahead: months that are not published, a holiday table that
    /// ends within six months, and every problem of what is published, with all that lies over it. The loudest comes first.
    public func outlook(from instant: Instant, days: Int, rules: CheckRules = CheckRules()) -> [RotaProblem] {
        let window = instant..<instant.adding(milliseconds: Int64(max(days, 0)) * Instant.perDay)
        let check = RotaCheck(self, rules: rules, month: nil, window: window)
        return
            (unpublished(from: instant.day, days: days) + outdated(from: instant.day, days: days)
            + holidayTableProblems(on: instant.day)
            + standingContactProblems + check.problems).loudestFirst
    }

    private func unpublished(from today: Day, days: Int) -> [RotaProblem] {
        let last = today.adding(days).month
        return sequence(first: today.month) { $0 < last ? $0.adding(1) : nil }.filter { months[$0] == nil }.map {
            month in
            RotaProblem(
                id: RotaProblem.id(.unpublished, month.description),
                kind: .unpublished,
                interval: month.firstDay.start..<month.adding(1).firstDay.start,
                message: CheckWords.unpublished(month)
            )
        }
    }

    private func outdated(from today: Day, days: Int) -> [RotaProblem] {
        let last = today.adding(days).month
        return monthsToPublishAnew(from: today).filter { $0 <= last }.map { month in
            RotaProblem(
                id: RotaProblem.id(.publishAnew, month.description),
                kind: .publishAnew,
                interval: month.firstDay.start..<month.adding(1).firstDay.start,
                message: CheckWords.publishAnew(month)
            )
        }
    }

    private func holidayTableProblems(on today: Day) -> [RotaProblem] {
        let horizon = today.month.adding(6).firstDay.start
        if let end = calendar.end, end > horizon { return [] }
        let year = calendar.national.years?.upperBound ?? today.parts.year - 1
        return [
            RotaProblem(
                id: RotaProblem.id(.holidayTableEnds, "\(year)"),
                kind: .holidayTableEnds,
                message: CheckWords.holidayTableEnds(year)
            )
        ]
    }
}
