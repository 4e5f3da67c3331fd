public import DutyRota

/// How long cards are kept: five years after the last use or the death, and the dead are protected alike (安全管理ガイドライン 6.0, 診療録の保存).
public struct Retention: Sendable {
    /// How many years a card is kept after its last use.
    public static let years = 5
    /// Cards last used before this day are kept no longer.
    public let before: Day

    /// `before` nil: everything that need not be kept on this day; a later day is refused with nil.
    public init?(before: Day? = nil, on today: Day) {
        let limit = today.adding(months: -12 * Self.years)
        guard before.map({ $0 <= limit }) ?? true else { return nil }
        self.before = before ?? limit
    }

    /// Whether a card need be kept no longer: it is not in force, and its last use lies far enough back. A draft that nobody has touched for as
    /// long goes with it: nobody ever consented to it.
    public func isOver(_ card: RetainedCard) -> Bool { !card.state.isInForce && card.lastUse < before }
}

/// What of a card says how long it is kept.
public struct RetainedCard: Hashable, Sendable {
    public let number: CardNumber
    public let state: CardState
    public let endedReason: EndedReason?
    public let endedOn: Day?
    public let lastVersionOn: Day
    /// By this installation's own record; nil: it was never looked up.
    public let lastLookUpOn: Day?

    public init(
        number: CardNumber, state: CardState, endedReason: EndedReason?, endedOn: Day?, lastVersionOn: Day,
        lastLookUpOn: Day?
    ) {
        self.number = number
        self.state = state
        self.endedReason = endedReason
        self.endedOn = endedOn
        self.lastVersionOn = lastVersionOn
        self.lastLookUpOn = lastLookUpOn
    }

    /// The last look-up, version or ending, whichever is the latest.
    public var lastUse: Day { [endedOn, lastLookUpOn].compactMap(\.self).reduce(lastVersionOn, max) }
}
