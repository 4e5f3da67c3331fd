public import DutyRota

/// That a physician is out on a call: to every other card they are listed as engaged.
public struct Engagement: Hashable, Sendable {
    public let physician: PhysicianID
    public let call: CallID
    /// Of the patient to whom they are going.
    public let card: CardNumber
    public let since: Instant
    /// When they are taken to be back where nobody closes the call.
    public let until: Instant

    public init(physician: PhysicianID, call: CallID, card: CardNumber, since: Instant, until: Instant) {
        self.physician = physician
        self.call = call
        self.card = card
        self.since = since
        self.until = until
    }
}

/// What a call leaves on a card until somebody has seen to it.
public struct CardFlag: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A physician certified the death; the card waits for the attending physician to close it.
        case deathCertified
        /// Patient or family wanted to be taken to a hospital.
        case transportRequested
    }

    public let card: CardNumber
    public let kind: Kind
    public let call: CallID
    public let at: Instant

    public init(card: CardNumber, kind: Kind, call: CallID, at: Instant) {
        self.card = card
        self.kind = kind
        self.call = call
        self.at = at
    }

    /// Whether it still says something: a death until the card has ended, a wish for transport until the card has been entered anew since.
    public func stands(on card: Card) -> Bool {
        stands(on: card.number, card.life.state, enteredAt: card.enteredAt)
    }

    func stands(on number: CardNumber, _ state: CardState, enteredAt: Instant) -> Bool {
        guard card == number, state.isInForce else { return false }
        return kind == .deathCertified || enteredAt < at
    }
}

/// That somebody is at work on a call about a card: whoever looks the card up joins it.
public struct OpenCall: Hashable, Sendable {
    public let card: CardNumber
    public let call: CallID
    public let state: Call.State

    public init(card: CardNumber, call: CallID, state: Call.State) {
        self.card = card
        self.call = call
        self.state = state
    }
}

extension Call {
    /// Who is out on this call; nobody on a rehearsal, or once it is closed.
    public func engagements(_ rules: CallRules) -> [Engagement] {
        guard !subject.isRehearsal, state != .closed else { return [] }
        return acceptances(rules).compactMap { acceptance in
            acceptance.step.physician.map {
                Engagement(
                    physician: $0, call: id, card: subject.card, since: acceptance.at,
                    until: acceptance.at.adding(milliseconds: rules.engagedHours * 3_600_000))
            }
        }
    }

    /// What it leaves on its card; nothing of a rehearsal.
    public var flags: [CardFlag] {
        guard !subject.isRehearsal else { return [] }
        let death = ending?.outcome == .deathCertified ? closedAt : nil
        return [
            death.map { CardFlag(card: subject.card, kind: .deathCertified, call: id, at: $0) },
            wishForTransport.map { CardFlag(card: subject.card, kind: .transportRequested, call: id, at: $0) },
        ].compactMap(\.self)
    }
}
