/// What a physician or an office is to a card.
enum Relationship: CaseIterable, Sendable {
    /// The patient's own physician.
    case attending
    /// Who stands in where the attending physician cannot be reached.
    case deputy
    /// The office of the card's association, as proxy.
    case office
    /// May not even know that there is the card.
    case stranger

    /// Whether an act is theirs to do. A deputy does what is done at the bedside: what cannot wait for the attending physician, and nothing that
    /// says anew what the patient wishes.
    func mayDo(_ act: CardAction) -> Bool {
        switch self {
        case .attending, .office: true
        case .deputy: [.visit, .review, .suspend, .resume, .withdraw, .close].contains(act)
        case .stranger: false
        }
    }
}

extension Access {
    /// What the holder is to a card.
    func relationship(to document: CardDocument) -> Relationship {
        switch holder.scope {
        case .physician(document.attendingPhysician): .attending
        case .physician(document.deputyPhysician): .deputy
        case .association(document.association): .office
        default: .stranger
        }
    }
}
