import DutyRota
import EmergencyCards
import Hummingbird

/// The ways into a call, for the dispatcher who speaks them, and what can be read out to a physician.
struct LinkRoutes: Sendable {
    let gate: Gate
    let keeping: LinkKeeping
    let address: PublicAddress?

    func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, call) = try await asked(request, context)
        let kept = try keeping.links.links(of: call.id)
        await record(.linkList, call, caller) { _ in }
        return Response(answer(kept, call, request))
    }

    /// Gives a link anew; the one before it dies.
    func make(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, call) = try await asked(request, context)
        let wish = try await request.object(LinkWish.read)
        let rules = keeping.rules
        let changed = try await keeping.announcer.announced(.linkMade, caller) { json in
            json.member("card", call.subject.card.text)
            json.member("call", call.id.text)
            json.member("kind", wish.kind.rawValue)
            json.member("stepId", wish.step)
        } change: {
            try await keeping.calls.change(call.id, by: caller.author) { desk, call, maker in
                try NightLinks.anew(wish.kind, step: wish.step, of: call, at: desk.now, rules: rules, by: maker)
            }
        } shown: { _, _ in
        }
        return Response(answer(try keeping.links.links(of: changed.id), changed, request), status: .created)
    }

    /// What is read out to a physician, line by line.
    func packet(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, call) = try await asked(request, context)
        guard let card = try keeping.card(of: call) else { throw Refusal(.unknownCall) }
        let packet = Packet(
            card, for: .dispatcher, registers: caller.registers, isRehearsal: call.subject.isRehearsal,
            at: keeping.announcer.clock.now())
        await record(.packetRead, call, caller) { $0.member("version", card.version) }
        var json = JSONWriter(capacity: 4096)
        json.object { json in
            json.member("call", call.id.text)
            json.member("rehearsal", call.subject.isRehearsal)
            json.member("card", card.number.text)
            json.member("version", card.version)
            packet.write(to: &json)
        }
        return Response(json)
    }

    private func asked(_ request: Request, _ context: ServiceContext) async throws -> (Caller, Call) {
        let caller = try await gate.caller(request, context)
        try caller.access.mayGiveLinks()
        _ = try Query(request, allowed: [])
        guard let call = try keeping.calls.calls.call(CallID(context.part("id"))) else { throw Refusal(.unknownCall) }
        return (caller, call)
    }

    private func answer(_ kept: [KeptLink], _ call: Call, _ request: Request) -> JSONWriter {
        let base = address?.text ?? "http://" + (request.head.authority ?? "localhost")
        let (links, now, rules) = (kept.map(\.link), keeping.announcer.clock.now(), keeping.rules)
        var json = JSONWriter()
        json.object {
            $0.member("links", each: kept) { json, kept in
                kept.write(to: &json, base: base)
                json.member("alive", kept.link.isAlive(in: call, among: links, at: now, rules))
                json.member("name", call.plans.last?.step(kept.link.step)?.name)
            }
        }
        return json
    }

    private func record(
        _ action: AuditRecord.Action, _ call: Call, _ caller: Caller, _ more: (inout JSONWriter) -> Void
    ) async {
        await keeping.announcer.audit.append(
            AuditRecord(at: keeping.announcer.clock.now(), action: action, actor: caller.actor) { json in
                json.member("card", call.subject.card.text)
                json.member("call", call.id.text)
                json.member("rehearsal", call.subject.isRehearsal)
                more(&json)
            })
    }
}
