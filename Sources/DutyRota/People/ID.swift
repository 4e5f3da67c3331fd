/// The identifier of a register entry. The subject is part of the type, so that a hospital's is never taken for a physician's.
public struct ID<Subject>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As written in files and in the API, such as `P001` or `aoi`.
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(stringLiteral text: String) {
        self.text = text
    }

    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }

    public var description: String { text }
}

public typealias AssociationID = ID<Association>
public typealias AreaID = ID<Area>
public typealias PhysicianID = ID<Physician>
