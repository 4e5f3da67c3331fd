/// What a rota is checked by, as the association has agreed it.
public struct CheckRules: Hashable, Sendable {
    /// How many nights in a row one physician may have.
    public var nightsInARow: Int

    /// Rules; three nights in a row unless something else is agreed.
    public init(nightsInARow: Int = 3) {
        self.nightsInARow = nightsInARow
    }
}
