public import DutyRota

/// How far a delivery has come: `waiting → sent | dead | expired`.
public struct DeliveryProgress: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable {
        /// Is to be sent, be it for the first time or again.
        case waiting
        /// The channel has taken it.
        case sent
        /// Given up: it cannot be delivered, or too many tries failed. Somebody must look at it.
        case dead
        /// Lost its sense before the channel took it.
        case expired
    }

    public private(set) var state = State.waiting
    /// How often a channel was asked to take it, since it was made or sent anew.
    public private(set) var tries: Int
    /// When it may be tried next.
    public private(set) var nextAt: Instant
    /// Since when it is being sent; nil: it is not.
    public private(set) var claimedAt: Instant?
    /// When it came to its end; nil: it waits.
    public private(set) var settledAt: Instant?
    /// Why the last try failed, as a slug such as `http-500`, `exit-75`; nil: none has.
    public private(set) var fault: String?

    /// A delivery that has just been made.
    public init(madeAt: Instant) {
        self.init(state: .waiting, tries: 0, nextAt: madeAt, claimedAt: nil, settledAt: nil, fault: nil)
    }

    public init(state: State, tries: Int, nextAt: Instant, claimedAt: Instant?, settledAt: Instant?, fault: String?) {
        self.state = state
        self.tries = tries
        self.nextAt = nextAt
        self.claimedAt = claimedAt
        self.settledAt = settledAt
        self.fault = fault
    }

    /// Somebody is about to send it. The try counts from here on, so that a notice that brings the daemon down is given up in the end too.
    public func claimed(at now: Instant) -> DeliveryProgress {
        var progress = self
        progress.tries += 1
        progress.claimedAt = now
        return progress
    }

    /// What comes of an outcome. Once it is settled, only a late confirmation still says something: the receiver has it.
    public func settled(_ outcome: DeliveryOutcome, at now: Instant, _ rules: OutboxRules) -> DeliveryProgress {
        switch (state, outcome) {
        case (.sent, _): self
        case (_, .confirmed): ended(.sent, at: now, fault: nil)
        case (.dead, _), (.expired, _): self
        case (.waiting, .permanent(let fault)): ended(.dead, at: now, fault: fault)
        case (.waiting, .tooLate): ended(.expired, at: now, fault: fault)
        case (.waiting, .temporary(let fault, let wait)): failed(fault, wait: wait, at: now, rules)
        case (.waiting, .unknown): failed("interrupted", wait: nil, at: now, rules)
        }
    }

    /// To be sent anew, under the same identifier: a receiver that had it after all knows it again. nil: it is not at its end, or was sent.
    public func resent(at now: Instant) -> DeliveryProgress? {
        state == .dead || state == .expired ? DeliveryProgress(madeAt: now) : nil
    }

    private func failed(_ fault: String, wait: Int64?, at now: Instant, _ rules: OutboxRules) -> DeliveryProgress {
        guard tries < rules.tries else { return ended(.dead, at: now, fault: fault) }
        var progress = self
        progress.claimedAt = nil
        progress.fault = fault
        progress.nextAt = now.adding(milliseconds: rules.delay(afterTries: tries, asked: wait))
        return progress
    }

    private func ended(_ state: State, at now: Instant, fault: String?) -> DeliveryProgress {
        DeliveryProgress(
            state: state, tries: tries, nextAt: nextAt, claimedAt: nil, settledAt: now, fault: fault)
    }
}

/// What came of a try to send a delivery.
public enum DeliveryOutcome: Hashable, Sendable {
    /// The channel has taken it.
    case confirmed
    /// It may work later. `retryAfter`: the channel asks to be left alone for so many milliseconds.
    case temporary(String, retryAfter: Int64? = nil)
    /// It never will.
    case permanent(String)
    /// Whoever sent it went before saying: it may have arrived or not. It is sent again, under the same identifier.
    case unknown
    /// It had lost its sense when its turn came, and was not sent.
    case tooLate
}
