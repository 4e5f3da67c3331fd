import DutyRota
import EmergencyCards
import Hummingbird

/// What is said at night: that a physician on duty can't come, that a hospital takes nobody.
struct NightRoutes: Sendable {
    let gate: Gate
    let desk: any NightDesk
    let announcer: Announcer

    /// Those of an association that count now.
    func unavailabilities(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let book = try book(caller, context)
        let now = announcer.clock.now()
        var json = JSONWriter()
        json.object { json in
            json.member("unavailable", each: book.unavailabilities.filter { $0.interval.contains(now) }) {
                $1.write(to: &$0)
            }
        }
        return Response(json)
    }

    func sayUnavailable(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let book = try book(caller, context)
        let wish = try await request.object(UnavailabilityRequest.read)
        return try await changed(.unavailable, caller, status: .created) { marks, now in
            let present = caller.registers.marking(marks).books[book.association.id] ?? book
            let mark = try present.unavailability(wish, id: now.newID(), at: now, by: caller.holder.id)
            var decision = NightDecision()
            decision.marks.unavailabilities = [mark]
            decision.deliveries = caller.registers.deliveries(
                of: [RotaNotices.unavailable(mark, in: present)], randomness: .system)
            return decision
        }
    }

    func liftUnavailability(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let reason = try Query(request, allowed: ["reason"]).required("reason")
        let book = try book(caller, context)
        let id = context.part("id")
        return try await changed(.unavailableLift, caller, status: .ok) { marks, now in
            let isHere = marks.unavailabilities.contains { $0.id == id && $0.association == book.association.id }
            return try marks.lifting(isHere ? id : "", at: now, by: caller.holder.id, reason: reason)
        }
    }

    func sayFull(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let hospital = try hospital(caller, context)
        let wish = try await request.object(FullHospitalRequest.read)
        return try await changed(.hospitalFull, caller, status: .created) { _, now in
            var decision = NightDecision()
            decision.marks.fullHospitals = [
                try wish.mark(hospital: hospital, id: now.newID(), at: now, by: caller.holder.id)
            ]
            return decision
        }
    }

    func liftFull(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let reason = try Query(request, allowed: ["reason"]).required("reason")
        let hospital = try hospital(caller, context)
        let id = context.part("id")
        return try await changed(.hospitalFullLift, caller, status: .ok) { marks, now in
            let isHere = marks.fullHospitals.contains { $0.id == id && $0.hospital == hospital }
            return try marks.lifting(isHere ? id : "", at: now, by: caller.holder.id, reason: reason)
        }
    }

    /// The marks of a hospital that count now.
    func full(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        _ = try Query(request, allowed: [])
        let hospital = try hospital(caller, context)
        let now = announcer.clock.now()
        let marks = caller.registers.fullHospitals.filter { $0.hospital == hospital && $0.interval.contains(now) }
        var json = JSONWriter()
        json.object { $0.member("full", each: marks) { $1.write(to: &$0) } }
        return Response(json)
    }

    private func book(_ caller: Caller, _ context: ServiceContext) throws -> RotaBook {
        let id = AssociationID(context.part("association"))
        try caller.access.maySayUnavailable(in: id)
        guard let book = caller.registers.books[id] else { throw Refusal(.unknownAssociation) }
        return book
    }

    private func hospital(_ caller: Caller, _ context: ServiceContext) throws -> HospitalID {
        let id = HospitalID(context.part("hospital"))
        try caller.access.maySayFull(id)
        guard caller.registers.hospitals[id] != nil else { throw Refusal(.unknownHospital) }
        return id
    }

    private func changed(
        _ action: AuditRecord.Action, _ caller: Caller, status: HTTPResponse.Status,
        decide: @escaping @Sendable (NightMarks, Instant) throws -> NightDecision
    ) async throws -> Response {
        let decision = try await announcer.announced(action, caller) { _ in
        } change: {
            try await desk.change(by: caller.holder.id, at: announcer.clock.now(), decide: decide)
        } shown: {
            $0.writeShown(to: &$1)
        }
        var json = JSONWriter()
        json.object { decision.write(to: &$0) }
        return Response(json, status: status)
    }
}

extension NightDecision {
    /// Writes what is kept of what was said.
    fileprivate func writeShown(to json: inout JSONWriter) {
        json.member("physicians", marks.unavailabilities.map(\.physician.text))
        json.member("hospitals", marks.fullHospitals.map(\.hospital.text))
        json.member("marks", marks.unavailabilities.map(\.id) + marks.fullHospitals.map(\.id))
        json.member("lifted", lifts.keys.sorted())
    }
}
