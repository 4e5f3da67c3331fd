public import DutyRota

/// Something of which there is a count in every month: what the record of who looked tells, without saying of whom.
public struct Tally: Hashable, Sendable {
    /// What is counted.
    public enum Measure: String, CaseIterable, Sendable {
        /// Fire looked up a card and it was found; the label is its state.
        case lookUp
        /// A hospital opened a card by its number; the label is its state.
        case lookUpByHospital
        /// At the look-up of a green card in force nobody was on duty; the label is `gap` or `unpublished`.
        case gapMet
        /// The card was past its validity.
        case expiredRead
        /// The card had been entered by the office and no physician had confirmed it.
        case unconfirmedRead
        /// A card was opened out of those that may have been meant.
        case didYouMeanOpened
        /// A number could not be one, and cards that may have been meant were shown.
        case didYouMeanShown
        /// A number led nowhere; the label is the refusal's slug.
        case notFound
        /// A search; the label is by what.
        case search
        case searchWithoutHit
    }

    /// Of Japan's time.
    public let month: Month
    /// nil: it is nobody's in particular, such as a search, and is counted for the installation.
    public let association: AssociationID?
    public let measure: Measure
    /// Empty where a measure has no kinds.
    public let label: String

    public init(month: Month, association: AssociationID?, measure: Measure, label: String = "") {
        self.month = month
        self.association = association
        self.measure = measure
        self.label = label
    }
}

/// What the registers know of a card whose number stands in a record.
public struct TalliedCard: Hashable, Sendable {
    public let association: AssociationID
    public let isTraining: Bool
    /// nil: a draft's, or the card has been erased.
    public let attending: PhysicianID?

    public init(association: AssociationID, isTraining: Bool, attending: PhysicianID?) {
        self.association = association
        self.isTraining = isTraining
        self.attending = attending
    }
}
