public import DutyRota

/// Where calls are kept, at the desk of the node where they were opened. One method is one transaction, and the rule comes in as a function.
public protocol CallRegister: Sendable {
    /// Opens a call about a card, or changes the one that is open: `decide` is given that one, or nil. A rehearsal and a real call about one card
    /// know nothing of each other.
    ///
    /// The same `repetition` a second time gives the call as it is and writes nothing. Throws what `decide` throws, `unavailable` where the desk's file
    /// does not keep it.
    func open(
        _ subject: Call.Subject, repetition: Repetition?, at: Instant,
        decide: @Sendable (_ id: CallID, Call?) throws -> CallDecision
    ) async throws -> Call

    /// Adds to a call what `decide` makes of it. The same `repetition` a second time gives the call as it is and writes nothing. Throws `unknownCall`,
    /// `openCallExists` where another call about the card is open and this one would be reopened, what `decide` throws, and `unavailable`.
    func change(
        _ id: CallID, repetition: Repetition?, at: Instant, decide: @Sendable (Call) throws -> CallDecision
    ) async throws -> Call

    /// A call; nil where there is none.
    func call(_ id: CallID) throws -> Call?

    /// The calls that answer a question, the newest first.
    func calls(_ question: CallQuestion) throws -> [Call]
}

/// What is to be written of a call, all of it or nothing.
public struct CallDecision: Sendable {
    public var entries: [CallEntry]
    /// Links that are given out.
    public var links: [NightLink]
    /// What goes out to people. It is written with the call, so that none is lost and none speaks of what was not done.
    public var deliveries: [Delivery]

    public init(entries: [CallEntry], links: [NightLink] = [], deliveries: [Delivery] = []) {
        self.entries = entries
        self.links = links
        self.deliveries = deliveries
    }
}

/// Which calls somebody asks for.
public struct CallQuestion: Hashable, Sendable {
    /// nil: every association's.
    public var association: AssociationID?
    /// Those about a patient whose attending or deputy physician this was when the call was opened.
    public var physician: PhysicianID?
    public var card: CardNumber?
    /// Opened at or after.
    public var from: Instant?
    /// Opened before.
    public var to: Instant?
    /// Only those that are not closed.
    public var onlyOpen = false
    public var rehearsals = false
    /// Opened before the call with this identifier: where to read on.
    public var before: CallID?
    public var limit = 100

    public init() {}
}
