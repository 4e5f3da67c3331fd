public import DutyRota

extension Access {
    /// The acts that the holder may do to a card, and that can be done to it where it stands: what a desk offers beside the card.
    public func acts(on document: CardDocument, in state: CardState) -> Set<CardAction> {
        let relationship = relationship(to: document)
        let byHand = CardAction.allCases.filter { ![.draft, .supersede, .load, .handOver].contains($0) }
        return Set(byHand.filter { relationship.mayDo($0) && $0.isPossible(in: state) })
    }

    /// The association whose cards the holder fills in: that of a physician, or of an office. Throws `wrongRole`, `unknownPhysician`.
    public func associationOfEntries(_ registers: Registers) throws(Refusal) -> AssociationID {
        try mayEnterCards()
        switch holder.scope {
        case .association(let own): return own
        case .physician(let own):
            guard let physician = registers.physicians[own] else { throw Refusal(.unknownPhysician) }
            return physician.association
        default: throw Refusal(.wrongRole)
        }
    }
}
