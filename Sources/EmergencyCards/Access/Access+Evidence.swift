public import DutyRota

extension Access {
    /// A month's figures are for the association's own office and for the admin: no patient stands in them.
    public func mayReadEvidence(of association: AssociationID) throws(Refusal) {
        guard holder.role != .admin else { return }
        try mayKeep(association)
    }
}
