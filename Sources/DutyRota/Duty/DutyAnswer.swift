/// Who is on duty in an area at an instant, and how long that holds.
public struct DutyAnswer: Hashable, Sendable {
    /// Whether somebody is on duty, and if not, why.
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
        /// Somebody on the sheet is away or can't come, and is passed over.
        case absent
        /// The instant lies past the last year of the holiday table.
        case holidayTableEnds
    }

    /// The next time at which a shift begins, and who can then be called.
    public struct Next: Hashable, Sendable {
        /// When it begins to be the one that counts for the area.
        public let start: Instant
        /// Those who can be called then; empty before a gap.
        public let shifts: [DutyShift]
    }

    /// The instant that was asked for.
    public let at: Instant
    /// Whose rota was asked.
    public let association: AssociationID
    /// The area that was asked for.
    public let area: AreaID
    /// Whether somebody is on duty.
    public let status: Status
    /// Everybody whom the sheet names at this instant, those who cannot be called included: the area's own by call order, then,
    /// behind an area's gap, the association's.
    public let shifts: [DutyShift]
    /// The next instant at which the answer (any part but `at` and this) changes if nobody edits the rota; never a licence to keep
    /// it. nil when unpublished, or where nothing changes any more.
    public let validUntil: Instant?
    /// nil where nothing more is published.
    public let next: Next?
    /// The end of the last published shift of the area (or of the whole association's).
    public let horizon: Instant?
    /// Of the month sheet that governs the instant; nil when unpublished.
    public let revision: Int?
    /// When that sheet was published; nil when unpublished.
    public let publishedAt: Instant?
    /// In the order of the cases, each once.
    public let warnings: [Warning]
    /// Always there, whatever the status.
    public let standingContact: StandingContact

    /// Those who can be called, in the order in which to call them.
    public var callable: [DutyShift] { shifts.filter { $0.obstacle == nil } }
}

/// One physician's duty at the instant that was asked for.
public struct DutyShift: Hashable, Sendable {
    /// Whose slot it is.
    public enum Scope: String, Sendable {
        /// The area's own, or one for the whole association.
        case area, association
    }

    /// Where the holder comes from.
    public enum Origin: Hashable, Sendable {
        /// The month sheet as it was published.
        case published
        /// The override with this identifier.
        case override(String)
    }

    /// Why the holder is passed over.
    public enum Obstacle: String, Sendable {
        /// Neither the slot nor the physician has a number.
        case noTelephone
        /// Not a member on the duty date, or not in the register.
        case inactivePhysician
        /// Away on the duty date, or said by the fire department at night to be unable to come.
        case absent
    }

    /// Which call the physician holds.
    public let callOrder: CallOrder
    /// As registered; of somebody whom the register does not have, the identifier alone.
    public let physician: Physician
    /// The slot's numbers, then the physician's own; those answered at the instant first, each number once.
    public let telephones: [Telephone]
    /// The row of the month sheet.
    public let place: Place.Key
    /// The whole slot on its duty date, half-open.
    public let interval: Range<Instant>
    /// Where the holder comes from.
    public let origin: Origin
    /// nil: the physician can be called.
    public let obstacle: Obstacle?

    /// Whether the area's own slot or the whole association's.
    public var scope: Scope { place.area == nil ? .association : .area }
}

/// Why a question about duty has no answer at all.
public enum DutyFault: Error, Hashable, Sendable {
    /// The association has no such area. An error of its own, never a gap.
    case unknownArea
}
