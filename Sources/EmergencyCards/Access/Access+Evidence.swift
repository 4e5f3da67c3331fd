public import DutyRota

extension Access {
    /// A month's figures are for the association's own office and for the admin: no patient stands in them.
    public func mayReadEvidence(of association: AssociationID) throws(Refusal) {
        guard holder.role != .admin else { return }
        try mayKeep(association)
    }

    /// What the night brought a physician's patients is told to that physician alone; the office has the association's list.
    public func mayReadMorning(of physician: PhysicianID) throws(Refusal) {
        guard case .physician(let own) = holder.scope else { throw Refusal(.wrongRole) }
        guard own == physician else { throw Refusal(.notYours) }
    }
}
