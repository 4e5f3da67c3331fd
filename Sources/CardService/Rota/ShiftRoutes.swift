import DutyRota
import EmergencyCards
import Hummingbird

/// A physician's own duty: their published shifts, their absences, and with whom they could swap.
struct ShiftRoutes: Sendable {
    let gate: Gate
    let clock: Clock

    /// The longest stretch that is asked for at once, in days.
    private static let longest = 400

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let physician = try caller.access.mayReadShifts(
            of: PhysicianID(context.part("physician")), registers: caller.registers)
        guard let book = caller.registers.books[physician.association] else { throw Refusal(.unknownAssociation) }
        let query = try Query(request, allowed: ["from", "to", "colleagues"])
        let today = clock.now().day
        let from = try query.day("from") ?? today
        let to = try query.day("to") ?? from.adding(55)
        guard from <= to, to <= from.adding(Self.longest) else { throw Query.fault("to", RequestWords.notASpan) }
        let all = try query.flag("colleagues")
        let held = book.holdings(on: from...to).filter { all || $0.physician == physician.id }
        let absences = book.absences.filter { $0.physician == physician.id && $0.lift == nil && $0.to >= today }
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { json in
            json.member("physician", physician.id.text)
            json.member("association", physician.association.text)
            json.member("from", from.description)
            json.member("to", to.description)
            json.member("shifts", each: held) { json, holding in
                holding.write(to: &json)
                json.member("name", book.physicians[holding.physician]?.name)
            }
            json.member("absences", each: absences) { $1.write(to: &$0) }
        }
        return Response(json)
    }
}
