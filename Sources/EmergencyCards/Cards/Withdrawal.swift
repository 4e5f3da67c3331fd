public import DutyRota

/// The patient has changed their mind: the card answers no more, from the same second.
public struct Withdrawal: Sendable {
    public let holder: KeyHolder
    let registers: Registers

    public init(holder: KeyHolder, registers: Registers) {
        self.holder = holder
        self.registers = registers
    }

    /// The card's new state; nil where it is withdrawn already.
    public func decide(_ card: Card, on today: Day) throws(Refusal) -> CardChange? {
        try Access(holder).mayEnter(card.document, registers: registers)
        if card.life.endedReason == .withdrawn { return nil }
        guard card.life.state.isInForce else { throw Refusal(.notInForce) }
        return CardChange(.withdraw, of: card, life: card.life.ended(.withdrawn, on: today))
    }
}
