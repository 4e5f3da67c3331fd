/// A change of duty that one physician asks of another: an exchange, or to take it over. Until it is accepted it changes nothing: it is
/// only shown.
public struct Swap: Hashable, Sendable {
    /// What has become of it.
    public enum Answer: Hashable, Sendable {
        /// Nothing yet.
        case pending
        /// The one who was asked says yes, and when.
        case accepted(Instant)
        /// They say no, and when.
        case declined(Instant)
        /// The one who asked has taken it back, and when.
        case withdrawn(Instant)
    }

    /// What somebody does to a swap that is pending.
    public enum Step: String, CaseIterable, Sendable {
        /// By the one who was asked.
        case accept, decline
        /// By the one who asked.
        case withdraw
    }

    /// Unique over the installation; the exchange that comes of it bears it too.
    public let id: String
    /// The duty of the one who asks.
    public let one: ExchangeRequest.Side
    /// Who is asked to take it.
    public let asked: PhysicianID
    /// Their duty, which the one who asks takes for it; nil: the duty is given away.
    public let other: ExchangeRequest.Side?
    /// Who asked, as a name.
    public let askedBy: String
    /// When.
    public let askedAt: Instant
    /// What the one who asks says to it; empty where they say nothing.
    public let note: String
    /// What has become of it.
    public var answer: Answer

    /// An exchange that is asked for.
    public init(
        id: String,
        one: ExchangeRequest.Side,
        other: ExchangeRequest.Side,
        askedBy: String,
        askedAt: Instant,
        note: String = "",
        answer: Answer = .pending
    ) {
        self.init(
            id: id, SwapRequest(one: one, asked: other.physician, other: other, note: note), askedBy: askedBy,
            askedAt: askedAt, answer: answer)
    }

    /// A swap that is asked for.
    public init(id: String, _ request: SwapRequest, askedBy: String, askedAt: Instant, answer: Answer = .pending) {
        self.id = id
        one = request.one
        asked = request.asked
        other = request.other
        note = request.note
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.answer = answer
    }

    /// Whether a step is a physician's to do: whoever was asked answers, whoever asked takes back.
    public func isFor(_ step: Step, by physician: PhysicianID) -> Bool {
        switch step {
        case .accept, .decline: physician == asked
        case .withdraw: physician == one.physician
        }
    }

    /// Whether it is a physician's own: they asked, or were asked.
    public func concerns(_ physician: PhysicianID) -> Bool { [one.physician, asked].contains(physician) }

    /// The swap after a step; nil where it is pending no more: what was answered stays answered.
    public func after(_ step: Step, at instant: Instant) -> Swap? {
        guard answer == .pending else { return nil }
        var swap = self
        swap.answer =
            switch step {
            case .accept: .accepted(instant)
            case .decline: .declined(instant)
            case .withdraw: .withdrawn(instant)
            }
        return swap
    }

    /// The change of the rota that it has become; nil unless it has been accepted. Throws where the rota has changed meanwhile, so that
    /// it can't be made any more.
    public func exchange(
        at desk: RotaDesk,
        overrideIDs: (one: String, other: String)
    ) throws(RotaRefusal) -> OverrideMade? {
        guard case .accepted(let instant) = answer else { return nil }
        let accepting = desk.book.physicians[asked]?.name ?? asked.text
        let agreement = ExchangeRequest.Agreement(by: accepting, on: instant.day)
        let reason = ChangeWords.asked(by: askedBy, on: askedAt.day)
        guard let other else {
            let taking = OverrideRequest(
                place: one.place, order: one.order, replaces: one.physician, physician: asked,
                reason: ChangeWords.agreed(reason, by: agreement.by, on: agreement.on))
            return try desk.overriding(taking, id: overrideIDs.one)
        }
        let request = ExchangeRequest(one: one, other: other, reason: reason, agreed: agreement)
        return try desk.exchanging(request, id: id, overrideIDs: overrideIDs)
    }
}

/// What one physician wants to ask of another.
public struct SwapRequest: Hashable, Sendable {
    /// The duty of the one who asks.
    public let one: ExchangeRequest.Side
    /// Who is asked to take it.
    public let asked: PhysicianID
    /// Their duty, which the one who asks takes for it; nil: the duty is given away.
    public let other: ExchangeRequest.Side?
    /// Up to ``RotaDesk/reasonLimit`` characters; may be empty.
    public let note: String

    /// A request.
    public init(one: ExchangeRequest.Side, asked: PhysicianID, other: ExchangeRequest.Side?, note: String = "") {
        self.one = one
        self.asked = asked
        self.other = other
        self.note = note
    }
}
