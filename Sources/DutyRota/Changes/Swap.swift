/// An exchange of duty that one physician asks of another. Until it is accepted it changes nothing: it is only shown.
public struct Swap: Hashable, Sendable {
    /// What the one who was asked says.
    public enum Answer: Hashable, Sendable {
        /// Nothing yet.
        case pending
        /// Yes, and when.
        case accepted(Instant)
        /// No, and when.
        case declined(Instant)
    }

    /// Unique over the installation; the exchange that comes of it bears it too.
    public let id: String
    /// The duty of the one who asks.
    public let one: ExchangeRequest.Side
    /// The duty of the one who is asked.
    public let other: ExchangeRequest.Side
    /// Who asked, as a name.
    public let askedBy: String
    /// When.
    public let askedAt: Instant
    /// What the other says.
    public var answer: Answer

    /// A swap that is asked for.
    public init(
        id: String,
        one: ExchangeRequest.Side,
        other: ExchangeRequest.Side,
        askedBy: String,
        askedAt: Instant,
        answer: Answer = .pending
    ) {
        self.id = id
        self.one = one
        self.other = other
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.answer = answer
    }

    /// The exchange that it has become; nil unless it has been accepted. Throws where the rota has changed meanwhile, so that the
    /// exchange can't be made any more.
    public func exchange(
        at desk: RotaDesk,
        overrideIDs: (one: String, other: String)
    ) throws(RotaRefusal) -> OverrideMade? {
        guard case .accepted(let instant) = answer else { return nil }
        let accepting = desk.book.physicians[other.physician]?.name ?? other.physician.text
        let request = ExchangeRequest(
            one: one,
            other: other,
            reason: ChangeWords.asked(by: askedBy, on: askedAt.day),
            agreed: ExchangeRequest.Agreement(by: accepting, on: instant.day)
        )
        return try desk.exchanging(request, id: id, overrideIDs: overrideIDs)
    }
}
