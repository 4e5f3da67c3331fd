public import DutyRota

/// Something that somebody does to a card: one type an act, each with its own rule.
public protocol CardAct: Sendable {
    /// Which act it is: by it the tables say who may and in which state.
    var action: CardAction { get }

    /// Whether the card stands already where the act would bring it; then nothing is written.
    func isDone(_ card: Card) -> Bool

    /// What is to be written, for somebody who may and a card that stands where the act is possible; nil where nothing changes.
    func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision?
}

extension CardAct {
    public func isDone(_ card: Card) -> Bool { false }
}

/// A card with what the register has of its patient, as a rule is given them.
public struct CardFile: Hashable, Sendable {
    public let card: Card
    /// The patient's other cards among them.
    public let patient: PatientFile

    public init(card: Card, patient: PatientFile) {
        self.card = card
        self.patient = patient
    }
}

/// Where somebody acts on cards: who they are, what the registers say, which day it is.
public struct CardDesk: Sendable {
    public let holder: KeyHolder
    public let registers: Registers
    public let today: Day

    public init(holder: KeyHolder, registers: Registers, today: Day) {
        self.holder = holder
        self.registers = registers
        self.today = today
    }

    /// What an act makes of a card; nil where it leaves it as it is. Throws `unknownCard` to whoever may not know the card, `notYours` or
    /// `wrongRole` to whoever may not do this, `notInForce` or `wrongState` where the card does not stand for it, and what the act's rule throws.
    public func decide(_ act: some CardAct, _ file: CardFile) throws(Refusal) -> CardDecision? {
        try Access(holder).may(act.action, file.card.document)
        if act.isDone(file.card) { return nil }
        guard act.action.isPossible(in: file.card.life.state) else {
            throw Refusal(
                act.action.refusalElsewhere,
                errors: [FieldFault(field: "state", message: CardWords.state(of: file.card.life))])
        }
        return try act.decide(file, at: self)
    }

    /// The physician who acts on their own patient's card; nil for the office and for a deputy.
    func attending(_ card: Card) -> PhysicianID? {
        guard case .physician(let physician) = holder.scope, physician == card.document.attendingPhysician else {
            return nil
        }
        return physician
    }

    /// A day that something is said to have happened on; today where nobody says. Throws `invalidFields` for one that lies ahead, or before `first`.
    func past(
        _ day: Day?, _ field: String, notBefore first: Day? = nil, _ message: String = CardWords.beforeBirth
    ) throws(Refusal) -> Day {
        let day = day ?? today
        guard day <= today else { throw Refusal(.invalidFields, field: field, FieldWords.afterToday) }
        if let first, day < first { throw Refusal(.invalidFields, field: field, message) }
        return day
    }
}
