public import DutyRota

/// That somebody must look after a card, and why.
public struct DueEntry: Hashable, Sendable {
    /// What is wrong with a physician whom a card names.
    public enum PhysicianFault: String, Sendable {
        /// No member of the association on this day.
        case left
        /// Nobody can call them.
        case noTelephone
    }

    /// A physician with what they are to the patient.
    public struct PhysicianConcerned: Hashable, Sendable {
        public let id: PhysicianID
        public let role: PatientOfPhysician.Role
        public let fault: PhysicianFault
    }

    public let number: CardNumber
    public let reason: DueReason
    /// From when it counts: the last day of validity, the day by which a review was due, the first day in hospital, the day of the agreement,
    /// of the entry or of the call, a physician's last day as a member. nil where no day can be told.
    public let since: Day?
    /// How many days ago that was; negative: how many are left.
    public let days: Int?
    public let physician: PhysicianConcerned?
    public let hospital: HospitalID?

    init(
        _ reason: DueReason, of card: KeptCard, since: Day?, on today: Day, physician: PhysicianConcerned? = nil,
        hospital: HospitalID? = nil
    ) {
        number = card.number
        self.reason = reason
        self.since = since
        days = since.map { today.number - $0.number }
        self.physician = physician
        self.hospital = hospital
    }

    /// Where the entry stands in a list.
    public var place: DuePlace {
        DuePlace(
            reason: reason, since: since, number: number, of: physician?.role.rawValue ?? hospital?.text ?? "")
    }
}

/// A place in a list of what is due: by urgency of the reason, then the longest due, then by number. It stays the same from day to day, so
/// that a list can be read on from it.
public struct DuePlace: Hashable, Comparable, Sendable {
    let reason: DueReason
    let since: Day?
    let number: CardNumber
    /// What tells two entries of one card and reason apart.
    let of: String

    init(reason: DueReason, since: Day?, number: CardNumber, of: String) {
        self.reason = reason
        self.since = since
        self.number = number
        self.of = of
    }

    /// Reads what ``text`` wrote; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "~", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let reason = DueReason(rawValue: parts[0]), let number = Int(parts[2]) else {
            return nil
        }
        let since = Day(parts[1])
        guard since != nil || parts[1].isEmpty else { return nil }
        self.init(reason: reason, since: since, number: CardNumber(issued: number), of: parts[3])
    }

    /// The place as text, by which a client asks for what comes after it.
    public var text: String { "\(reason.rawValue)~\(since?.description ?? "")~\(number.value)~\(of)" }

    public static func < (left: DuePlace, right: DuePlace) -> Bool { left.key < right.key }

    private var key: (Int, Int, Int, String) { (reason.rank, since?.number ?? .min, number.value, of) }
}
