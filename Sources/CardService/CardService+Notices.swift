public import EmergencyCards
import Hummingbird
public import Logging
public import ServiceLifecycle

extension CardService {
    /// The services by which people are told: one that sends, and one that speaks of tomorrow's duty.
    public static func noticeServices(_ parts: ServiceParts, logger: Logger) -> [any Service] {
        let sending = NoticeSending(
            outboxes: parts.notices.outboxes, settings: parts.notices.settings, clock: parts.clock, logger: logger)
        let reminders = DutyReminders(
            source: parts.registers, post: parts.notices.post, clock: parts.clock, logger: logger)
        return [sending, reminders]
    }

    /// What became of notices, and where people want to be told.
    static func addNotices(
        to router: Router<ServiceContext>, _ parts: ServiceParts, gate: Gate, announcer: Announcer
    ) {
        let notices = NoticeRoutes(gate: gate, outboxes: parts.notices.outboxes, announcer: announcer)
        let recipients = RecipientRoutes(gate: gate, choices: parts.notices.choices, announcer: announcer)
        router.get(Route.notices.path, use: notices.list)
        router.post(Route.noticeResend.path, use: notices.resend)
        router.get(Route.noticeRecipient.path, use: recipients.read)
        router.put(Route.noticeRecipient.path, use: recipients.choose)
    }
}

/// Where notices lie, and how they go out.
public struct NoticeParts: Sendable {
    public let outboxes: [any Outbox]
    public let post: any NoticePost
    public let choices: any NoticeChoices
    public let settings: NoticeSettings

    public init(
        outboxes: [any Outbox], post: any NoticePost, choices: any NoticeChoices, settings: NoticeSettings
    ) {
        self.outboxes = outboxes
        self.post = post
        self.choices = choices
        self.settings = settings
    }
}

extension ServiceParts {
    /// Who looks after the outboxes.
    var noticeWatch: NoticeWatch {
        NoticeWatch(source: registers, outboxes: notices.outboxes, settings: notices.settings)
    }
}
