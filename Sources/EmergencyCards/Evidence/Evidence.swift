public import DutyRota

/// What a month shows of an association's cards at night: for the association, fire and whoever pays. No patient stands in it.
public struct Evidence: Sendable {
    public let month: Month
    public let association: Association
    /// When it was put together: a month that is not over grows on.
    public let madeAt: Instant
    public let calls: CallFigures
    private let tallies: [Tally: Int]

    /// `tallies`: the association's and the installation's of the month.
    public init(
        month: Month, association: Association, madeAt: Instant, tallies: [Tally: Int], calls: CallFigures
    ) {
        self.month = month
        self.association = association
        self.madeAt = madeAt
        self.tallies = tallies
        self.calls = calls
    }

    /// The counts of a measure by label, those that are not 0, sorted by label: the association's, or those of the whole installation.
    public func counts(_ measure: Tally.Measure, ofInstallation: Bool) -> [(label: String, count: Int)] {
        let id = ofInstallation ? nil : association.id
        return tallies.filter { $0.key.month == month && $0.key.association == id && $0.key.measure == measure }
            .map { (label: $0.key.label, count: $0.value) }.sorted { $0.label < $1.label }
    }

    /// A measure's count over all its labels.
    public func count(_ measure: Tally.Measure, ofInstallation: Bool = false) -> Int {
        counts(measure, ofInstallation: ofInstallation).map(\.count).reduce(0, +)
    }
}

extension Tally.Measure {
    /// Whether it belongs to no association.
    public var isOfInstallation: Bool {
        switch self {
        case .didYouMeanShown, .notFound, .search, .searchWithoutHit: true
        case .lookUp, .lookUpByHospital, .gapMet, .expiredRead, .unconfirmedRead, .didYouMeanOpened: false
        }
    }
}
