/// Something about a month sheet that somebody should see to before it counts, or while it does.
public struct RotaProblem: Hashable, Sendable {
    /// What is wrong. The raw value is the stable slug of the API.
    public enum Kind: String, CaseIterable, Sendable {
        /// Nobody stands on the whole sheet.
        case emptyMonth
        /// For some time nobody who can be called holds the first call.
        case gap
        /// Fewer hold a call than the slot requires.
        case short
        /// One physician holds both calls of an area at once.
        case samePerson
        /// One physician holds two places of one area at once.
        case doubleDuty
        /// One physician is on duty in two areas at once.
        case twoAreas
        /// Somebody on the sheet has no telephone.
        case noTelephone
        /// Somebody on the sheet is no member on the duty date, or is not on the register.
        case inactivePhysician
        /// Somebody on the sheet is away on the duty date.
        case absent
        /// One physician has more nights in a row than is agreed.
        case nightsRunning
        /// The standing contact is not answered day and night.
        case standingContactHours
        /// An override lies on a cell that the new sheet changes: it must be kept or lifted by name.
        case overriddenCell
        /// Something is written for a place that the month does not have (any more).
        case vanishedPlace
        /// The month was published anew since the draft was begun: what changed meanwhile is not in the draft, and would be undone.
        case publishedMeanwhile
        /// The month begins soon, or has begun, and is not published.
        case unpublished
        /// The slots, areas or holidays have changed since the month was published: what is new has no duty until it is published anew.
        case publishAnew
        /// The holiday table ends within six months.
        case holidayTableEnds
    }

    /// Stays the same while the problem does, so that it can be acknowledged by name: the kind with what it concerns, such as
    /// `gap:2026-11-24:平日夜間:aoi`.
    public let id: String
    /// What is wrong.
    public let kind: Kind
    /// The row of the sheet; nil: the sheet as a whole.
    public let place: Place.Key?
    /// Which call of it.
    public let order: CallOrder?
    /// Whom it concerns.
    public let physicians: [PhysicianID]
    /// When; nil: the whole place or sheet.
    public let interval: Range<Instant>?
    /// The override in question, by its identifier.
    public let override: String?
    /// Japanese: what is wrong, where and when.
    public let message: String

    /// A problem.
    public init(
        id: String,
        kind: Kind,
        place: Place.Key? = nil,
        order: CallOrder? = nil,
        physicians: [PhysicianID] = [],
        interval: Range<Instant>? = nil,
        override: String? = nil,
        message: String
    ) {
        self.id = id
        self.kind = kind
        self.place = place
        self.order = order
        self.physicians = physicians
        self.interval = interval
        self.override = override
        self.message = message
    }
}
