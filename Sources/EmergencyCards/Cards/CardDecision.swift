/// What is to be written, all of it or nothing.
public struct CardDecision: Sendable {
    /// A card under a number of its own.
    public let new: NewCard?
    /// Written first and in this order: a card that ends makes room.
    public let changes: [CardChange]

    public init(new: NewCard? = nil, changes: [CardChange]) {
        self.new = new
        self.changes = changes
    }

    /// A single card's change.
    public init(_ change: CardChange) {
        self.init(changes: [change])
    }
}

/// What is to be written of a new card.
public struct NewCard: Sendable {
    public let action: CardAction
    public let document: CardDocument
    public let life: CardLife
    public let reason: String?

    public init(_ action: CardAction, document: CardDocument, life: CardLife, reason: String? = nil) {
        self.action = action
        self.document = document
        self.life = life
        self.reason = reason
    }
}

/// What an act makes of a card.
public struct CardChange: Sendable {
    /// The card as it is.
    public let card: Card
    public let action: CardAction
    public let document: CardDocument
    public let life: CardLife
    public let reason: String?

    /// Without a `document` an act leaves what the card says as it is.
    public init(
        _ action: CardAction, of card: Card, document: CardDocument? = nil, life: CardLife, reason: String? = nil
    ) {
        self.card = card
        self.action = action
        self.document = document ?? card.document
        self.life = life
        self.reason = reason
    }
}
