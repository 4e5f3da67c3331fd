import DutyRota
import EmergencyCards
import Hummingbird

/// Who is on duty, for fire and for the association.
struct DutyRoutes: Sendable {
    let gate: Gate
    let rota: any RotaRegister
    let audit: any AuditTrail
    let clock: Clock

    func duty(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let query = try Query(request, allowed: ["association", "area", "at", "asPublishedAt"])
        let association = AssociationID(try query.required("association"))
        try caller.access.mayAskDuty(of: association)
        let area = AreaID(try query.required("area"))
        let (now, at) = (clock.now(), try query.instant("at"))
        let known = try query.instant("asPublishedAt")
        let book =
            try known.map { try rota.book(of: association, asPublishedAt: $0) } ?? caller.registers.books[association]
        guard let book else { throw Refusal(.unknownAssociation) }
        guard let answer = try? book.duty(at: at ?? now, area: area) else { throw Refusal(.unknownArea) }
        await audit.append(
            AuditRecord(at: now, action: .duty, actor: caller.actor) { json in
                json.member("association", association.text)
                json.member("area", area.text)
                json.member("at", answer.at.rfc3339)
                json.member("asPublishedAt", known?.rfc3339)
                json.member("status", answer.status.rawValue)
                json.member("revision", answer.revision)
                json.member("physicians", answer.callable.map(\.physician.id.text))
            })
        var json = JSONWriter(capacity: 2048)
        json.object { json in
            answer.write(to: &json)
            if let known { json.member("asPublishedAt", known.rfc3339) }
        }
        return Response(json)
    }
}
