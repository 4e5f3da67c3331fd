public import DutyRota

/// What the card says was gone through and still holds; for a yellow card due every three months. A review by the attending physician confirms.
public struct Review: CardAct {
    public let action = CardAction.review
    /// nil: today.
    public let on: Day?

    public init(on: Day? = nil) {
        self.on = on
    }

    /// Reads `{"on"}`; it may be missing.
    public static func read(_ reader: inout ObjectReader) -> Review? { Review(on: reader.day("on")) }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let day = try desk.past(on, "on", notBefore: file.card.life.issuedOn, CardWords.beforeIssue)
        var life = file.card.life
        life.reviewedOn = max(day, life.reviewedOn ?? day)
        if let physician = desk.attending(file.card) { life.confirm(by: physician, on: day) }
        return life == file.card.life ? nil : CardDecision(CardChange(.review, of: file.card, life: life))
    }
}
