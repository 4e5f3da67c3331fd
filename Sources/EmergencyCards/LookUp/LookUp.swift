public import DutyRota

/// A dispatcher's question about a card number.
public struct LookUp: Sendable {
    public let reading: NumberReading
    public let at: Instant
    public let rehearsal: Bool

    public init(reading: NumberReading, at: Instant, rehearsal: Bool) {
        self.reading = reading
        self.at = at
        self.rehearsal = rehearsal
    }

    /// The answer for a number that was found. There always is one.
    public func answer(_ found: FoundCard, registers: Registers, rules: CallRules = CallRules()) -> LookupAnswer {
        let card = found.answering
        let book = registers.books[card.document.association]
        let duty = card.document.patient.area.flatMap { try? book?.duty(at: at, area: $0) }
        let isInForce = card.life.state.isInForce
        let colourMismatch = reading.colour.map { $0 != found.read.colour } ?? false
        let flags = registers.flags(on: card)
        let openCall = registers.openCall(about: card.number)
        return LookupAnswer(
            asOf: at, rehearsal: rehearsal,
            sentence: Sentences.sentence(
                for: found, said: colourMismatch ? reading.colour : nil, flags: flags, openCall: openCall, on: at.day),
            found: found, colourMismatch: colourMismatch, association: book?.association, isInForce: isInForce,
            plan: isInForce
                ? Plan.steps(for: card, duty: duty, registers: registers, at: at).ringing(rules)
                : [Plan.ordinaryDispatch(step: 1)],
            duty: duty, flags: flags, openCall: openCall
        )
    }
}
