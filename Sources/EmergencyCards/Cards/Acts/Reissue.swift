/// The paper was lost: the same card under a new number, in one step. The old number answers with the new card.
public struct Reissue: CardAct {
    public let action = CardAction.reissue
    /// How it was lost; nil where nobody said.
    public let reason: String?

    public init(reason: String? = nil) {
        self.reason = reason
    }

    /// Reads `{"reason"}`; it may be missing.
    public static func read(_ reader: inout ObjectReader) -> Reissue? {
        Reissue(reason: reader.text("reason", maximum: 200))
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        var life = file.card.life
        life.issuedOn = desk.today
        return CardDecision(
            new: NewCard(.reissue, document: file.card.document, life: life, reason: reason),
            changes: [
                CardChange(
                    .supersede, of: file.card, life: file.card.life.ended(.superseded, on: desk.today), reason: reason)
            ])
    }
}
