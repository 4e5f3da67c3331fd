public import DutyRota

extension Notice.Kind {
    /// How long such a notice is useful, in minutes from when it was made. After that it is listed instead of sent: the way to the patient lies behind.
    public var usefulMinutes: Int64 {
        switch self {
        case .patientComing, .callWithoutAnswer: 60
        case .transportRequested, .physicianUnavailable: 12 * 60
        case .urgentChange: 24 * 60
        case .shiftTomorrow: 15 * 60
        case .gapAhead, .morningSummary: 24 * 60
        case .callClosed, .cardLookedUp, .hospitalOpenedCard, .shiftChanged, .swapAsked, .swapAnswered: 72 * 60
        }
    }

    /// Whether somebody may choose not to be told. Where a patient, or tonight's duty, hangs on it, one chooses by which way one is told, and no more.
    public var canBeMuted: Bool {
        switch self {
        case .cardLookedUp, .hospitalOpenedCard, .callClosed, .morningSummary, .shiftTomorrow: true
        case .transportRequested, .shiftChanged, .swapAsked, .swapAnswered, .patientComing, .gapAhead,
            .physicianUnavailable, .callWithoutAnswer,
            .urgentChange:
            false
        }
    }
}

extension Notice {
    /// A notice that is useful as long as its kind says, or until an instant where that is earlier.
    public init(
        _ kind: Kind, event: String, to recipient: NoticeRecipient, _ words: NoticeText, at now: Instant,
        until end: Instant? = nil, isRehearsal: Bool = false
    ) {
        let usual = now.adding(milliseconds: kind.usefulMinutes * 60_000)
        self.init(
            event: event, kind: kind, recipient: recipient,
            subject: isRehearsal ? NoticeWords.rehearsal(words.subject) : words.subject,
            text: isRehearsal ? NoticeWords.rehearsal(words.text) : words.text, madeAt: now,
            usefulUntil: min(usual, end ?? usual), isRehearsal: isRehearsal)
    }
}

/// What a notice says.
public struct NoticeText: Hashable, Sendable {
    /// Of the e-mail or the fax; it says nothing that the text does not.
    public let subject: String
    /// Short enough for an SMS where possible.
    public let text: String

    public init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }
}
