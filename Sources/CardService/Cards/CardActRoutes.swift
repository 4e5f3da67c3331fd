import EmergencyCards
import Hummingbird

/// What is done to a card that there is: one route an act.
struct CardActRoutes: Sendable {
    let desk: CardRoutes

    func issue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, DraftIssue.read)
    }

    func confirm(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Confirming.read)
    }

    func renew(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Renewal.read)
    }

    func review(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Review.read)
    }

    func visit(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Visit.read)
    }

    func suspend(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Suspension.read)
    }

    func close(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Closing.read)
    }

    func reopen(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await act(request, context, Reopening.read)
    }

    /// Needs no body and looks at none: nothing that a client sends along may keep a wish on the screen.
    func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        return Response(try await desk.perform(Withdrawal(), on: number, caller).card)
    }

    func resume(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        return Response(try await desk.perform(Resumption(), on: number, caller).card)
    }

    private func act(
        _ request: Request, _ context: ServiceContext, _ read: (inout ObjectReader) -> (some CardAct)?
    ) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        let act = try await request.optionalObject(read)
        return Response(try await desk.perform(act, on: number, caller).card)
    }

    private func asked(_ request: Request, _ context: ServiceContext) async throws -> (Caller, CardNumber) {
        let caller = try await desk.gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        return (caller, try context.cardNumber(caller))
    }
}
