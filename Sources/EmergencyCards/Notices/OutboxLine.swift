public import DutyRota

/// Deliveries to one address of one recipient that wait, in the order in which they were made.
///
/// They go out one after the other: while the first is being tried again, those behind it wait. Only one that would lose its sense before the
/// first one's next try goes ahead of it: an order that costs a notice its sense serves nobody.
public struct OutboxLine: Hashable, Sendable {
    /// What is known of a delivery without its text.
    public struct Entry: Hashable, Sendable {
        public let id: String
        public let usefulUntil: Instant
        public let nextAt: Instant
        public let isClaimed: Bool

        public init(id: String, usefulUntil: Instant, nextAt: Instant, isClaimed: Bool) {
            self.id = id
            self.usefulUntil = usefulUntil
            self.nextAt = nextAt
            self.isClaimed = isClaimed
        }
    }

    public let recipient: NoticeRecipient
    public let address: NoticeAddress
    public var entries: [Entry]

    public init(recipient: NoticeRecipient, address: NoticeAddress, entries: [Entry]) {
        self.recipient = recipient
        self.address = address
        self.entries = entries
    }

    /// Those that have lost their sense and are not being sent.
    public func expired(at now: Instant) -> [Entry] {
        entries.filter { !$0.isClaimed && $0.usefulUntil <= now }
    }

    /// The one to send now; nil: none is due, or one is being sent.
    public func due(at now: Instant) -> Entry? {
        if entries.contains(where: \.isClaimed) { return nil }
        let useful = entries.filter { now < $0.usefulUntil }
        guard let first = useful.first else { return nil }
        if first.nextAt <= now { return first }
        return useful.dropFirst().first { $0.nextAt <= now && $0.usefulUntil <= first.nextAt }
    }
}
