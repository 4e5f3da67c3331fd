import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// Swaps of duty that physicians ask of one another. Until the other has accepted, nothing changes.
struct SwapRoutes: Sendable {
    let gate: Gate
    let rota: any RotaRegister
    let announcer: Announcer

    /// How long a swap stays in the list, in days.
    private static let daysShown: Int64 = 92

    func ofPhysician(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let physician = try caller.access.mayReadShifts(
            of: PhysicianID(context.part("physician")), registers: caller.registers)
        _ = try Query(request, allowed: [])
        return try list(physician.association, caller) { $0.concerns(physician.id) }
    }

    func ofAssociation(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        return try list(book.association.id, caller) { _ in true }
    }

    func ask(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let physician = try caller.access.maySwap(
            as: PhysicianID(context.part("physician")), registers: caller.registers)
        _ = try Query(request, allowed: [])
        let wish = try await request.object { SwapRequest.read(&$0, by: physician.id) }
        return try await made(.swapAsk, caller, physician, status: .created) { try $0.asking(wish, id: $0.newID()) }
    }

    func accept(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await answer(.accept, .swapAccept, request, context)
    }

    func decline(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await answer(.decline, .swapDecline, request, context)
    }

    func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await answer(.withdraw, .swapWithdraw, request, context)
    }

    private func answer(
        _ step: Swap.Step, _ action: AuditRecord.Action, _ request: Request, _ context: ServiceContext
    ) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let physician = try caller.access.maySwap(
            as: PhysicianID(context.part("physician")), registers: caller.registers)
        _ = try Query(request, allowed: [])
        let id = context.part("id")
        return try await made(action, caller, physician, status: .ok) { desk in
            // Of others' swaps nobody learns that there are any.
            guard let swap = desk.swaps.first(where: { $0.id == id && $0.concerns(physician.id) }) else {
                throw RotaRefusal.unknown(id)
            }
            guard swap.isFor(step, by: physician.id) else { throw Refusal(.notYours) }
            return try desk.answering(id, step, overrideIDs: (desk.newID(), desk.newID()))
        }
    }

    private func made(
        _ action: AuditRecord.Action, _ caller: Caller, _ physician: Physician, status: HTTPResponse.Status,
        decide: @escaping @Sendable (RotaDesk) throws -> SwapMade
    ) async throws -> Response {
        let made = try await announcer.announced(action, caller) {
            $0.member("association", physician.association.text)
            $0.member("physician", physician.id.text)
        } change: {
            try await rota.change(
                physician.association, draftOf: nil, by: caller.holder.id, at: announcer.clock.now(), decide: decide)
        } shown: {
            $1.member("swap", $0.swap.id)
            $1.member("asked", $0.swap.asked.text)
            $1.member("overrides", $0.decision.overrides.map(\.id))
        }
        let desk = try desk(physician.association)
        var json = JSONWriter()
        json.object { json in
            made.swap.write(to: &json, at: desk)
            json.member("overrides", each: made.decision.overrides) { $1.write(to: &$0) }
        }
        return Response(json, status: status)
    }

    private func list(
        _ association: AssociationID, _ caller: Caller, where isShown: (Swap) -> Bool
    ) throws -> Response {
        let desk = try desk(association)
        let since = desk.now.adding(milliseconds: -Self.daysShown * 86_400_000)
        let swaps = try rota.swaps(of: association, since: since).filter(isShown)
        var json = JSONWriter(capacity: 4096)
        json.object { $0.member("swaps", each: swaps) { $1.write(to: &$0, at: desk) } }
        return Response(json)
    }

    /// The rota as it is now.
    private func desk(_ association: AssociationID) throws -> RotaDesk {
        guard let book = try gate.source.registers().books[association] else { throw Refusal(.unknownAssociation) }
        return RotaDesk(book: book, draft: nil, lastVersion: 0, now: announcer.clock.now(), actor: "")
    }
}
