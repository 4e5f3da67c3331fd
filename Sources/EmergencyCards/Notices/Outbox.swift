public import DutyRota

/// What waits to go out to people from one file, and what went. Notices come in with the change of which they speak, in its transaction.
///
/// Sent at least once: whoever sends claims first and settles afterwards, and what was claimed when the daemon died is sent again under the
/// same identifier, by which a receiver knows it.
public protocol Outbox: Sendable {
    /// Takes deliveries whose turn it is by these channels, at most one for each address, and marks those that have lost their sense.
    func claim(at now: Instant, channels: Set<NoticeAddress.Channel>, limit: Int) async throws -> [Delivery]

    /// Says what came of sending one. One that is not there is passed over.
    func settle(_ id: String, _ outcome: DeliveryOutcome, at now: Instant, _ rules: OutboxRules) async throws

    /// Settles what was being sent when the daemon died. Only before anything is sent.
    func recover(at now: Instant, _ rules: OutboxRules) async throws

    /// The deliveries that answer a question, the newest first.
    func deliveries(_ question: DeliveryQuestion) throws -> [DeliveryRecord]

    /// Sends one anew that was given up or has lost its sense; `decide` is given it and says how it goes on, and until when it is useful. nil: the
    /// outbox has no such delivery. Throws what `decide` throws.
    func resend(_ id: String, decide: @Sendable (DeliveryRecord) throws -> DeliveryResending) async throws
        -> DeliveryRecord?

    /// What operations want to know.
    func counts() throws -> OutboxCounts

    /// Erases what need be kept no longer by the rules.
    func erase(at now: Instant, _ rules: OutboxRules) async throws
}

/// Where notices are put that no other change brings with it, such as the evening's word about tomorrow's duty. One whose event went to the same
/// address before is passed over.
public protocol NoticePost: Sendable {
    func post(_ deliveries: [Delivery]) async throws
}

/// A delivery with how far it has come.
public struct DeliveryRecord: Hashable, Sendable {
    public let delivery: Delivery
    public let progress: DeliveryProgress

    public init(delivery: Delivery, progress: DeliveryProgress) {
        self.delivery = delivery
        self.progress = progress
    }

    /// How it goes on when somebody wants it sent anew. Throws `noticeNotDead` where it waits or was sent, `noticeOutOfDate` where it has lost its sense
    /// and nobody said `anyway`; then it is useful for another hour.
    public func resending(at now: Instant, anyway: Bool) throws(Refusal) -> DeliveryResending {
        guard let progress = progress.resent(at: now) else { throw Refusal(.noticeNotDead) }
        let isUseful = now < delivery.notice.usefulUntil
        guard isUseful || anyway else { throw Refusal(.noticeOutOfDate) }
        return DeliveryResending(
            progress: progress,
            usefulUntil: isUseful ? delivery.notice.usefulUntil : now.adding(milliseconds: 3_600_000))
    }
}

/// How a delivery goes on that is sent anew.
public struct DeliveryResending: Hashable, Sendable {
    public let progress: DeliveryProgress
    public let usefulUntil: Instant

    public init(progress: DeliveryProgress, usefulUntil: Instant) {
        self.progress = progress
        self.usefulUntil = usefulUntil
    }
}

/// Which deliveries somebody asks for.
public struct DeliveryQuestion: Hashable, Sendable {
    /// nil: whatever became of them.
    public var state: DeliveryProgress.State?
    /// nil: whoever they are for.
    public var recipients: Set<NoticeRecipient>?
    public var id: String?
    /// Made before the delivery with this identifier: where to read on.
    public var before: String?
    public var limit = 100

    public init() {}
}

/// How an outbox is doing.
public struct OutboxCounts: Hashable, Sendable {
    /// By channel.
    public var waiting: [NoticeAddress.Channel: Int] = [:]
    /// When the oldest that waits was made; nil: none waits.
    public var oldest: Instant?
    public var dead = 0

    public init() {}

    /// Of two outboxes together.
    public func adding(_ other: OutboxCounts) -> OutboxCounts {
        var sum = self
        sum.waiting.merge(other.waiting, uniquingKeysWith: +)
        sum.oldest = [oldest, other.oldest].compactMap(\.self).min()
        sum.dead += other.dead
        return sum
    }
}
