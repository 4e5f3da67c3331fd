public import DutyRota

/// What somebody is given about a patient for one call, in the order in which it is read out.
public struct Packet: Hashable, Sendable {
    /// For whom it is.
    public enum Reader: Hashable, Sendable {
        /// The physician of a step of this kind.
        case physician(PlanStep.Kind)
        case hospital(HospitalID)
        /// Who reads it out to a physician.
        case dispatcher
    }

    public let items: [PacketItem]
    /// What is to be known of the card before it is read: nobody confirmed it, it is past its validity, what is not shown and why.
    public let remarks: [String]
    /// Whether what a physician wrote is shown: the patient has agreed that such a reader sees it, and the card is in force.
    public let isWhole: Bool

    public init(_ card: Card, for reader: Reader, registers: Registers, isRehearsal: Bool, at now: Instant) {
        let document = card.document
        let isAllowed = reader.isNamed(by: document)
        let isInForce = card.life.state.isInForce
        isWhole = isInForce && (isAllowed || reader == .dispatcher)
        remarks = [
            isRehearsal ? PacketWords.rehearsal : nil,
            isInForce ? nil : PacketWords.notInForce,
            isInForce && !isAllowed ? PacketWords.notConsented(reader) : nil,
            card.isUnconfirmed ? PacketWords.unconfirmed : nil,
            card.life.validUntil.flatMap { card.life.isExpired(on: now.day) ? PacketWords.expired($0) : nil },
        ].compactMap(\.self)
        let lines = PacketLines(card: card, registers: registers, isRehearsal: isRehearsal, now: now)
        let kept = lines.all(for: reader)
        items = isWhole ? kept : kept.filter { PacketLines.contact.contains($0.field) }
    }
}

extension Packet.Reader {
    /// Whether the patient has agreed that they are shown the card. The card's own physicians always are.
    func isNamed(by document: CardDocument) -> Bool {
        switch self {
        case .physician(.attendingPhysician), .physician(.deputyPhysician): true
        case .physician, .dispatcher: document.consent.sharedWith.contains(.dutyPhysician)
        case .hospital(let hospital):
            document.consent.sharedWith.contains(.hospital)
                && document.hospitals.contains { $0.hospital == hospital }
        }
    }
}
