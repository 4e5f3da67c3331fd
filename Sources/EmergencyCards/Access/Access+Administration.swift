public import DutyRota

extension Access {
    /// Making and revoking the keys of machines is for the admin.
    public func mayKeepKeys() throws(Refusal) {
        guard holder.role == .admin else { throw Refusal(.wrongRole) }
    }

    /// How the installation is doing, file by file and association by association, is told to the admin.
    public func mayReadInstallation() throws(Refusal) {
        guard holder.role == .admin else { throw Refusal(.wrongRole) }
    }

    /// A published month is read by the association's own office, and by the admin, who may have to print it when the office can't. What is not
    /// published is the office's alone.
    public func mayReadRota(of association: AssociationID, isPublished: Bool) throws(Refusal) {
        guard !(isPublished && holder.role == .admin) else { return }
        try mayKeep(association)
    }
}
