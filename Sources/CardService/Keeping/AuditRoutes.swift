import DutyRota
import EmergencyCards
import Hummingbird

/// Who looked: the record, read by card, patient, day, deed and key. Reading it is recorded too.
struct AuditRoutes: Sendable {
    let gate: Gate
    let keeping: any CardKeeping
    let archive: any AuditArchive
    let announcer: Announcer

    private static let pageSize = 100

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayReadAudit()
        let asked = try Query(request, allowed: ["card", "patient", "from", "to", "action", "key", "page"])
        let query = try await query(asked, caller)
        let page = try await archive.page(query, after: try asked.auditPage(), limit: Self.pageSize)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .auditRead, actor: caller.actor) { json in
                json.member("cards", query.numbers.map(\.text))
                json.member("patient", query.patient?.text)
                json.member("from", query.from?.description)
                json.member("to", query.to?.description)
                json.member("of", query.action?.rawValue)
                json.member("by", query.key)
                json.member("records", page.entries.count)
            })
        var json = JSONWriter(capacity: 64 * 1024)
        json.object { json in
            json.member("records", each: page.entries) {
                $1.write(to: &$0, query: query, whole: !caller.access.readsAuditByCard)
            }
            json.member("next", page.next?.text)
        }
        return Response(json)
    }

    private func query(_ asked: Query, _ caller: Caller) async throws -> AuditQuery {
        let subjects = [try await card(asked, caller), try await patient(asked, caller)].compactMap(\.self)
        guard !subjects.isEmpty || !caller.access.readsAuditByCard else {
            throw Refusal(
                .missingParameter, errors: [FieldFault(field: "card", message: AuditWords.cardOrPatient)])
        }
        var query = AuditQuery()
        query.numbers = Array(Set(subjects.flatMap(\.numbers))).sorted { $0.value < $1.value }
        query.patient = subjects.lazy.compactMap(\.patient).first
        query.from = try asked.day("from")
        query.to = try asked.day("to")
        query.key = try asked.text("key")
        query.action = try asked.action()
        return query
    }

    /// Everybody behind a number; who may not know it learns no more than of one that was never issued.
    private func card(_ asked: Query, _ caller: Caller) async throws -> CardSubject? {
        guard let text = try asked.text("card") else { return nil }
        guard let number = NumberReading(text, length: caller.registers.numberLength).number else {
            throw Query.fault("card", AuditWords.notANumber)
        }
        guard let subject = try await keeping.subject(of: number), caller.access.mayReadAudit(of: subject) else {
            throw Refusal(.unknownCard)
        }
        return subject
    }

    private func patient(_ asked: Query, _ caller: Caller) async throws -> CardSubject? {
        guard let text = try asked.text("patient") else { return nil }
        guard let subject = try await keeping.subject(of: PatientID(text)), caller.access.mayReadAudit(of: subject)
        else { throw Refusal(.notFound) }
        return subject
    }
}

extension Query {
    /// What was done, nil where it is missing. Throws `malformedParameter`.
    fileprivate func action() throws(Refusal) -> AuditRecord.Action? {
        guard let text = try text("action") else { return nil }
        guard let action = AuditRecord.Action(rawValue: text) else {
            throw Query.fault("action", AuditWords.notAnAction)
        }
        return action
    }

    /// From where the record is read on, nil where it is missing. Throws `malformedParameter`.
    fileprivate func auditPage() throws(Refusal) -> AuditPlace? {
        guard let text = try text("page") else { return nil }
        guard let place = AuditPlace(text) else { throw Query.fault("page", KeepingWords.notAPage) }
        return place
    }
}
