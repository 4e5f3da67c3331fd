public import EmergencyCards

/// How an installation sends notices.
public struct NoticeSettings: Sendable {
    /// nil: nothing goes out by e-mail.
    public var mail: Sendmail?
    /// nil: nothing goes out by SMS or fax.
    public var webhook: Webhook?
    public var rules = OutboxRules()
    /// How often the outbox is asked for what is due.
    public var pause: Duration = .seconds(1)

    public init() {}

    /// The channels that carry nothing: what is to go out by them waits until it has lost its sense.
    var missing: Set<NoticeAddress.Channel> {
        Set(mail == nil ? [.email] : []).union(webhook == nil ? [.sms, .fax] : [])
    }
}
