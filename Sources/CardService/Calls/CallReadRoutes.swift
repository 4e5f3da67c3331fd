import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

/// What calls say, for fire, for the association and for the patients' physicians. Every reading is recorded, refused ones too.
struct CallReadRoutes: Sendable {
    let gate: Gate
    let keeping: CallKeeping
    let announcer: Announcer

    /// How many calls an answer holds; `next` leads to the rest.
    static let pageSize = 100

    /// A call, or 304 where the client has it as it is.
    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayReadCalls()
        _ = try Query(request, allowed: [])
        let id = CallID(context.part("id"))
        let call = try await known(id, caller)
        let response = Response(try keeping.view(call))
        if let tag = response.headers[.eTag], request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        await record(id, call, caller)
        return response
    }

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayReadCalls()
        let query = try Query(request, allowed: ["association", "from", "to", "open", "rehearsal", "page"])
        var question = CallQuestion()
        question.association = try query.text("association").map { AssociationID($0) }
        question.from = try query.instant("from")
        question.to = try query.instant("to")
        question.onlyOpen = try query.flag("open")
        question.rehearsals = try query.flag("rehearsal")
        question.before = try query.text("page").map { CallID($0) }
        question.limit = Self.pageSize + 1
        question = try caller.access.mayList(question)
        if let association = question.association, caller.registers.books[association] == nil {
            throw Refusal(.unknownAssociation)
        }
        let found = try keeping.calls.calls(question)
        let calls = found.prefix(Self.pageSize)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .callList, actor: caller.actor) {
                $0.member("association", question.association?.text)
                $0.member("cards", calls.map(\.subject.card.text))
            })
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { json in
            json.member("calls", each: calls) { json, call in
                call.writeHead(to: &json)
                json.member("attempts", call.attempts.count)
                json.member("accepted", call.acceptances(keeping.rules).map(\.step.id))
            }
            json.member("next", found.count > Self.pageSize ? calls.last?.id.text : nil)
        }
        return Response(json)
    }

    /// The call as it is now, for whoever may know it. Throws `unknownCall` to anybody else, whether there is one or not.
    func known(_ id: CallID, _ caller: Caller) async throws -> Call {
        guard let call = try keeping.calls.call(id) else { throw Refusal(.unknownCall) }
        do {
            try caller.access.mayRead(call.subject)
        } catch {
            await record(id, call, caller, refused: error.truth)
            throw error
        }
        return try await keeping.current(call)
    }

    /// Keeps that somebody was shown a call, or was not.
    func record(_ id: CallID, _ call: Call, _ caller: Caller, isLive: Bool = false, refused: Refusal.Code? = nil) async
    {
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .callRead, actor: caller.actor) { json in
                json.member("call", id.text)
                json.member("card", call.subject.card.text)
                json.member("rehearsal", call.subject.isRehearsal)
                if isLive { json.member("live", true) }
                json.member("refused", refused?.rawValue)
            })
    }
}
