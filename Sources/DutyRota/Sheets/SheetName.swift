/// Somebody of the register as a month sheet names them.
public struct SheetName: Hashable, Sendable {
    /// Who.
    public let physician: Physician
    /// What to write for them: the name, or the identifier where the name could be another's.
    public let written: String
    /// Whether they are a member on some day of the month.
    public let isActive: Bool
}

extension RotaBook {
    /// Everybody on the register with what a sheet of the month has for them, by identifier.
    public func sheetNames(in month: Month) -> [SheetName] {
        let register = physicians.values.sorted { $0.id < $1.id }
        let names = SheetNames(areas: [], physicians: register)
        let days = month.days
        return register.map { physician in
            SheetName(
                physician: physician, written: names.text(physician.id),
                isActive: days.contains(where: physician.isActive))
        }
    }
}
