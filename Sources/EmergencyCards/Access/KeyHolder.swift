public import DutyRota

/// What the holder of a key may do.
public enum Role: String, CaseIterable, Sendable {
    /// A fire headquarters: looks cards up and asks who is on duty, over all associations.
    case fire
    /// An association's office: registers, rota, entries for clinics.
    case association
    case physician, hospital
    /// Runs the installation: keys and the record of who looked.
    case admin
}

/// For whom a key speaks.
public struct KeyHolder: Hashable, Sendable {
    public enum Scope: Hashable, Sendable {
        /// Fire and admin: every association.
        case installation
        case association(AssociationID)
        case physician(PhysicianID)
        case hospital(HospitalID)

        /// The association, physician or hospital; nil: the installation.
        public var identifier: String? {
            switch self {
            case .installation: nil
            case .association(let id): id.text
            case .physician(let id): id.text
            case .hospital(let id): id.text
            }
        }
    }

    /// Names the key in the record and in `keys list`; it is not the key.
    public let id: String
    public let role: Role
    public let scope: Scope

    public init(id: String, role: Role, scope: Scope) {
        self.id = id
        self.role = role
        self.scope = scope
    }
}

/// The SHA-256 of a key: the key itself is never kept.
public struct KeyHash: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
