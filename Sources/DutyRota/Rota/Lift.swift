/// That something counts no more: it was taken back, and stays readable.
public struct Lift: Hashable, Sendable {
    /// From this instant on.
    public let at: Instant
    /// Who took it back.
    public let by: String
    /// Why.
    public let reason: String

    /// The end of an entry.
    public init(at: Instant, by: String, reason: String) {
        self.at = at
        self.by = by
        self.reason = reason
    }
}

/// What is entered at some instant and may be taken back at a later one; nothing is ever overwritten.
public protocol Liftable {
    /// When it was entered.
    var madeAt: Instant { get }
    /// nil: it stands.
    var lift: Lift? { get set }
}

extension Liftable {
    /// Whether it had been entered, and not taken back, by an instant.
    public func stands(at instant: Instant) -> Bool {
        madeAt <= instant && (lift.map { instant < $0.at } ?? true)
    }

    /// It as it was known at an instant: what was taken back later still stands.
    public func asKnown(at instant: Instant) -> Self {
        var known = self
        if let lift, instant < lift.at { known.lift = nil }
        return known
    }
}
