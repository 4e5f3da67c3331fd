public import DutyRota

/// The patient lies in hospital: the card is answered in full and says so. On a card that is suspended already it corrects since when and where.
public struct Suspension: CardAct {
    public let action = CardAction.suspend
    /// nil: today.
    public let since: Day?
    /// As somebody said it.
    public let place: String?

    public init(since: Day? = nil, where place: String? = nil) {
        self.since = since
        self.place = place
    }

    /// Reads `{"since", "where"}`; both may be missing.
    public static func read(_ reader: inout ObjectReader) -> Suspension? {
        Suspension(since: reader.day("since"), where: reader.text("where"))
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        var life = file.card.life
        life.state = .suspended
        life.suspendedSince = try desk.past(since, "since", notBefore: file.card.document.patient.birthDate)
        life.suspendedWhere = place
        return file.card.life == life ? nil : CardDecision(CardChange(.suspend, of: file.card, life: life))
    }
}

/// The patient is at home again.
public struct Resumption: CardAct {
    public let action = CardAction.resume

    public init() {}

    public func isDone(_ card: Card) -> Bool { card.life.state == .active }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        var life = file.card.life
        life.state = .active
        life.suspendedSince = nil
        life.suspendedWhere = nil
        return CardDecision(CardChange(.resume, of: file.card, life: life))
    }
}
