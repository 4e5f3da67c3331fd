import DutyRota
import EmergencyCards
import Hummingbird

/// The number is not at hand: who is it, by telephone, name or address? For fire. (A POST: what is searched for does not belong in a URL.)
struct SearchRoutes: Sendable {
    let gate: Gate
    let cards: any CardSearch
    let audit: any AuditTrail
    let clock: Clock
    let metrics: ServiceMetrics

    func search(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.maySearch()
        _ = try Query(request, allowed: [])
        let body = try await request.json(upTo: 4096)
        let words = try Request.object(body) { SearchWords.read(&$0, registers: caller.registers) }
        let result = Result { try cards.search(words) }
        await record(words, typed: String(decoding: body, as: UTF8.self), result, caller)
        guard case .success(let found) = result else { throw Refusal(.unavailable) }
        var json = JSONWriter(capacity: 512 * (found.matches.count + 1))
        json.object { found.write(to: &$0) }
        return Response(json)
    }

    /// A search without a hit is recorded too, and so is one that could not be answered.
    private func record(
        _ words: SearchWords, typed: String, _ result: Result<SearchResult, any Error>, _ caller: Caller
    ) async {
        let found = try? result.get()
        let outcome = found.map { $0.matches.isEmpty ? "none" : "found" } ?? Refusal.Code.unavailable.rawValue
        metrics.search(words.kind, outcome)
        await audit.append(
            AuditRecord(at: clock.now(), action: .search, actor: caller.actor, words: typed) { json in
                json.member("by", words.kind)
                json.member("outcome", outcome)
                found?.writeShown(to: &json)
            })
    }
}

extension SearchResult {
    /// Writes the answer's members.
    fileprivate func write(to json: inout JSONWriter) {
        json.member("matches", each: matches) { $1.write(to: &$0) }
        json.member("more", more)
    }

    /// Writes what is kept of the answer: whose cards were shown, and why.
    fileprivate func writeShown(to json: inout JSONWriter) {
        json.member("shown", each: matches) { json, match in
            json.member("card", match.number.text)
            json.member("matchedBy", match.matchedBy.map(\.rawValue))
        }
        json.member("more", more)
    }
}

extension SearchMatch {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("number", number.text)
        json.member("colour", colour.rawValue)
        json.member("state", state.rawValue)
        json.member("endedReason", endedReason?.rawValue)
        json.member("training", training)
        json.member("name", name)
        json.member("kana", kana)
        json.member("birthDate", birthDate?.description)
        json.member("birthDateJapanese", birthDate.map(JapaneseDate.text))
        json.member("sex", sex?.rawValue)
        json.member("address", address)
        json.member("matchedBy", matchedBy.map(\.rawValue))
    }
}
