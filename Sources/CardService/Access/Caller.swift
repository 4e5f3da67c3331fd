import Crypto
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Who asks: the holder of a key that may be used, or a person who is signed in, with what else the record wants to know.
struct Caller: Sendable {
    let holder: KeyHolder
    /// The registers as they are now; the whole request is answered from them.
    let registers: Registers
    let actor: AuditRecord.Actor
    /// nil: a machine, with its key.
    var person: Person?

    var access: Access { Access(holder) }
}

/// Lets in whoever has a key, or is signed in.
struct Gate: Sendable {
    let source: any RegisterSource
    let rate: RateRule

    /// The caller of a request: who is signed in at the desk that it comes from, or the holder of its key. Throws `noKey`, `invalidKey`,
    /// `tooManyRequests`.
    func caller(_ request: Request, _ context: ServiceContext) async throws -> Caller {
        if let person = context.person {
            try await rate.pass(person.holder)
            return Caller(
                holder: person.holder, registers: try source.registers(),
                actor: person.actor(from: context.address(of: request)), person: person)
        }
        guard let key = bearer(request) else { throw Refusal(.noKey) }
        let registers = try source.registers()
        let hash = KeyHash(bytes: Array(SHA256.hash(data: Array(key.utf8))))
        guard let holder = registers.keys[hash] else { throw Refusal(.invalidKey) }
        try await rate.pass(holder)
        let actor = AuditRecord.Actor(
            key: holder.id, role: holder.role.rawValue, person: person(request),
            address: context.address(of: request))
        return Caller(holder: holder, registers: registers, actor: actor)
    }

    /// Whether a caller of before may still go on: not once the key was revoked, or the person has logged out. For what goes on for longer than a
    /// request.
    func isLetIn(_ caller: Caller) -> Bool {
        if let person = caller.person { return person.isSignedIn() }
        guard let registers = try? source.registers() else { return true }
        return registers.keys.values.contains(caller.holder)
    }

    private func bearer(_ request: Request) -> Substring? {
        guard let value = request.headers[.authorization], value.count > 7, value.prefix(7).lowercased() == "bearer "
        else { return nil }
        return value.dropFirst(7)
    }

    /// Who sits at the desk. A name that is too long is cut off: nobody is refused an answer for it.
    private func person(_ request: Request) -> String? {
        guard let name = request.headers[.operatorName], !name.isEmpty else { return nil }
        return String(name.prefix(60))
    }
}
