public import DutyRota

/// Names a call.
public typealias CallID = ID<Call>

/// One night's call about one card, from the look-up to the physician at the door.
///
/// A call is what its entries say, one after the other; none is ever changed or taken away. Everything else is read off them.
public struct Call: Hashable, Sendable {
    /// What the call is about. It stays what it was when the call was opened, whatever becomes of the card.
    public struct Subject: Hashable, Sendable {
        /// The card that answered: of a patient with an old number and a new one, the new one.
        public let card: CardNumber
        public let association: AssociationID
        public let colour: Colour
        public let attending: PhysicianID?
        public let deputy: PhysicianID?
        /// Played on a training card: never joined with a real call, out of every figure.
        public let isRehearsal: Bool

        public init(
            card: CardNumber, association: AssociationID, colour: Colour, attending: PhysicianID?,
            deputy: PhysicianID?, isRehearsal: Bool
        ) {
            self.card = card
            self.association = association
            self.colour = colour
            self.attending = attending
            self.deputy = deputy
            self.isRehearsal = isRehearsal
        }
    }

    /// Where a call stands: `open → handedOver → closed`.
    public enum State: String, CaseIterable, Sendable {
        case open
        /// A physician is at the door, or the crew has taken over: the dispatcher's part is done.
        case handedOver
        case closed
    }

    public let id: CallID
    public let subject: Subject
    /// In the order in which they were made; the first one opens the call.
    public private(set) var entries: [CallEntry]

    public init(id: CallID, subject: Subject, entries: [CallEntry]) {
        self.id = id
        self.subject = subject
        self.entries = entries
    }

    /// The call with entries that were added.
    public func adding(_ new: [CallEntry]) -> Call { Call(id: id, subject: subject, entries: entries + new) }

    /// When somebody opened it.
    public var openedAt: Instant { entries.first?.at ?? Instant(milliseconds: 0) }

    public var state: State {
        for entry in entries.reversed() {
            switch entry.act {
            case .closed: return .closed
            case .handedOver: return .handedOver
            case .opened, .reopened: return .open
            default: continue
            }
        }
        return .open
    }

    /// When it was closed; nil: it is not.
    public var closedAt: Instant? {
        guard state == .closed else { return nil }
        return entries.last { if case .closed = $0.act { true } else { false } }?.at
    }

    /// Whether it was closed at an instant, be it open again by now: nobody works on it then, and nobody looks after its plan.
    func wasClosed(at instant: Instant) -> Bool {
        let turn = entries.last { entry in
            switch entry.act {
            case .closed, .reopened: entry.at <= instant
            default: false
            }
        }
        if case .closed? = turn?.act { return true } else { return false }
    }

    /// How it ended; nil: it has not.
    public var ending: (outcome: CallOutcome, note: String?)? {
        guard state == .closed else { return nil }
        return entries.reversed().lazy.compactMap {
            if case .closed(let outcome, let note) = $0.act { (outcome, note) } else { nil }
        }.first
    }

    /// Every attempt, in the order in which they were entered.
    public var attempts: [Attempt] {
        entries.compactMap { if case .attempted(let attempt) = $0.act { attempt } else { nil } }
    }

    /// The plans that counted, each from an instant on, in their order.
    public var plans: [CallPlan] {
        entries.compactMap {
            switch $0.act {
            case .opened(let plan, _), .planned(let plan): plan
            default: nil
            }
        }
    }

    /// Each plan that has other steps than the one before, with that one: what a dispatcher is told of.
    public var planChanges: [(before: CallPlan, after: CallPlan)] {
        zip(plans, plans.dropFirst()).filter { $1.differs(from: $0) }.map { (before: $0, after: $1) }
    }

    /// Whether patient or family said during this call that they want to be taken to a hospital.
    public var wantsTransport: Bool { wishForTransport != nil }

    /// When they said so last; nil: they did not, or the call has been reopened since, which undoes a slip of the key.
    var wishForTransport: Instant? {
        for entry in entries.reversed() {
            switch entry.act {
            case .reopened: return nil
            case .attempted(let attempt) where attempt.outcome == .transportRequested: return entry.at
            default: continue
            }
        }
        return nil
    }

    /// Since when a step rings without anything being known of it; nil: nobody said that it does, or the call has been closed since.
    func ringingSince(_ id: String) -> Instant? {
        for entry in entries.reversed() {
            switch entry.act {
            case .ringing(id): return entry.at
            case .attempted(let attempt) where attempt.step.id == id: return nil
            case .closed: return nil
            default: continue
            }
        }
        return nil
    }
}
