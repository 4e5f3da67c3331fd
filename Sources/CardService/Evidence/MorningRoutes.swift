import DutyRota
import EmergencyCards
import Hummingbird

/// What the night brought, for those who come in the morning. Whose cards were listed is recorded.
struct MorningRoutes: Sendable {
    let gate: Gate
    let parts: EvidenceParts
    let announcer: Announcer

    func ofAssociation(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let id = try context.keptBook(caller).association.id
        let interval = try interval(request)
        var question = CallQuestion()
        question.association = id
        let marks = try parts.tallies.marks(said: interval, of: id)
        return try await list(question, interval, marks, caller) { $0.member("association", id.text) }
    }

    func ofPhysician(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        guard case .physician(let id, let association) = try context.listedPhysician(caller) else {
            throw Refusal(.unknownPhysician)
        }
        let interval = try interval(request)
        var question = CallQuestion()
        (question.physician, question.association) = (id, association)
        return try await list(question, interval, NightMarks(), caller) { $0.member("physician", id.text) }
    }

    private func interval(_ request: Request) throws -> Range<Instant> {
        let day = try Query(request, allowed: ["date"]).day("date")
        return MorningList.interval(of: day, at: announcer.clock.now())
    }

    private func list(
        _ question: CallQuestion, _ interval: Range<Instant>, _ marks: NightMarks, _ caller: Caller,
        _ whose: (inout JSONWriter) -> Void
    ) async throws -> Response {
        var question = question
        (question.from, question.to) = (interval.lowerBound, interval.upperBound)
        let calls = try await parts.calls.morning(question, cards: parts.cards, rules: parts.rules)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .morningRead, actor: caller.actor) { json in
                whose(&json)
                json.member("from", interval.lowerBound.rfc3339)
                json.member("cards", Set(calls.map(\.call.subject.card.text)).sorted())
            })
        let list = MorningList(from: interval.lowerBound, to: interval.upperBound, calls: calls, marks: marks)
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { json in
            whose(&json)
            list.write(to: &json, registers: caller.registers)
        }
        return Response(json)
    }
}
