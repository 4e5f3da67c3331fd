public import DutyRota

/// The attending physician's word that the card says what it should: their own, or a signed fax that the office records for a clinic without an
/// account.
public struct Confirming: CardAct {
    public let action = CardAction.confirm
    /// nil: today.
    public let on: Day?
    public let means: Confirmation.Means?

    public init(on: Day? = nil, means: Confirmation.Means? = nil) {
        self.on = on
        self.means = means
    }

    /// Reads `{"on", "means"}`. The office must say both; a physician neither.
    public static func read(_ reader: inout ObjectReader) -> Confirming? {
        Confirming(on: reader.day("on"), means: reader.word("means", Confirmation.Means.self))
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let confirmation = try confirmation(of: file.card, at: desk)
        var life = file.card.life
        life.confirmed = confirmation
        return life == file.card.life ? nil : CardDecision(CardChange(.confirm, of: file.card, life: life))
    }

    /// The word as it is recorded. Throws `invalidFields` where the office has no fax to show, or the day cannot be.
    func confirmation(of card: Card, at desk: CardDesk) throws(Refusal) -> Confirmation {
        let wish = card.document.wish.confirmedOn
        if let physician = desk.attending(card) {
            guard means != .fax else { throw Refusal(.invalidFields, field: "means", CardWords.ownWord) }
            let day = try desk.past(on, "on", notBefore: wish, CardWords.beforeWish)
            return Confirmation(by: physician, on: day)
        }
        guard let attending = card.document.attendingPhysician else {
            throw Refusal(.incomplete, field: "attendingPhysician", FieldWords.missing)
        }
        guard means == .fax else { throw Refusal(.invalidFields, field: "means", CardWords.onlyByFax) }
        guard let on else { throw Refusal(.invalidFields, field: "on", FieldWords.missing) }
        return Confirmation(
            by: attending, on: try desk.past(on, "on", notBefore: wish, CardWords.beforeWish), means: .fax)
    }
}

extension CardLife {
    /// The physician's own word. An earlier day than that of their last word leaves it as it is.
    mutating func confirm(by physician: PhysicianID, on day: Day) {
        if let confirmed, confirmed.by == physician, confirmed.on >= day { return }
        confirmed = Confirmation(by: physician, on: day)
    }
}
