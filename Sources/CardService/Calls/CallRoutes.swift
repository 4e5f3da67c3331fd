import DutyRota
import EmergencyCards
import Hummingbird

/// Opening a call and what is done on it, for fire.
struct CallRoutes: Sendable {
    let gate: Gate
    let keeping: CallKeeping
    let announcer: Announcer

    func open(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let body = try await request.json(upTo: CardRoutes.bodyLimit)
        let wish = try Request.object(body, CallRequest.read)
        let reading = NumberReading(wish.card, length: caller.registers.numberLength)
        guard let number = reading.number else {
            let sentence = Sentences.malformed(reading, length: caller.registers.numberLength)
            throw Refusal(.malformedNumber, errors: [FieldFault(field: "card", message: sentence)])
        }
        let repetition = try request.repetition(Array("call ".utf8) + body, caller)
        let opening = try await announcer.announced(.callOpen, caller) { json in
            json.member("card", number.text)
            json.member("via", wish.via.rawValue)
            json.member("rehearsal", wish.isRehearsal)
        } change: {
            try await keeping.open(number, wish, by: caller.author, repetition: repetition)
        } shown: { opening, json in
            json.member("call", opening.call.id.text)
            json.member("card", opening.call.subject.card.text)
            json.member("joined", !opening.isNew)
        }
        var response = Response(try keeping.view(opening.call), status: opening.isNew ? .created : .ok)
        response.headers[.location] = "/api/v1/calls/\(opening.call.id)"
        return response
    }

    func attempt(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let id = CallID(context.part("id"))
        let body = try await request.json(upTo: CardRoutes.bodyLimit)
        let attempt = try Request.object(body, AttemptRequest.read)
        let repetition = try request.repetition(Array("attempt \(id) ".utf8) + body, caller)
        return try await changed(.callAttempt, id, caller, repetition: repetition) {
            $0.member("step", attempt.step)
            $0.member("outcome", attempt.outcome.rawValue)
        } act: {
            try $0.attempting(attempt, in: $1)
        }
    }

    func ring(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let wish = try await request.object(RingRequest.read)
        return try await changed(.callRing, CallID(context.part("id")), caller) {
            $0.member("step", wish.step)
        } act: {
            try $0.ringing(wish.step, in: $1)
        }
    }

    func handOver(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let wish = try await request.optionalObject(HandOverRequest.read)
        return try await changed(.callHandOver, CallID(context.part("id")), caller) {
            try $0.handingOver(wish.note, $1)
        }
    }

    func close(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let wish = try await request.object(CallClosing.read)
        return try await changed(.callClose, CallID(context.part("id")), caller) {
            $0.member("outcome", wish.outcome.rawValue)
        } act: {
            try $0.closing(wish.outcome, note: wish.note, $1)
        }
    }

    func reopen(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await asked(request, context)
        let wish = try await request.object(CallReopening.read)
        return try await changed(.callReopen, CallID(context.part("id")), caller) { try $0.reopening(wish.reason, $1) }
    }

    private func asked(_ request: Request, _ context: ServiceContext) async throws -> Caller {
        let caller = try await gate.caller(request, context)
        try caller.access.mayWorkOnCalls()
        _ = try Query(request, allowed: [])
        return caller
    }

    private func changed(
        _ action: AuditRecord.Action, _ id: CallID, _ caller: Caller, repetition: Repetition? = nil,
        announce: (inout JSONWriter) -> Void = { _ in },
        act: @escaping @Sendable (CallDesk, Call) throws -> [CallEntry]
    ) async throws -> Response {
        let call = try await announcer.announced(action, caller) { json in
            json.member("call", id.text)
            announce(&json)
        } change: {
            try await keeping.change(id, by: caller.author, repetition: repetition, act)
        } shown: { call, json in
            json.member("card", call.subject.card.text)
            json.member("state", call.state.rawValue)
        }
        return Response(try keeping.view(call))
    }
}

extension Caller {
    /// Who does something on a call.
    var author: CallEntry.Author { CallEntry.Author(key: holder.id, person: actor.person) }
}

extension Response {
    /// A call with the tag of what it says now.
    init(_ view: CallView, status: HTTPResponse.Status = .ok) {
        let json = view.json
        self = Response(json, status: status).tagged(EntityTag(content: json.bytes))
    }
}

extension CallView {
    /// The whole call as JSON.
    var json: JSONWriter {
        var json = JSONWriter(capacity: 8192)
        json.object(write)
        return json
    }
}
