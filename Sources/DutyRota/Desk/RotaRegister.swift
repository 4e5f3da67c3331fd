/// Where an association's rota is kept, as its office works on it. Reading who is on duty is the registers' matter.
public protocol RotaRegister: Sendable {
    /// The book as it was known at an instant: of each month the revision that was published by then, the overrides, absences and
    /// register entries that stood. nil: no such association.
    func book(of association: AssociationID, asPublishedAt instant: Instant) throws -> RotaBook?

    /// Everything that was ever published or laid over these months.
    func chronicle(of association: AssociationID, months: ClosedRange<Month>) throws -> RotaChronicle

    /// The draft of a month; nil: nobody is working on it.
    func draft(of association: AssociationID, month: Month) throws -> MonthDraft?

    /// What the association's physicians have asked of one another since an instant, the latest first.
    func swaps(of association: AssociationID, since instant: Instant) throws -> [Swap]

    /// Changes the rota: loads the desk, calls `decide`, and writes all that it returns in one transaction, or nothing where it
    /// throws. Throws what `decide` throws, and ``RotaRefusal/unknownAssociation``.
    func change<Made: RotaDecided>(
        _ association: AssociationID,
        draftOf month: Month?,
        by actor: String,
        at instant: Instant,
        decide: @Sendable (RotaDesk) throws -> Made
    ) async throws -> Made
}

/// What came of a decision, with what is to be written for it.
public protocol RotaDecided: Sendable {
    /// What is to be written, all of it or nothing.
    var decision: RotaDecision { get }
}

/// What lies before the office when it decides something.
public struct RotaDesk: Sendable {
    /// The rota as it is now, with the overrides that stand.
    public let book: RotaBook
    /// The draft of the month that was asked for; nil: there is none, or none was asked for.
    public let draft: MonthDraft?
    /// The highest version that the month's draft ever had, and 0 before the first.
    public let lastVersion: Int
    /// Now, later than anything that was entered before, whatever the clock does: when an entry is made.
    public let now: Instant
    /// Now by the clock, by which answers are given: from when something counts that begins now. It lies before `now` only where the clock
    /// has been set back.
    public let clock: Instant
    /// Who decides.
    public let actor: String
    /// What physicians have asked of one another.
    public let swaps: [Swap]

    /// A desk.
    public init(
        book: RotaBook,
        draft: MonthDraft?,
        lastVersion: Int,
        now: Instant,
        clock: Instant? = nil,
        actor: String,
        swaps: [Swap] = []
    ) {
        self.book = book
        self.draft = draft
        self.lastVersion = lastVersion
        self.now = now
        self.clock = clock ?? now
        self.actor = actor
        self.swaps = swaps
    }
}

/// What is to be written, all of it or nothing.
public struct RotaDecision: Hashable, Sendable, RotaDecided {
    /// What becomes of a draft.
    public enum DraftChange: Hashable, Sendable {
        /// It is as this says.
        case written(MonthDraft)
        /// It is thrown away: published, or begun anew.
        case dropped(Month)
    }

    /// A month sheet that comes into force, with what was acknowledged by name.
    public struct Publication: Hashable, Sendable {
        /// With the revision's number, one above the last.
        public let sheet: PublishedMonth
        /// The identifiers of the problems that were published all the same.
        public let acknowledged: [String]

        /// A publication.
        public init(sheet: PublishedMonth, acknowledged: [String]) {
            self.sheet = sheet
            self.acknowledged = acknowledged
        }
    }

    /// nil: the draft stays as it is.
    public var draft: DraftChange?
    /// nil: nothing is published.
    public var publication: Publication?
    /// To be laid over what is published.
    public var overrides: [Override] = []
    /// Overrides that count no more, by identifier.
    public var lifts: [String: Lift] = [:]
    /// Days on which somebody can't be called.
    public var absences: [Absence] = []
    /// Absences that count no more, by identifier.
    public var absenceLifts: [String: Lift] = [:]

    /// Swaps that are asked for.
    public var swaps: [Swap] = []
    /// What has become of swaps, by identifier.
    public var swapAnswers: [String: Swap.Answer] = [:]

    /// Nothing is to be written.
    public init() {}

    /// Itself.
    public var decision: RotaDecision { self }
}

/// What was ever published or laid over some months.
public struct RotaChronicle: Sendable {
    /// One publication of a month.
    public struct Revision: Hashable, Sendable {
        /// The sheet as it came into force.
        public let sheet: PublishedMonth
        /// Who published it.
        public let by: String
        /// What was acknowledged.
        public let acknowledged: [String]

        /// A revision.
        public init(sheet: PublishedMonth, by: String, acknowledged: [String]) {
            self.sheet = sheet
            self.by = by
            self.acknowledged = acknowledged
        }
    }

    /// By month, then by number.
    public let revisions: [Revision]
    /// Those that lie on these months, the lifted ones included, in the order in which they were made.
    public let overrides: [Override]
    /// What the fire department said at night, what was taken back included.
    public let unavailabilities: [Unavailability]

    /// A chronicle.
    public init(revisions: [Revision], overrides: [Override], unavailabilities: [Unavailability] = []) {
        self.revisions = revisions
        self.overrides = overrides
        self.unavailabilities = unavailabilities
    }
}
