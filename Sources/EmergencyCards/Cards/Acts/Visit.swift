public import DutyRota

/// A physician was at the bedside: the last visit is what the physician on duty reads first. Nothing else changes.
public struct Visit: CardAct {
    public let action = CardAction.visit
    /// nil: today.
    public let on: Day?

    public init(on: Day? = nil) {
        self.on = on
    }

    /// Reads `{"on"}`; it may be missing.
    public static func read(_ reader: inout ObjectReader) -> Visit? { Visit(on: reader.day("on")) }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let day = try desk.past(on, "on", notBefore: file.card.document.patient.birthDate)
        if let last = file.card.document.clinical.lastVisitOn, last >= day { return nil }
        var document = file.card.document
        document.clinical.lastVisitOn = day
        return CardDecision(CardChange(.visit, of: file.card, document: document, life: file.card.life))
    }
}
