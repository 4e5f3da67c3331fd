import DutyRota

extension Agreement {
    /// What the checks of the published months say of gaps and of calls that too few hold, against the naive answers of
    /// all areas.
    func checkDifference() -> String? {
        let problems = book.months.values.flatMap { sheet in
            book.problems(publishing: sheet, vanished: [], rules: CheckRules(), now: comparisons[0].instant(0))
        }
        let told = problems.filter { $0.kind == .gap || $0.kind == .short }
        let empty = Set(problems.filter { $0.kind == .emptyMonth }.compactMap { $0.interval?.lowerBound.day.month })
        for (_, before, instant) in instants {
            var expected: Set<Vacant> = []
            for comparison in comparisons {
                for place in comparison.deciding[before] where !empty.contains(place.key.dutyDate.month) {
                    if comparison.hasGap(place, at: before) { expected.insert(Vacant(place: place.key, kind: .gap)) }
                    if comparison.isShort(place, at: before) { expected.insert(Vacant(place: place.key, kind: .short)) }
                }
            }
            let found = told.filter { $0.interval?.contains(instant) == true }
            let vacant = Set(
                found.compactMap { problem in problem.place.map { Vacant(place: $0, kind: problem.kind) } })
            if vacant != expected { return "checks at \(instant.rfc3339): \(vacant), but \(expected)" }
        }
        return nil
    }

    private struct Vacant: Hashable {
        let place: Place.Key
        let kind: RotaProblem.Kind
    }
}
