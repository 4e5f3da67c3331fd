import DutyRota
import EmergencyCards
import Hummingbird

/// Which cards somebody must look after and why, and how many there are.
struct DueRoutes: Sendable {
    let lists: CardListRoutes

    func ofAssociation(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await lists.gate.caller(request, context)
        let book = try context.keptBook(caller)
        return try await list(.association(book.association.id), request, caller)
    }

    func ofPhysician(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await lists.gate.caller(request, context)
        return try await list(try context.listedPhysician(caller), request, caller)
    }

    func counts(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await lists.gate.caller(request, context)
        let association = try context.keptBook(caller).association.id
        _ = try Query(request, allowed: [])
        let rules = DueRules(registers: caller.registers, on: lists.announcer.clock.now().day)
        let counts = try await lists.keeping.counts(of: association, on: rules.day)
        let cards = try await lists.keeping.candidates(rules.question(.association(association)))
        let due = rules.list(cards)
        var json = JSONWriter(capacity: 8192)
        json.object { json in
            json.member("on", rules.day.description)
            counts.write(to: &json, due: due, cards: cards, registers: caller.registers)
        }
        return Response(json)
    }

    private func list(_ scope: CardScope, _ request: Request, _ caller: Caller) async throws -> Response {
        let query = try Query(request, allowed: ["reason", "days", "page"])
        let (limits, reason, after) = (try query.limits(), try query.reason(), try query.duePage())
        let rules = DueRules(limits: limits, registers: caller.registers, on: lists.announcer.clock.now().day)
        let all = rules.list(try await lists.keeping.candidates(rules.question(scope)))
        let wanted = all.filter { (reason == nil || $0.reason == reason) && after.map($0.isAfter) ?? true }
        let page = Array(wanted.prefix(CardListRoutes.pageSize))
        let numbers = Array(Set(page.map(\.number)))
        let listed = Dictionary(try await lists.keeping.listed(numbers).map { ($0.number, $0) }) { first, _ in first }
        let shown = page.compactMap { entry in listed[entry.number].map { (entry: entry, card: $0) } }
        await lists.record("due", caller, listed.keys.sorted { $0.value < $1.value }) {
            scope.write(to: &$0)
            $0.member("reason", reason?.rawValue)
        }
        var json = JSONWriter(capacity: 64 * 1024)
        json.object { json in
            json.member("on", rules.day.description)
            json.member("days", limits.renewalDays)
            json.member("counts", each: all.counted) {
                $0.member("reason", $1.reason.rawValue)
                $0.member("cards", $1.cards)
            }
            json.member("entries", each: shown) { json, shown in
                shown.entry.write(to: &json, registers: caller.registers)
                json.member("card", object: shown.card) { [reasons = rules.reasons(for: shown.card.card)] in
                    $1.write(to: &$0, reasons: reasons)
                }
            }
            json.member("next", wanted.count > page.count ? page.last?.place.text : nil)
        }
        return Response(json)
    }
}

extension DueEntry {
    fileprivate func isAfter(_ other: DuePlace) -> Bool { other < place }
}

extension Query {
    /// Limits with as many days before the end of validity as were asked for. Throws `malformedParameter`.
    fileprivate func limits() throws(Refusal) -> DueLimits {
        var limits = DueLimits()
        guard let text = try text("days") else { return limits }
        guard let days = Int(text), (1...400).contains(days) else {
            throw Query.fault("days", KeepingWords.notADayCount)
        }
        limits.renewalDays = days
        return limits
    }

    /// After which entry a list goes on, nil where it is missing. Throws `malformedParameter`.
    fileprivate func duePage() throws(Refusal) -> DuePlace? {
        guard let text = try text("page") else { return nil }
        guard let place = DuePlace(text) else { throw Query.fault("page", KeepingWords.notAPage) }
        return place
    }
}
