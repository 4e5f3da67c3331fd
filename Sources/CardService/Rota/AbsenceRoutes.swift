import DutyRota
import EmergencyCards
import Hummingbird

/// Days on which physicians can't be called: entered by their association, or by themselves.
struct AbsenceRoutes: Sendable {
    let gate: Gate
    let rota: any RotaRegister
    let announcer: Announcer

    /// The absences that stand and are not over.
    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let today = announcer.clock.now().day
        var json = JSONWriter()
        json.object { json in
            json.member("absences", each: book.absences.filter { $0.lift == nil && $0.to >= today }) {
                $1.write(to: &$0)
            }
        }
        return Response(json)
    }

    func enter(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let association = AssociationID(context.part("association"))
        _ = try Query(request, allowed: [])
        let wish = try await request.object(AbsenceRequest.read)
        try caller.access.mayEnterAbsence(of: wish.physician, in: association)
        return try await made(.absence, caller, association, status: .created) {
            try $0.absenting(wish, id: $0.newID())
        }
    }

    func lift(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let association = AssociationID(context.part("association"))
        let reason = try Query(request, allowed: ["reason"]).required("reason")
        let id = context.part("id")
        let absence = caller.registers.books[association]?.absences.first { $0.id == id && $0.lift == nil }
        guard let absence else {
            try caller.access.mayKeep(association)
            throw RotaRefusal.unknown(id)
        }
        try caller.access.mayEnterAbsence(of: absence.physician, in: association)
        return try await made(.absenceLift, caller, association, status: .ok) { try $0.returning(id, reason: reason) }
    }

    private func made(
        _ action: AuditRecord.Action, _ caller: Caller, _ association: AssociationID, status: HTTPResponse.Status,
        decide: @escaping @Sendable (RotaDesk) throws -> AbsenceMade
    ) async throws -> Response {
        let made = try await announcer.announced(action, caller) {
            $0.member("association", association.text)
        } change: {
            try await rota.change(
                association, draftOf: nil, by: caller.holder.id, at: announcer.clock.now(), decide: decide)
        } shown: {
            $1.member("absence", $0.absence.id)
            $1.member("physician", $0.absence.physician.text)
        }
        var json = JSONWriter()
        json.object { made.write(to: &$0) }
        return Response(json, status: status)
    }
}
