import DutyRota
import EmergencyCards
import Hummingbird

/// What the published rota lacks in the days ahead, for the association.
struct OutlookRoutes: Sendable {
    let gate: Gate
    let clock: Clock
    let rules: CheckRules
    /// How many days to look ahead unless the request says.
    let days: Int

    func warnings(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let book = try context.keptBook(caller)
        let now = clock.now()
        let days = try days(try Query(request, allowed: ["days"]))
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("at", now.rfc3339)
            json.member("days", days)
            json.member("warnings", each: book.outlook(from: now, days: days, rules: rules)) { $1.write(to: &$0) }
        }
        return Response(json)
    }

    private func days(_ query: Query) throws(Refusal) -> Int {
        guard let text = try query.text("days") else { return days }
        guard let days = Int(text), (1...400).contains(days) else {
            throw Query.fault("days", RequestWords.notADayCount)
        }
        return days
    }
}
