/// The patient has changed their mind: the card answers no more, from the same second.
public struct Withdrawal: CardAct {
    public let action = CardAction.withdraw

    public init() {}

    public func isDone(_ card: Card) -> Bool { card.life.endedReason == .withdrawn }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        CardDecision(CardChange(.withdraw, of: file.card, life: file.card.life.ended(.withdrawn, on: desk.today)))
    }
}
