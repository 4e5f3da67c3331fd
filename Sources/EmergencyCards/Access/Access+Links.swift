extension Access {
    /// Giving out ways into a call, and reading out what they show, is for fire alone.
    public func mayGiveLinks() throws(Refusal) {
        guard holder.role == .fire else { throw Refusal(.wrongRole) }
    }
}
