public import EmergencyCards
public import Logging

/// A way out for notices: how one is sent, and how many at once.
public struct NoticeChannel: Sendable {
    /// What it carries.
    let carries: Set<NoticeAddress.Channel>
    /// So many go out at once; the others wait in the outbox.
    let atOnce: Int
    /// Sends one and says what came of it; never throws, comes back within its limit.
    let send: @Sendable (Delivery) async -> DeliveryOutcome

    public init(
        carries: Set<NoticeAddress.Channel>, atOnce: Int,
        send: @escaping @Sendable (Delivery) async -> DeliveryOutcome
    ) {
        self.carries = carries
        self.atOnce = atOnce
        self.send = send
    }

    /// Lines in the daemon's log that say of what kind a notice was and for what kind of recipient, and no more.
    public static func log(_ logger: Logger) -> NoticeChannel {
        NoticeChannel(carries: [.log], atOnce: 1) { delivery in
            logger.notice(
                "a notice",
                metadata: [
                    "kind": "\(delivery.notice.kind.rawValue)", "recipient": "\(delivery.notice.recipient.kind)",
                    "rehearsal": "\(delivery.notice.isRehearsal)",
                ])
            return .confirmed
        }
    }
}

extension NoticeRecipient {
    /// What kind of recipient it is, without saying who.
    var kind: String {
        switch self {
        case .physician: "physician"
        case .hospital: "hospital"
        case .association: "association"
        case .fire: "fire"
        }
    }
}
