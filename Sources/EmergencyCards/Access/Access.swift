public import DutyRota

/// Who may do what: least privilege by role, each rule a method that throws a ``Refusal`` where it is not kept.
///
/// | | number at night | card, its versions, its patient | acts on a card | rota, registers |
/// |---|---|---|---|---|
/// | fire | any card | – | – | asks who is on duty |
/// | attending physician | – | reads | every one | – |
/// | deputy physician | – | reads | at the bedside: visit, review, suspend, resume, withdraw, close | – |
/// | any other physician | – | no such card | no such card | – |
/// | the association's own office | – | reads | every one, as proxy; confirms by fax alone | keeps |
/// | another office | – | no such card | no such card | – |
/// | hospital that a yellow card names | that card | – | – | – |
/// | any other hospital | no such card | – | – | – |
/// | admin | – | – | – | – |
///
/// “No such card”: the same answer as for a number that was never issued; the record says what it was. “–”: `wrong-role`, whatever the number.
public struct Access: Sendable {
    public let holder: KeyHolder

    public init(_ holder: KeyHolder) {
        self.holder = holder
    }

    /// Looking a card up by its number is for fire and for hospitals.
    public func mayLookUp() throws(Refusal) {
        guard holder.role == .fire || holder.role == .hospital else { throw Refusal(.wrongRole) }
    }

    /// Only fire is shown which cards may have been meant: a name and a birth date to ask about.
    public var seesSuggestions: Bool { holder.role == .fire }

    /// Searching without a number is for fire alone.
    public func maySearch() throws(Refusal) {
        guard holder.role == .fire else { throw Refusal(.wrongRole) }
    }

    /// Fire sees the card with others in the household. A hospital sees yellow cards in force that name it; of others it is not told that there are
    /// any.
    public func visible(_ found: FoundCard) throws(Refusal) -> FoundCard {
        guard case .hospital(let hospital) = holder.scope else { return found }
        let card = found.answering
        guard card.document.colour == .yellow, card.document.hospitals.contains(where: { $0.hospital == hospital })
        else { throw Refusal(.unknownCard, hiding: .notYours) }
        guard card.life.state.isInForce else { throw Refusal(.notInForce) }
        return FoundCard(read: found.read, answering: card, household: [])
    }

    /// Asking who is on duty is for fire, and for an association about itself.
    public func mayAskDuty(of association: AssociationID) throws(Refusal) {
        switch holder.scope {
        case .installation where holder.role == .fire: return
        case .association(association): return
        case .association: throw Refusal(.notYours)
        default: throw Refusal(.wrongRole)
        }
    }

    /// Entering and changing cards is for physicians and for associations.
    public func mayEnterCards() throws(Refusal) {
        guard holder.role == .physician || holder.role == .association else { throw Refusal(.wrongRole) }
    }

    /// A physician enters and withdraws their own patients' cards in their own association; an association its own, as proxy.
    public func mayEnter(_ document: CardDocument, registers: Registers) throws(Refusal) {
        try mayEnterCards()
        switch holder.scope {
        case .physician(let physician)
        where document.attendingPhysician == physician
            && registers.physicians[physician]?.association == document.association:
            return
        case .association(document.association): return
        default: throw Refusal(.notYours)
        }
    }

    /// A physician reads cards of their own patients and of those whose deputy they are; an association its own. To anybody else of these there is no
    /// such card.
    public func mayRead(_ document: CardDocument) throws(Refusal) {
        try mayEnterCards()
        guard relationship(to: document) != .stranger else { throw Refusal(.unknownCard, hiding: .notYours) }
    }

    /// An act on a card. Throws `unknownCard` to whoever may not know it, `notYours` to a deputy who may not do this.
    public func may(_ act: CardAction, _ document: CardDocument) throws(Refusal) {
        try mayRead(document)
        guard relationship(to: document).mayDo(act) else { throw Refusal(.notYours) }
    }

    /// A patient is known to whoever may read the card that answers for them, or a draft.
    public func mayRead(_ patient: PatientRecord) throws(Refusal) {
        try mayEnterCards()
        guard knows(patient.cards) else { throw Refusal(.unknownPatient, hiding: .notYours) }
    }

    /// Whether somebody may know a patient with these cards, of which the first answers.
    func knows(_ cards: [Card]) -> Bool {
        let counting = cards.prefix(1) + cards.dropFirst().filter { $0.life.state == .draft }
        return counting.contains { relationship(to: $0.document) != .stranger }
    }

    /// Planning, publishing and changing a rota, and keeping the registers, is for the association's own office.
    public func mayKeep(_ association: AssociationID) throws(Refusal) {
        guard case .association(let own) = holder.scope else { throw Refusal(.wrongRole) }
        guard own == association else { throw Refusal(.notYours) }
    }

    /// Hospitals belong to no association: any office keeps them.
    public func mayKeepHospitals() throws(Refusal) {
        guard holder.role == .association else { throw Refusal(.wrongRole) }
    }

    /// Which associations there are, with their areas, is for those who serve all of them: fire and admin.
    public func mayListAssociations() throws(Refusal) {
        guard holder.role == .fire || holder.role == .admin else { throw Refusal(.wrongRole) }
    }

    /// A hospital's entry is read by any office, and by the hospital itself.
    public func mayRead(_ hospital: HospitalID) throws(Refusal) {
        switch holder.scope {
        case .hospital(hospital): return
        case .hospital: throw Refusal(.notYours)
        default: try mayKeepHospitals()
        }
    }

    /// That a physician on duty can't come is said by fire at night, or by the association.
    public func maySayUnavailable(in association: AssociationID) throws(Refusal) {
        try mayAskDuty(of: association)
    }

    /// That a hospital takes nobody is said by the hospital itself, by fire, or by an association that was told.
    public func maySayFull(_ hospital: HospitalID) throws(Refusal) {
        switch holder.scope {
        case .hospital(hospital): return
        case .hospital: throw Refusal(.notYours)
        case .installation where holder.role == .fire: return
        case .association: return
        default: throw Refusal(.wrongRole)
        }
    }

    /// A physician's absence is entered by their association, or by themselves.
    public func mayEnterAbsence(of physician: PhysicianID, in association: AssociationID) throws(Refusal) {
        switch holder.scope {
        case .physician(physician): return
        case .physician: throw Refusal(.notYours)
        default: try mayKeep(association)
        }
    }
}
