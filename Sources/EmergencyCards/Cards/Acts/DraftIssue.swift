/// A draft becomes a card in force, under the number that it has. It is asked for everything that a card entered at once is asked for.
public struct DraftIssue: CardAct {
    public let action = CardAction.issue
    /// What the person has seen and accepts all the same.
    public let acknowledged: Set<Refusal.Code>

    public init(acknowledged: Set<Refusal.Code> = []) {
        self.acknowledged = acknowledged
    }

    /// Reads `{"acknowledge"}`; it may be missing.
    public static func read(_ reader: inout ObjectReader) -> DraftIssue? {
        DraftIssue(acknowledged: CardEntry.readAcknowledged(&reader))
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let entry = CardEntry(
            document: file.card.document, acknowledged: acknowledged, isDraft: false, holder: desk.holder)
        try entry.check(registers: desk.registers, on: desk.today)
        let decision = try entry.decide(file.patient, on: desk.today)
        guard let new = decision.new else { return nil }
        return CardDecision(
            changes: decision.changes + [
                CardChange(.issue, of: file.card, document: new.document, life: new.life)
            ])
    }
}
