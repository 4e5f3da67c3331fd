public import DutyRota

/// One notice on its way to one address of one recipient.
public struct Delivery: Hashable, Sendable {
    /// Sorts by the time at which it was made; the receiver's key against doubles.
    public let id: String
    public let notice: Notice
    public let address: NoticeAddress

    public init(id: String, notice: Notice, address: NoticeAddress) {
        self.id = id
        self.notice = notice
        self.address = address
    }
}

/// Something that somebody is told without having asked.
public struct Notice: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// To the attending physician: gathered from the record afterwards.
        case cardLookedUp
        /// To the attending physician: a hospital opened the card by its number.
        case hospitalOpenedCard
        /// To the attending physician.
        case callClosed, transportRequested, morningSummary
        /// To a physician on duty.
        case shiftTomorrow, shiftChanged
        /// To the physician who is asked, or who asked; and to the association.
        case swapAsked, swapAnswered
        /// To a hospital.
        case patientComing
        /// To the association.
        case gapAhead, physicianUnavailable, callWithoutAnswer
        /// To the association and to fire: tonight's duty was changed.
        case urgentChange
    }

    /// What happened, such as `call:ID:closed`: nobody is told twice of one event by one channel.
    public let event: String
    public let kind: Kind
    public let recipient: NoticeRecipient
    public let subject: String
    public let text: String
    public let madeAt: Instant
    /// After this it has lost its sense and is listed instead of sent.
    public let usefulUntil: Instant
    /// Goes to the log alone.
    public let isRehearsal: Bool

    public init(
        event: String, kind: Kind, recipient: NoticeRecipient, subject: String, text: String, madeAt: Instant,
        usefulUntil: Instant, isRehearsal: Bool = false
    ) {
        self.event = event
        self.kind = kind
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.madeAt = madeAt
        self.usefulUntil = usefulUntil
        self.isRehearsal = isRehearsal
    }
}

/// Who is told.
public enum NoticeRecipient: Hashable, Sendable {
    case physician(PhysicianID)
    case hospital(HospitalID)
    case association(AssociationID)
    /// The fire headquarters.
    case fire
}

/// Where and how somebody is told.
public struct NoticeAddress: Hashable, Sendable {
    public enum Channel: String, CaseIterable, Sendable {
        /// Through the system's `sendmail`.
        case email
        /// Through the gateway that the webhook leads to.
        case sms, fax
        /// A line in the daemon's log, for trying out.
        case log
    }

    public let channel: Channel
    /// An e-mail address or a telephone number; empty for the log.
    public let target: String

    public init(channel: Channel, target: String) {
        self.channel = channel
        self.target = target
    }
}
