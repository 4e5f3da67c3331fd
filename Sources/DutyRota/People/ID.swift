/// The identifier of a register entry. The subject is part of the type, so that a hospital's is never taken for a physician's.
public struct ID<Subject>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As written in files and in the API, such as `P001` or `aoi`.
    public let text: String

    /// The identifier that is written this way.
    public init(_ text: String) {
        self.text = text
    }

    /// The identifier that is written this way.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// By their texts, scalar by scalar.
    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }

    /// The text itself.
    public var description: String { text }
}

/// Names an association.
public typealias AssociationID = ID<Association>
/// Names an area within its association.
public typealias AreaID = ID<Area>
/// Names a physician.
public typealias PhysicianID = ID<Physician>
