/// Looks for problems of published places over a range of time. All that it knows of who is on duty comes from the resolver.
struct RotaCheck {
    /// The book with the sheets in question.
    let book: RotaBook
    /// What is agreed.
    let rules: CheckRules
    /// The month that is asked about, its neighbours being looked at only for what they have to do with it; nil: all of them.
    let month: Month?
    /// What does not touch this range is not told.
    let window: Range<Instant>
    /// The published places that touch the range, the neighbours' included, with those who hold them.
    let held: [(place: Place, holdings: [Holding])]
    /// Who holds these places.
    let holdings: [Holding]

    /// A check of these sheets.
    init(_ book: RotaBook, rules: CheckRules, month: Month?, window: Range<Instant>) {
        self.book = book
        self.rules = rules
        self.month = month
        self.window = window
        let months = window.lowerBound.day.adding(-2).month...window.upperBound.day.month
        held = book.months.values.filter { months.contains($0.month) }.flatMap { sheet in
            sheet.places.filter { $0.interval.overlaps(window) }.map { ($0, book.holdings(of: $0)) }
        }
        holdings = held.flatMap(\.holdings)
    }

    /// Everything that was found, in no particular order.
    var problems: [RotaProblem] { emptyMonths + vacancies + obstacles + clashes + nightsRunning }

    /// Whether a place is one of those that are asked about.
    func concerns(_ place: Place.Key) -> Bool { month.map { $0 == place.dutyDate.month } ?? true }

    /// The months on whose whole sheet nobody stands: one problem each instead of a gap a night.
    private var emptyMonths: [RotaProblem] {
        book.months.values.filter { sheet in
            sheet.isEmpty && month.map { $0 == sheet.month } ?? true && sheet.span.overlaps(window)
        }.map { sheet in
            RotaProblem(
                id: RotaProblem.id(.emptyMonth, sheet.month.description),
                kind: .emptyMonth,
                interval: sheet.span,
                message: CheckWords.emptyMonth(sheet.month)
            )
        }
    }
}

extension PublishedMonth {
    /// Whether nobody stands on the whole sheet.
    var isEmpty: Bool { places.allSatisfy { $0.holders.first.isEmpty && $0.holders.second.isEmpty } }

    /// From the month's first instant to its last night's end.
    var span: Range<Instant> {
        let end = month.adding(1).firstDay.start
        return month.firstDay.start..<places.reduce(end) { max($0, $1.interval.upperBound) }
    }
}

extension Sequence where Element == Range<Instant> {
    /// From the first beginning to the last end; nil where there is nothing.
    var hull: Range<Instant>? {
        guard let start = map(\.lowerBound).min(), let end = map(\.upperBound).max() else { return nil }
        return start..<end
    }
}
