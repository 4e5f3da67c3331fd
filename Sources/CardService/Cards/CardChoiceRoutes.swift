import DutyRota
import EmergencyCards
import Hummingbird

/// What a card may name, for whoever fills one in.
struct CardChoiceRoutes: Sendable {
    let gate: Gate
    let clock: Clock

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let association = try caller.access.associationOfEntries(caller.registers)
        _ = try Query(request, allowed: [])
        guard let choices = CardChoices(of: association, registers: caller.registers, on: clock.now().day) else {
            throw Refusal(.unknownAssociation)
        }
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { choices.write(to: &$0) }
        return Response(json)
    }
}
