import Crypto
public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: KeyRegister {
    /// Makes a key and keeps its SHA-256. The key itself is returned once and is nowhere else.
    ///
    /// Throws a ``Refusal`` where the association, physician or hospital is not on the register.
    public func addKey(role: Role, scope: KeyHolder.Scope, at instant: Instant) throws -> (
        key: String, holder: KeyHolder
    ) {
        var random = randomness
        let key =
            "cd_" + (0..<32).map { _ in String(format: "%02x", UInt8.random(in: 0...255, using: &random)) }.joined()
        let id = "K" + String(format: "%08x", UInt32.random(in: 0...UInt32.max, using: &random))
        let holder = KeyHolder(id: id, role: role, scope: scope)
        try writer.write { database in
            try Self.checkScope(scope, try RegisterReader(database, at: instant).registers())
            try database.execute(
                sql: "INSERT INTO access_key VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
                arguments: [
                    id, Data(KeyHash(of: key).bytes), role.rawValue, scope.association?.text, scope.physician?.text,
                    scope.hospital?.text, instant.milliseconds,
                ])
        }
        return (key, holder)
    }

    /// Every key that was ever made, in the order in which they were made.
    public func allKeys() throws -> [KeyEntry] {
        try readers.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM access_key ORDER BY created_ms, id").compactMap { row in
                Self.holder(row).map {
                    KeyEntry(
                        holder: $0, createdAt: Instant(milliseconds: row["created_ms"]),
                        revokedAt: (row["revoked_ms"] as Int64?).map(Instant.init(milliseconds:)))
                }
            }
        }
    }

    /// Makes a key useless from the next request on. Gives false where no key in use has this identifier.
    public func revokeKey(_ id: String, at instant: Instant) throws -> Bool {
        try writer.write { database in
            try database.execute(
                sql: "UPDATE access_key SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL",
                arguments: [instant.milliseconds, id])
            return database.changesCount > 0
        }
    }

    /// The keys that may be used.
    static func keys(_ database: Database) throws -> [KeyHash: KeyHolder] {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM access_key WHERE revoked_ms IS NULL")
        let pairs = rows.compactMap { row in
            holder(row).map { (KeyHash(bytes: Array(row["hash"] as Data)), $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    static func checkScope(_ scope: KeyHolder.Scope, _ registers: Registers) throws {
        switch scope {
        case .installation: return
        case .association(let id) where registers.association(id) != nil: return
        case .physician(let id) where registers.physicians[id] != nil: return
        case .hospital(let id) where registers.hospitals[id] != nil: return
        default: throw Refusal(.notFound)
        }
    }

    /// For whom a row of a key or an account speaks.
    static func holder(_ row: Row) -> KeyHolder? {
        guard let role = Role(rawValue: row["role"]) else { return nil }
        let scope: KeyHolder.Scope? =
            switch role {
            case .fire, .admin: .installation
            case .association: (row["association"] as String?).map { .association(AssociationID($0)) }
            case .physician: (row["physician"] as String?).map { .physician(PhysicianID($0)) }
            case .hospital: (row["hospital"] as String?).map { .hospital(HospitalID($0)) }
            }
        return scope.map { KeyHolder(id: row["id"], role: role, scope: $0) }
    }
}

extension KeyHash {
    /// The hash of a key as it is sent.
    init(of key: String) {
        self.init(bytes: Array(SHA256.hash(data: Array(key.utf8))))
    }
}

extension KeyHolder.Scope {
    var association: AssociationID? {
        if case .association(let id) = self { id } else { nil }
    }

    var physician: PhysicianID? {
        if case .physician(let id) = self { id } else { nil }
    }

    var hospital: HospitalID? {
        if case .hospital(let id) = self { id } else { nil }
    }
}
