import DutyRota

/// What a key is to be: its role, and for whom it speaks.
public struct KeyRequest: Hashable, Sendable {
    public let role: Role
    public let scope: KeyHolder.Scope

    public init(role: Role, scope: KeyHolder.Scope) {
        self.role = role
        self.scope = scope
    }

    /// Reads `{"role", "association"?, "physician"?, "hospital"?}`; the role decides which of the three must be there, and the others must not. Whom
    /// nobody has on the registers is a fault of the field.
    public static func read(_ reader: inout ObjectReader, _ registers: Registers) -> KeyRequest? {
        let role = reader.required("role") { $0.word($1, Role.self) }
        let named: [Role: String?] = [
            .association: reader.text("association"), .physician: reader.text("physician"),
            .hospital: reader.text("hospital"),
        ]
        guard let role else { return nil }
        for (other, name) in named where other != role && name != nil {
            reader.note(other.rawValue, KeyWords.notOfThisRole)
        }
        guard let scope = scope(role, (named[role] ?? nil) ?? "") else {
            return KeyRequest(role: role, scope: .installation)
        }
        guard named[role] ?? nil != nil else {
            if !reader.faults.contains(where: { $0.field == role.rawValue }) { reader.require(role.rawValue) }
            return nil
        }
        guard registers.knows(scope) else { return reader.fault(role.rawValue, KeyWords.notOnTheRegister) }
        return KeyRequest(role: role, scope: scope)
    }

    /// For whom a key of a role speaks; nil: for the installation.
    private static func scope(_ role: Role, _ id: String) -> KeyHolder.Scope? {
        switch role {
        case .fire, .admin: nil
        case .association: .association(AssociationID(id))
        case .physician: .physician(PhysicianID(id))
        case .hospital: .hospital(HospitalID(id))
        }
    }
}

extension Registers {
    /// Whether there is whom a key would speak for.
    func knows(_ scope: KeyHolder.Scope) -> Bool { scope == .installation || name(of: scope) != nil }

    /// How whom a key speaks for is called; nil: the installation, or nobody on the registers.
    public func name(of scope: KeyHolder.Scope) -> String? {
        switch scope {
        case .installation: nil
        case .association(let id): association(id)?.name
        case .physician(let id): physicians[id]?.name
        case .hospital(let id): hospitals[id]?.name
        }
    }
}

extension KeyEntry {
    /// Writes all but the key, which nobody has any more.
    public func write(to json: inout JSONWriter, _ registers: Registers) {
        var (association, physician, hospital): (String?, String?, String?)
        switch holder.scope {
        case .installation: break
        case .association(let id): association = id.text
        case .physician(let id): physician = id.text
        case .hospital(let id): hospital = id.text
        }
        json.member("id", holder.id)
        json.member("role", holder.role.rawValue)
        json.member("association", association)
        json.member("physician", physician)
        json.member("hospital", hospital)
        json.member("name", registers.name(of: holder.scope))
        json.member("createdAt", createdAt.rfc3339)
        json.member("revokedAt", revokedAt?.rfc3339)
    }
}
