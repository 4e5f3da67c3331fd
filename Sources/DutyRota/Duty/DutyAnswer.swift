/// Who is on duty in an area at an instant, and how long that holds.
public struct DutyAnswer: Hashable, Sendable {
    public enum Status: String, Sendable {
        /// A slot covers the instant and somebody who can be called holds its first call.
        case onDuty
        /// A slot covers the instant and nobody who can be called holds its first call.
        case gap
        /// No slot covers the instant.
        case offHours
        /// No published slot covers the instant, and a month whose slots could is not published.
        case unpublished
    }

    /// What the reader of an answer must be told.
    public enum Warning: String, CaseIterable, Sendable {
        /// One physician holds two calls at once.
        case samePerson
        /// On duty, with fewer than the slot requires.
        case short
        /// Somebody on the sheet has no telephone and is passed over.
        case noTelephone
        /// Somebody on the sheet is no longer (or not yet) a member and is passed over.
        case inactivePhysician
        /// The instant lies past the last year of the holiday table.
        case holidayTableEnds
    }

    /// The next time at which a shift begins, and who can then be called.
    public struct Next: Hashable, Sendable {
        public let start: Instant
        public let shifts: [DutyShift]
    }

    public let at: Instant
    public let association: AssociationID
    public let area: AreaID
    public let status: Status
    /// Everybody whom the sheet names at this instant, those who cannot be called included: the area's own by call order, then,
    /// behind an area's gap, the association's.
    public let shifts: [DutyShift]
    /// The next instant at which the answer changes if nobody edits the rota; never a licence to keep it. nil when unpublished.
    public let validUntil: Instant?
    public let next: Next?
    /// The end of the last published shift of the area (or of the whole association's).
    public let horizon: Instant?
    /// Of the month sheet that governs the instant; nil when unpublished.
    public let revision: Int?
    public let publishedAt: Instant?
    public let warnings: [Warning]
    public let standingContact: StandingContact

    /// Those who can be called, in the order in which to call them.
    public var callable: [DutyShift] { shifts.filter { $0.obstacle == nil } }
}

/// One physician's duty at the instant that was asked for.
public struct DutyShift: Hashable, Sendable {
    /// Whose slot it is.
    public enum Scope: String, Sendable {
        case area, association
    }

    /// Where the holder comes from.
    public enum Origin: Hashable, Sendable {
        case published
    }

    /// Why the holder is passed over.
    public enum Obstacle: String, Sendable {
        case noTelephone, inactivePhysician
    }

    public let callOrder: CallOrder
    public let physician: Physician
    /// The slot's numbers, then the physician's own; those answered at the instant first.
    public let telephones: [Telephone]
    public let place: Place.Key
    /// Half-open.
    public let interval: Range<Instant>
    public let origin: Origin
    /// nil: the physician can be called.
    public let obstacle: Obstacle?

    public var scope: Scope { place.area == nil ? .association : .area }
}

/// Why a question about duty has no answer at all.
public enum DutyFault: Error, Hashable, Sendable {
    /// The association has no such area. An error of its own, never a gap.
    case unknownArea
}
