public import DutyRota

/// The card is to hold for longer. Only a complete card is renewed: it promises its patient another year.
///
/// The attending physician confirms by renewing. The office's renewal keeps the confirmation, unless it also enters that wish or consent were
/// given anew: that is the physician's to say.
public struct Renewal: CardAct {
    public let action = CardAction.renew
    /// The last day of validity; nil: a year from today.
    public let validUntil: Day?
    /// When the patient said again what they wish; nil: nobody asked.
    public let wishConfirmedOn: Day?
    /// When consent was given again; nil: nobody asked.
    public let consentGivenOn: Day?

    public init(validUntil: Day? = nil, wishConfirmedOn: Day? = nil, consentGivenOn: Day? = nil) {
        self.validUntil = validUntil
        self.wishConfirmedOn = wishConfirmedOn
        self.consentGivenOn = consentGivenOn
    }

    /// Reads `{"validUntil", "wishConfirmedOn", "consentGivenOn"}`; each may be missing.
    public static func read(_ reader: inout ObjectReader) -> Renewal? {
        Renewal(
            validUntil: reader.day("validUntil"), wishConfirmedOn: reader.day("wishConfirmedOn"),
            consentGivenOn: reader.day("consentGivenOn"))
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        let card = file.card
        var document = card.document
        var life = card.life
        life.validUntil = validUntil ?? .aYear(from: desk.today)
        if let end = life.validUntil, end < desk.today {
            throw Refusal(.invalidFields, field: "validUntil", FieldWords.beforeToday)
        }
        document.validUntil = life.validUntil
        if let wishConfirmedOn {
            document.wish.confirmedOn = try desk.past(
                wishConfirmedOn, "wishConfirmedOn", notBefore: card.document.wish.confirmedOn, CardWords.beforeWish)
            document.wish.confirmedBy = desk.attending(card) ?? document.wish.confirmedBy
        }
        if let consentGivenOn {
            document.consent.givenOn = try desk.past(
                consentGivenOn, "consentGivenOn", notBefore: card.document.patient.birthDate)
        }
        let faults = Issuing(document, registers: desk.registers).faults(on: desk.today)
        guard faults.isEmpty else { throw Refusal(.incomplete, errors: faults) }
        if let physician = desk.attending(card) {
            life.confirm(by: physician, on: desk.today)
        } else if wishConfirmedOn != nil || consentGivenOn != nil {
            life.confirmed = nil
        }
        return CardDecision(CardChange(.renew, of: card, document: document, life: life))
    }
}

extension Day {
    /// The last day of a year that begins on a day.
    static func aYear(from day: Day) -> Day { day.adding(months: 12).adding(-1) }
}
