public import DutyRota

/// The two cards. Green: the patient wishes to live to the end at home. Yellow: the patient wishes to be taken to a hospital of choice.
public enum Colour: String, CaseIterable, Sendable {
    case green, yellow
}

/// Where a card stands in its life: `draft → active ↔ suspended → ended`.
public enum CardState: String, CaseIterable, Sendable {
    case draft, active, suspended, ended

    /// Whether the card answers with the patient's wish. A card past its validity stays in force: an old paper does not unmake a wish.
    public var isInForce: Bool { self == .active || self == .suspended }
}

/// Why a card ended.
public enum EndedReason: String, CaseIterable, Sendable {
    /// The patient changed their mind.
    case withdrawn
    /// Another card of the same patient took its place.
    case superseded
    case deceased, moved
}

/// Who confirmed what a card says, and when. A card that the office typed in for a clinic has none until the physician confirms it.
public struct Confirmation: Hashable, Sendable {
    /// How the physician's word reached the register.
    public enum Means: String, CaseIterable, Sendable {
        /// Entered by the physician.
        case own
        /// A signed fax, recorded by the office.
        case fax
    }

    public let by: PhysicianID
    public let on: Day
    public let means: Means

    public init(by: PhysicianID, on: Day, means: Means = .own) {
        self.by = by
        self.on = on
        self.means = means
    }
}

/// The dates and states of one card.
public struct CardLife: Hashable, Sendable {
    public var state: CardState
    /// Set exactly when the state is `ended`.
    public var endedReason: EndedReason?
    public var endedOn: Day?
    /// nil for a draft.
    public var issuedOn: Day?
    /// Set exactly when the state is `suspended`: in hospital since this day.
    public var suspendedSince: Day?
    /// Which hospital, as somebody said it; nil where nobody did.
    public var suspendedWhere: String?
    /// The last day on which the card is valid, inclusive; nil for a draft without one.
    public var validUntil: Day?
    /// When a yellow card was last reviewed; issuing counts.
    public var reviewedOn: Day?
    public var confirmed: Confirmation?

    public init(
        state: CardState, endedReason: EndedReason? = nil, endedOn: Day? = nil, issuedOn: Day? = nil,
        suspendedSince: Day? = nil, suspendedWhere: String? = nil, validUntil: Day? = nil, reviewedOn: Day? = nil,
        confirmed: Confirmation? = nil
    ) {
        self.state = state
        self.endedReason = endedReason
        self.endedOn = endedOn
        self.issuedOn = issuedOn
        self.suspendedSince = suspendedSince
        self.suspendedWhere = suspendedWhere
        self.validUntil = validUntil
        self.reviewedOn = reviewedOn
        self.confirmed = confirmed
    }

    /// The life of the card once it has ended.
    func ended(_ reason: EndedReason, on day: Day) -> CardLife {
        var life = self
        life.state = .ended
        life.endedReason = reason
        life.endedOn = day
        life.suspendedSince = nil
        life.suspendedWhere = nil
        return life
    }

    /// Whether the card is past its validity on this day.
    public func isExpired(on day: Day) -> Bool { validUntil.map { $0 < day } ?? false }

    /// Whether a yellow card's three months since the last review are over on this day.
    public func isReviewOverdue(on day: Day, colour: Colour) -> Bool {
        guard colour == .yellow, state.isInForce, let last = reviewedOn ?? issuedOn else { return false }
        return day > last.adding(months: 3)
    }
}

extension Day {
    /// The same day of the month that many months later, or that month's last where it has no such day.
    func adding(months: Int) -> Day {
        let target = month.adding(months)
        let days = target.days
        return days[min(parts.day, days.count) - 1]
    }
}
