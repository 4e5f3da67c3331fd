import DutyRota

/// One version of a card: what it said, who made it so, by what act and why. Versions are never changed.
public struct CardVersion: Hashable, Sendable {
    /// The card as it was.
    public let card: Card
    /// nil: from before acts were kept.
    public let action: CardAction?
    /// Why, where the act asks for a reason or somebody gave one.
    public let reason: String?
    /// The key or the command that entered it.
    public let enteredBy: String

    public init(card: Card, action: CardAction?, reason: String?, enteredBy: String) {
        self.card = card
        self.action = action
        self.reason = reason
        self.enteredBy = enteredBy
    }
}

/// What is done to a card. Each act makes a new version.
public enum CardAction: String, CaseIterable, Sendable {
    /// Entered without being in force.
    case draft
    case issue
    /// What the card says was changed.
    case change
    /// The attending physician's word: their own, or a signed fax.
    case confirm
    case renew, review, withdraw, suspend, resume
    /// Ended because another card of the patient took its place.
    case supersede
    /// A new number in the place of a lost one.
    case reissue
    /// Ended by death or a move.
    case close
    /// An ending that was a mistake is undone.
    case reopen
    /// The attending physician or the deputy was there today.
    case visit
    /// Given to another attending physician, because the one before leaves.
    case handOver = "hand-over"
    /// Read from files.
    case load
}
