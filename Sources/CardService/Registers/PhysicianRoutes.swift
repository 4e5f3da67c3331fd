import DutyRota
import EmergencyCards
import Hummingbird

/// The association's register of physicians.
struct PhysicianRoutes: Sendable {
    let keeping: RegisterKeeping

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { $0.member("physicians", each: book.register) { $1.write(to: &$0) } }
        return Response(json)
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        _ = try Query(request, allowed: [])
        return document(try keeping.physician(caller, context)).response()
    }

    func enter(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let wanted = try await request.document()
        let decision = try await keeping.change("physician", caller) {
            try $0.enteringPhysician(wanted, of: book.association.id)
        }
        return try changed(decision, status: .created)
    }

    func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.physician(caller, context)
        _ = try Query(request, allowed: [])
        let (match, patch) = (try IfMatch(request), try await request.mergePatch())
        let directory = keeping.directory
        let decision = try await keeping.change("physician:\(known.id)", caller) { desk in
            let present = desk.registers.physicians[known.id] ?? known
            try match.check(RegisterDocument { present.write(to: &$0) }.tag)
            return try desk.changingPhysician(
                known.id, by: patch, of: known.association, history: try directory.history(of: .physician(known.id)))
        }
        return try changed(decision, from: known)
    }

    /// Who leaves stays on the register; the answer lists every shift and every patient that needs somebody else.
    func retire(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.physician(caller, context)
        _ = try Query(request, allowed: [])
        let lastDay = try await request.object { Day.read("lastDay", &$0) }
        let directory = keeping.directory
        _ = try await keeping.change("physician:\(known.id)", caller) {
            try $0.retiringPhysician(
                known.id, lastDay: lastDay, of: known.association,
                history: try directory.history(of: .physician(known.id)))
        }
        return try await departure(of: known, lastDay: lastDay, caller)
    }

    /// What a physician would leave behind, before they do.
    func departure(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.physician(caller, context)
        let lastDay = try Query(request, allowed: ["lastDay"]).day("lastDay") ?? keeping.announcer.clock.now().day
        return try await departure(of: known, lastDay: lastDay, caller)
    }

    func history(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.physician(caller, context)
        _ = try Query(request, allowed: [])
        let versions = try keeping.directory.history(of: .physician(known.id))
        var json = JSONWriter(capacity: 4096)
        json.object { $0.member("versions", each: versions) { $1.write(to: &$0) } }
        return Response(json)
    }

    private func departure(of physician: Physician, lastDay: Day, _ caller: Caller) async throws -> Response {
        let now = keeping.announcer.clock.now()
        let departure = try Departure.of(
            physician.id, lastDay: lastDay, registers: caller.registers,
            patients: try keeping.directory.patients(of: physician.id), at: now)
        await keeping.announcer.audit.append(
            AuditRecord(at: now, action: .patientList, actor: caller.actor) { json in
                json.member("physician", physician.id.text)
                json.member("cards", (departure.patients + departure.deputyPatients).map(\.number.text))
            })
        var json = JSONWriter(capacity: 8192)
        json.object { departure.write(to: &$0) }
        return Response(json)
    }

    private func document(_ physician: Physician) -> RegisterDocument {
        RegisterDocument { physician.write(to: &$0) }
    }

    /// The document as it is from now on, or will be; as it was where nothing has changed.
    private func changed(
        _ decision: RegisterDecision, from known: Physician? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let now = keeping.announcer.clock.now()
        let entered: (Physician, Instant)? =
            if case .physician(let physician, let from)? = decision.entries.first { (physician, from) } else {
                known.map { ($0, now) }
            }
        guard let (physician, from) = entered else { throw Refusal(.unknownPhysician) }
        return RegisterDocument { physician.write(to: &$0, validFrom: from > now ? from.day : nil) }
            .response(status: status)
    }
}

extension RegisterVersion {
    /// Writes what was entered when, by whom, and from when it counts.
    func write(to json: inout JSONWriter) {
        json.member("enteredAt", enteredAt.rfc3339)
        json.member("enteredBy", enteredBy)
        json.member("from", from.rfc3339)
        json.member("content", object: after) { json, content in
            switch content {
            case .physician(let physician): physician.write(to: &json)
            case .hospital(let hospital): hospital.write(to: &json)
            case .journal(let text): json.member("journal", text)
            }
        }
    }
}
