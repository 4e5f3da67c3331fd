/// Why the rota is not changed. Nothing has been written then.
public enum RotaRefusal: Error, Hashable, Sendable {
    /// No such association.
    case unknownAssociation
    /// What was asked for can't be done as it was written; every field at fault, at once.
    case invalid([DeskFault])
    /// Problems that must be acknowledged by name, or mended; all of them, the acknowledged ones left out.
    case unacknowledged([RotaProblem])
    /// The file holds rows at fault: nothing of it is taken.
    case faultyFile([TableFault])
    /// Somebody else has changed the draft meanwhile; its version now.
    case staleDraft(Int)
    /// Nobody is working on the month.
    case noDraft(Month)
    /// The month is not published, and so there is nothing that could be changed.
    case unpublished(Month)
    /// No such override, exchange, absence or mark stands.
    case unknown(String)
    /// The swap was answered, or taken back, already.
    case swapAnswered
    /// The rota has changed since the swap was asked for, so that it can't be made; Japanese: why.
    case swapOutdated([String])
    /// The month lies past the holiday table.
    case holidayTableEnds(HolidayTableEnds)
}

/// A field that is at fault, by its name in the API, such as `replaces`.
public struct DeskFault: Error, Hashable, Sendable {
    /// The field's name.
    public let field: String
    /// Japanese: what is wrong, and what would be right.
    public let message: String

    /// A fault of a field.
    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
