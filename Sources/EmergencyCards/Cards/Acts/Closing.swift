public import DutyRota

/// The patient died or moved away. With a death the patient's drafts end too: nothing is prepared, sent or asked for any more.
public struct Closing: CardAct {
    public let action = CardAction.close
    public let reason: EndedReason
    /// The day of the death or the move; nil: today.
    public let on: Day?

    /// nil for any other reason than a death or a move.
    public init?(_ reason: EndedReason, on: Day? = nil) {
        guard reason == .deceased || reason == .moved else { return nil }
        self.reason = reason
        self.on = on
    }

    /// Reads `{"reason", "on"}`; the day may be missing.
    public static func read(_ reader: inout ObjectReader) -> Closing? {
        let reasons = [EndedReason.deceased, .moved].map(\.rawValue)
        let reason = reader.required("reason") { reader, key in
            reader.parsed(key, FieldWords.notAmong(reasons)) { text in
                EndedReason(rawValue: text).flatMap { Closing($0) }
            }
        }
        let on = reader.day("on")
        return reason.flatMap { Closing($0.reason, on: on) }
    }

    public func isDone(_ card: Card) -> Bool { card.life.endedReason == reason }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let card = file.card
        let day =
            if let issued = card.life.issuedOn {
                try desk.past(on, "on", notBefore: issued, CardWords.beforeIssue)
            } else {
                try desk.past(on, "on", notBefore: card.document.patient.birthDate)
            }
        let drafts = reason == .deceased ? file.others.filter { $0.life.state == .draft } : []
        return CardDecision(
            changes: ([card] + drafts).map { CardChange(.close, of: $0, life: $0.life.ended(reason, on: day)) })
    }
}
