import DutyRota
import EmergencyCards
import Hummingbird

/// The register of hospitals, which all associations share.
struct HospitalRoutes: Sendable {
    let keeping: RegisterKeeping

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        try caller.access.mayKeepHospitals()
        _ = try Query(request, allowed: [])
        let hospitals = caller.registers.hospitals.values.sorted { $0.id < $1.id }
        var json = JSONWriter(capacity: 8192)
        json.object { $0.member("hospitals", each: hospitals) { $1.write(to: &$0) } }
        return Response(json)
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        _ = try Query(request, allowed: [])
        try caller.access.mayRead(HospitalID(context.part("hospital")))
        let hospital = try keeping.hospital(caller, context)
        return RegisterDocument { hospital.write(to: &$0) }.response()
    }

    func enter(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        try caller.access.mayKeepHospitals()
        _ = try Query(request, allowed: [])
        let wanted = try await request.document()
        return try changed(
            try await keeping.change("hospital", caller) { try $0.enteringHospital(wanted) }, status: .created)
    }

    func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.keptHospital(caller, context)
        _ = try Query(request, allowed: [])
        let (match, patch) = (try IfMatch(request), try await request.mergePatch())
        let directory = keeping.directory
        let decision = try await keeping.change("hospital:\(known.id)", caller) { desk in
            let present = desk.registers.hospitals[known.id] ?? known
            try match.check(RegisterDocument { present.write(to: &$0) }.tag)
            return try desk.changingHospital(
                known.id, by: patch, history: try directory.history(of: .hospital(known.id)))
        }
        return try changed(decision, from: known)
    }

    /// A hospital that takes part no more; the answer says how many cards in force still name it.
    func retire(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await keeping.gate.caller(request, context)
        let known = try keeping.keptHospital(caller, context)
        _ = try Query(request, allowed: [])
        let from = try await request.object { Day.read("from", &$0) }
        let directory = keeping.directory
        _ = try await keeping.change("hospital:\(known.id)", caller) {
            try $0.retiringHospital(known.id, from: from, history: try directory.history(of: .hospital(known.id)))
        }
        let departure = HospitalDeparture(
            hospital: known, cards: try keeping.directory.cards(naming: known.id))
        var json = JSONWriter()
        json.object { departure.write(to: &$0) }
        return Response(json)
    }

    /// The document as it is from now on, or will be; as it was where nothing has changed.
    private func changed(
        _ decision: RegisterDecision, from known: Hospital? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let now = keeping.announcer.clock.now()
        let entered: (Hospital, Instant)? =
            if case .hospital(let hospital, let from)? = decision.entries.first { (hospital, from) } else {
                known.map { ($0, now) }
            }
        guard let (hospital, from) = entered else { throw Refusal(.unknownHospital) }
        return RegisterDocument { hospital.write(to: &$0, validFrom: from > now ? from.day : nil) }
            .response(status: status)
    }
}
