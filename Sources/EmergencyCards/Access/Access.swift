public import DutyRota

/// Who may do what: least privilege by role, each rule a method that throws a ``Refusal`` where it is not kept.
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

    /// Fire sees the card with others in the household. A hospital sees yellow cards in force that name it, and nobody else's.
    public func visible(_ found: FoundCard) throws(Refusal) -> FoundCard {
        guard case .hospital(let hospital) = holder.scope else { return found }
        let card = found.answering
        guard card.document.colour == .yellow, card.document.hospitals.contains(where: { $0.hospital == hospital })
        else { throw Refusal(.notYours) }
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

    /// A physician reads cards of their own patients and of those whose deputy they are; an association its own.
    public func mayRead(_ document: CardDocument) throws(Refusal) {
        try mayEnterCards()
        switch holder.scope {
        case .physician(let physician)
        where physician == document.attendingPhysician || physician == document.deputyPhysician:
            return
        case .association(document.association): return
        default: throw Refusal(.notYours)
        }
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
