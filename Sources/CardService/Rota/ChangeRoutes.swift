import DutyRota
import EmergencyCards
import Hummingbird

/// What lies over a published rota, for the association: overrides, exchanges, their withdrawal, and the history of a night.
struct ChangeRoutes: Sendable {
    let gate: Gate
    let rota: any RotaRegister
    let announcer: Announcer

    /// Everything that lies over a range of months, what was taken back included.
    func overrides(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        let query = try Query(request, allowed: ["from", "to"])
        let from = try query.month("from") ?? announcer.clock.now().day.month.adding(-1)
        let to = try query.month("to") ?? from.adding(12)
        let chronicle = try rota.chronicle(of: book.association.id, months: from...max(from, to))
        var json = JSONWriter()
        json.object { $0.member("overrides", each: chronicle.overrides) { $1.write(to: &$0) } }
        return Response(json)
    }

    func override(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let wish = try await request.object(OverrideRequest.read)
        return try await made(.rotaOverride, caller, book) { try $0.overriding(wish, id: $0.newID()) }
    }

    func exchange(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        _ = try Query(request, allowed: [])
        let wish = try await request.object(ExchangeRequest.read)
        return try await made(.rotaExchange, caller, book) {
            try $0.exchanging(wish, id: $0.newID(), overrideIDs: ($0.newID(), $0.newID()))
        }
    }

    /// Takes an override back, or both halves of an exchange.
    func lift(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        let reason = try Query(request, allowed: ["reason"]).required("reason")
        let id = context.part("id")
        return try await made(.rotaLift, caller, book, status: .ok) { try $0.lifting(id, reason: reason) }
    }

    /// Who was planned for a night, who stood in, and why.
    func history(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        let query = try Query(request, allowed: ["dutyDate", "area"])
        guard let date = try query.day("dutyDate") else { throw Refusal(.missingParameter, field: "dutyDate") }
        let area = AreaID(try query.required("area"))
        guard book.association.area(area) != nil else { throw Refusal(.unknownArea) }
        let chronicle = try rota.chronicle(of: book.association.id, months: NightHistory.months(around: date))
        let events = NightHistory.of(dutyDate: date, area: area, chronicle: chronicle, book: book)
        var json = JSONWriter()
        json.object { $0.member("events", each: events) { $1.write(to: &$0) } }
        return Response(json)
    }

    /// Lays something over the rota, or takes it back, between two records.
    private func made(
        _ action: AuditRecord.Action, _ caller: Caller, _ book: RotaBook, status: HTTPResponse.Status = .created,
        decide: @escaping @Sendable (RotaDesk) throws -> OverrideMade
    ) async throws -> Response {
        let made = try await announcer.announced(action, caller) {
            $0.member("association", book.association.id.text)
        } change: {
            try await rota.change(
                book.association.id, draftOf: nil, by: caller.holder.id, at: announcer.clock.now(), decide: decide)
        } shown: {
            $1.member("overrides", $0.overrides.map(\.id))
            $1.member("urgent", $0.isUrgent)
        }
        var json = JSONWriter()
        json.object { made.write(to: &$0) }
        return Response(json, status: status)
    }
}
