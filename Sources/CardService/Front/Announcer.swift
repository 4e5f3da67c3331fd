import EmergencyCards

/// Keeps the record of changes: what is about to be done is kept before it is done, so that no change is without its record, and how it
/// went is kept after it.
struct Announcer: Sendable {
    let audit: any AuditTrail
    let clock: Clock

    /// Makes a change between two records, joined by an identifier of their own. `shown` says of what came of it what is kept.
    func announced<Value>(
        _ action: AuditRecord.Action, _ caller: Caller, _ details: (inout JSONWriter) -> Void,
        change: () async throws -> Value, shown: (Value, inout JSONWriter) -> Void
    ) async throws -> Value {
        try await announced(action, by: caller.actor, details, change: change, shown: shown)
    }

    /// The same for somebody without a key.
    func announced<Value>(
        _ action: AuditRecord.Action, by actor: AuditRecord.Actor, _ details: (inout JSONWriter) -> Void,
        change: () async throws -> Value, shown: (Value, inout JSONWriter) -> Void
    ) async throws -> Value {
        let now = clock.now()
        let operation = UUIDv7.make(at: now, randomness: .system)
        await audit.append(
            AuditRecord(at: now, action: action, actor: actor) { json in
                json.member("operation", operation)
                details(&json)
            })
        do {
            let value = try await change()
            await audit.append(
                AuditRecord(at: clock.now(), action: .done, actor: actor) { json in
                    json.member("operation", operation)
                    shown(value, &json)
                })
            return value
        } catch {
            guard let reason = Problem.reason(of: error) else { throw error }
            await audit.append(
                AuditRecord(at: clock.now(), action: .refused, actor: actor) { json in
                    json.member("operation", operation)
                    json.member("reason", reason.rawValue)
                    json.member("announced", object: details)
                })
            throw error
        }
    }
}
