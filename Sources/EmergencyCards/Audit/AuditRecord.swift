public import DutyRota

/// One entry of the record of who looked and who changed what.
public struct AuditRecord: Sendable {
    /// What was done.
    public enum Action: String, Sendable {
        case lookup, search, duty, cardRead, cardPrint, patientRead
        /// About to be done; without it no change is made.
        case cardIssue, cardWithdraw, rotaDraft, rotaPublish, rotaOverride, rotaExchange, rotaLift, absence,
            absenceLift, unavailable, unavailableLift, hospitalFull, hospitalFullLift, feedAdd, feedRevoke,
            registerChange
        /// A swap that a physician asks of another, or answers, about to be entered.
        case swapAsk, swapAccept, swapDecline, swapWithdraw
        /// An act on a card about to be done.
        case cardChange, cardConfirm, cardRenew, cardReview, cardVisit, cardSuspend, cardResume, cardReissue, cardClose,
            cardReopen, cardHandOver
        /// A change of a call at night about to be made.
        case callOpen, callRing, callAttempt, callHandOver, callClose, callReopen
        /// Who was shown a call, or which calls a list showed.
        case callRead, callList
        /// Which patients a physician has, as the office asks when one leaves.
        case patientList
        /// Which cards a list showed.
        case cardList
        /// Which cards the list of a night's calls showed.
        case morningRead
        /// Somebody asked who looked.
        case auditRead
        /// Somebody without a key gave a code: the right one, or one that does not open; then what they were shown of the patient, and what they said of
        /// their step.
        case linkOpened, linkRefused, linkRead, linkAnswer
        /// A dispatcher gave a link anew, was shown a call's links with their codes, or its packet.
        case linkMade, linkList, packetRead
        /// Which notices a list showed.
        case noticeList
        /// About to be done: where somebody is told, a notice sent anew, one sent to try an address out.
        case noticeChoice, noticeResend, noticeTest
        /// Somebody signed in, with a code or in an emergency without one; tried to; signed out.
        case logIn, logInEmergency, logInRefused, logOut
        /// An account about to be changed, its sessions about to be ended; its holder has given password and code again; somebody looked at a
        /// session without a code.
        case accountChange, sessionEnd, accountProof, emergencyReview
        /// Done on the machine itself, by a command.
        case keyAdd, keyRevoke, load, auditExport
        /// Cards entered from a file, and everything of an association taken out as files.
        case `import`, export
        /// Cards that need be kept no longer are erased; `done` says that they have been.
        case erase
        /// The change that an earlier entry announced has been made.
        case done
        /// A request that was refused.
        case refused
    }

    /// Who did it, and from where.
    public struct Actor: Hashable, Sendable {
        /// The key's identifier; the key itself is nowhere kept.
        public let key: String
        public let role: String
        /// The person at the desk, where the `Operator` header says so.
        public let person: String?
        /// The network address.
        public let address: String?

        public init(key: String, role: String, person: String?, address: String?) {
            self.key = key
            self.role = role
            self.person = person
            self.address = address
        }
    }

    public let at: Instant
    public let action: Action
    public let actor: Actor
    /// What was asked and what was shown, as a JSON object.
    public let details: [UInt8]
    /// What was searched for, as it was typed: kept beside the record, where it can be erased while the record stays whole. nil: nothing.
    public let words: String?

    public init(
        at: Instant, action: Action, actor: Actor, words: String? = nil, _ details: (inout JSONWriter) -> Void
    ) {
        self.at = at
        self.action = action
        self.actor = actor
        self.words = words
        var json = JSONWriter(capacity: 512)
        json.object(details)
        self.details = json.bytes
    }
}

/// The record of who looked: append-only, each entry bound to the one before.
public protocol AuditTrail: Sendable {
    /// Comes back when the record is kept: on disk, or, where the disk stalls or fails, in a second place with an alarm raised. It comes back
    /// within a bounded time and never fails: a look-up is not refused because its record is late.
    func append(_ record: AuditRecord) async

    /// How the record is doing.
    var condition: AuditCondition { get }
}

/// What operations want to know of the record.
public struct AuditCondition: Hashable, Sendable {
    /// Whether records currently reach the disk in time.
    public var isHealthy = true
    /// Records that wait for the disk.
    public var waiting = 0
    /// Records that have gone to the second place since the start.
    public var overflowed = 0
    /// Records that have reached neither place yet.
    public var unsaved = 0

    public init() {}
}
