/// Why somebody must look after a card, the most urgent first. The raw value is the stable slug of the API.
public enum DueReason: String, CaseIterable, Comparable, Sendable {
    /// Attending or deputy physician is a member no more, or cannot be called: tonight's plan has a hole.
    case physicianLeft = "physician-left"
    /// A yellow card names a hospital that takes part no more.
    case hospitalLeft = "hospital-left"
    /// A yellow card names no hospital, or one without the date on which it agreed.
    case agreementMissing = "hospital-agreement-missing"
    /// A physician certified the death on a call, and the card is still in force.
    case deathCertified = "death-certified"
    /// On a call transport was wanted, and the card has not been entered anew since: what does the patient wish now?
    case transportRequested = "transport-requested"
    /// The validity ends soon, or has ended.
    case renewalDue = "renewal-due"
    /// A yellow card's three months since the last review are over.
    case reviewOverdue = "review-overdue"
    /// An entry of the office waits for the attending physician's word.
    case unconfirmed
    /// In hospital for a long time.
    case suspendedLong = "suspended-long"
    /// A hospital agreed long ago.
    case agreementOld = "hospital-agreement-old"
    /// A yellow card's three months since the last review are over soon.
    case reviewDue = "review-due"
    /// A draft that nobody has touched for a long time.
    case draftLeft = "draft-left"

    /// Where the reason stands in the order of urgency; 0 is the most urgent.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

    public static func < (left: DueReason, right: DueReason) -> Bool { left.rank < right.rank }

    /// Whether tonight's plan is worse for it; operations are told of these.
    public var breaksPlan: Bool { self <= .agreementMissing }
}
