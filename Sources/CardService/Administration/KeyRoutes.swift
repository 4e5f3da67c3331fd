import DutyRota
import EmergencyCards
import Hummingbird

/// The keys of machines: what was made, making one, revoking one.
struct KeyRoutes: Sendable {
    let gate: Gate
    let keys: any KeyRegister
    let announcer: Announcer

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayKeepKeys()
        _ = try Query(request, allowed: [])
        let known = try await keys.allKeys()
        var json = JSONWriter(capacity: 8192)
        json.object { $0.member("keys", each: known) { $1.write(to: &$0, caller.registers) } }
        return Response(json)
    }

    /// Makes a key. It is shown now and never again: only its SHA-256 is kept.
    func add(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayKeepKeys()
        _ = try Query(request, allowed: [])
        let wanted = try await request.object { KeyRequest.read(&$0, caller.registers) }
        let now = announcer.clock.now()
        let made = try await announcer.announced(.keyAdd, caller) {
            $0.member("role", wanted.role.rawValue)
            $0.member("for", wanted.scope.identifier)
        } change: {
            try await keys.addKey(role: wanted.role, scope: wanted.scope, at: now)
        } shown: {
            $1.member("key", $0.holder.id)
        }
        var json = JSONWriter()
        json.object { json in
            KeyEntry(holder: made.holder, createdAt: now).write(to: &json, caller.registers)
            json.member("key", made.key)
        }
        return Response(json, status: .created)
    }

    func revoke(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayKeepKeys()
        _ = try Query(request, allowed: [])
        let (id, now) = (context.part("id"), announcer.clock.now())
        try await announcer.announced(.keyRevoke, caller) {
            $0.member("key", id)
        } change: {
            guard try await keys.revokeKey(id, at: now) else { throw Refusal(.notFound) }
        } shown: {
            $1.member("key", id)
        }
        guard let entry = try await keys.allKeys().first(where: { $0.holder.id == id }) else {
            throw Refusal(.notFound)
        }
        var json = JSONWriter()
        json.object { entry.write(to: &$0, caller.registers) }
        return Response(json)
    }
}
