extension RotaDesk {
    /// What somebody should see to once a place is held otherwise, the loudest first; nothing of it forbids the change: at night a
    /// stand-in without a number on the register may still be the best there is.
    ///
    /// Told is what the checks find of the place itself while it changes, and what they didn't find elsewhere before, but nothing of
    /// hours that are over.
    func warnings(of place: Place, changed interval: Range<Instant>, after: RotaBook) -> [RotaProblem] {
        guard now < interval.upperBound else { return [] }
        let window = max(now, interval.lowerBound)..<interval.upperBound
        func problems(_ book: RotaBook) -> [RotaProblem] {
            RotaCheck(book, rules: CheckRules(), month: nil, window: window).problems
        }
        let known = Set(problems(book).map(\.id))
        let told = problems(after).filter { $0.place == place.key || !known.contains($0.id) }.loudestFirst
        return RotaProblem.Kind.allCases.flatMap { kind in told.filter { $0.kind == kind } }
    }
}
