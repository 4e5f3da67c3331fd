/// An ending that was a mistake is undone, with its reason.
///
/// The office alone does not bring back what was ended on purpose: after a confirmed card was withdrawn or superseded the attending physician
/// reopens, or the office with the physician's signed fax. What a slip of the pen ended, as deceased or moved, either reopens.
public struct Reopening: CardAct {
    public let action = CardAction.reopen
    public let reason: String
    /// The fax that the office has.
    let word: Confirming

    public init(reason: String, word: Confirming = Confirming()) {
        self.reason = reason
        self.word = word
    }

    /// Reads `{"reason", "on", "means"}`; the last two are for the office's fax.
    public static func read(_ reader: inout ObjectReader) -> Reopening? {
        let reason = reader.required("reason") { $0.text($1, maximum: 200) }
        let word = Confirming.read(&reader)
        return reason.map { Reopening(reason: $0, word: word ?? Confirming()) }
    }

    public func decide(_ file: CardFile, at desk: CardDesk) throws(Refusal) -> CardDecision? {
        var life = file.card.life
        life.endedReason = nil
        life.endedOn = nil
        life.state = life.issuedOn == nil ? .draft : .active
        guard life.state == .draft || file.patient.inForce == nil else { throw Refusal(.activeCardExists) }
        if desk.attending(file.card) == nil, life.state == .active {
            if word.means == .fax {
                life.confirmed = try word.confirmation(of: file.card, at: desk)
            } else if isPhysicians(file) {
                throw Refusal(.wrongRole, field: "means", CardWords.onlyByPhysician)
            }
        }
        return CardDecision(CardChange(.reopen, of: file.card, life: life, reason: reason))
    }

    /// Whether the card, or one of the patient's that ended no earlier, was confirmed and then ended on purpose.
    private func isPhysicians(_ file: CardFile) -> Bool {
        guard let ended = file.card.life.endedOn else { return false }
        return file.patient.cards.contains { other in
            let life = other.life
            let isOnPurpose = life.endedReason == .withdrawn || other == file.card && life.endedReason == .superseded
            return isOnPurpose && life.confirmed != nil && life.endedOn.map { $0 >= ended } ?? false
        }
    }
}
