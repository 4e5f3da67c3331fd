public import DutyRota

/// A card as it stands: its number, what it says, its life, and the version that all this is.
///
/// Immutable. An object rather than a value, because it goes through many hands on its way to the answer and holds some fifty texts.
public final class Card: Hashable, Sendable {
    public let number: CardNumber
    /// Its `validUntil` is the life's.
    public let document: CardDocument
    public let life: CardLife
    /// Counts from 1; every change makes a new one, and earlier ones stay readable.
    public let version: Int
    /// When this version was entered.
    public let enteredAt: Instant

    public init(
        number: CardNumber, document: consuming CardDocument, life: CardLife, version: Int, enteredAt: Instant
    ) {
        self.number = number
        document.validUntil = life.validUntil
        self.document = document
        self.life = life
        self.version = version
        self.enteredAt = enteredAt
    }

    /// Whether an entry of the office still waits for the attending physician's word.
    public var isUnconfirmed: Bool { life.state.isInForce && life.confirmed == nil }

    public static func == (left: Card, right: Card) -> Bool {
        left === right
            || left.number == right.number && left.version == right.version && left.enteredAt == right.enteredAt
                && left.life == right.life && left.document == right.document
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(version)
    }
}
