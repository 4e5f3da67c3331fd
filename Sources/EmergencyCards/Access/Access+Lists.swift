public import DutyRota

extension Access {
    /// Whose patients' cards somebody is shown: physicians their own and those as deputy; the association's office those of its physician in its
    /// own association.
    public func mayList(_ id: PhysicianID, registers: Registers) throws(Refusal) -> CardScope {
        switch holder.scope {
        case .physician(id): return .physician(id, of: nil)
        case .physician: throw Refusal(.notYours)
        case .association(let own):
            guard let physician = registers.physicians[id] else { throw Refusal(.unknownPhysician) }
            guard physician.association == own else { throw Refusal(.notYours) }
            return .physician(id, of: own)
        default: throw Refusal(.wrongRole)
        }
    }

    /// Which cards that name a hospital somebody is shown: the hospital all of them, an association's office its own. nil: of every association.
    public func mayList(naming hospital: HospitalID) throws(Refusal) -> AssociationID? {
        switch holder.scope {
        case .hospital(hospital): return nil
        case .hospital: throw Refusal(.notYours)
        case .association(let own): return own
        default: throw Refusal(.wrongRole)
        }
    }

    /// Reading the record of who looked is for the admin, and for an association about its own cards.
    public func mayReadAudit() throws(Refusal) {
        guard holder.role == .admin || holder.role == .association else { throw Refusal(.wrongRole) }
    }

    /// Whether the record is read only for a card or a patient that is named.
    public var readsAuditByCard: Bool { holder.role != .admin }

    /// An association is told of its own cards alone; of others it learns no more than of a number that was never issued.
    public func mayReadAudit(of subject: CardSubject) -> Bool {
        guard case .association(let own) = holder.scope else { return holder.role == .admin }
        return own == subject.association
    }
}
