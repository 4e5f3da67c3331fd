/// The holidays of Japan as the Cabinet Office publishes them, up to the last year of its table.
public struct HolidayTable: Hashable, Sendable {
    /// What each holiday is called. Substitute and citizens' holidays are days of the table like any other.
    public let names: [Day: String]
    /// The years that the table speaks of; nil where it is empty.
    public let years: ClosedRange<Int>?

    /// A table of these days; it is taken to name every holiday of the years from its first day's to its last day's.
    public init(names: [Day: String]) {
        self.names = names
        let years = names.keys.map(\.parts.year)
        self.years = years.min().flatMap { first in years.max().map { first...$0 } }
    }
}
