import DutyRota
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Entering cards and changing them, for physicians and for the association as proxy.
struct CardRoutes: Sendable {
    let gate: Gate
    let cards: any CardRegister
    let announcer: Announcer

    /// The largest body that a card can need, in bytes.
    static let bodyLimit = 256 * 1024

    func issue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        let isDraft = try Query(request, allowed: ["draft"]).flag("draft")
        let body = try await request.json(upTo: Self.bodyLimit)
        let entry = try CardEntry(body, isDraft: isDraft, holder: caller.holder)
        let now = announcer.clock.now()
        let repetition = try request.repetition(body + [isDraft ? 1 : 0], caller)
        let outcome = try await announcer.announced(.cardIssue, caller, entry.writeAnnouncement) {
            try await cards.issue(
                patient: PatientKey(entry.document), repetition: repetition, by: caller.holder.id, at: now
            ) { file in
                // Only now: a request that is repeated later must be answered as it was, whatever today's registers say of it.
                try entry.check(registers: caller.registers, on: now.day)
                return try entry.decide(file, on: now.day)
            }
        } shown: {
            $0.writeShown(to: &$1)
        }
        return try entered(outcome.card, caller)
    }

    func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try context.cardNumber(caller)
        let match = try IfMatch(request)
        let patch = try CardPatch(try await request.mergePatch()) { match.includes(EntityTag(card: $0)) }
        return Response(try await perform(patch, person: patch.person, on: number, caller).card)
    }

    func reissue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try context.cardNumber(caller)
        let reissue = try await request.optionalObject(Reissue.read)
        let repetition = try request.repetition(Array("reissue \(number) \(reissue.reason ?? "")".utf8), caller)
        return try entered(try await perform(reissue, repetition: repetition, on: number, caller).card, caller)
    }

    /// Does an act between two records.
    func perform(
        _ act: some CardAct, person: PersonKey = PersonKey(), repetition: Repetition? = nil, on number: CardNumber,
        _ caller: Caller
    ) async throws -> CardOutcome {
        let now = announcer.clock.now()
        let desk = CardDesk(holder: caller.holder, registers: caller.registers, today: now.day)
        return try await announcer.announced(act.action.record, caller) {
            $0.member("card", number.text)
        } change: {
            try await cards.change(number, person: person, repetition: repetition, by: caller.holder.id, at: now) {
                try desk.decide(act, $0)
            }
        } shown: {
            $0.writeShown(to: &$1)
        }
    }

    /// The answer with a card under a new number. Who repeats a request and may not know the card any more is not shown it.
    private func entered(_ card: Card, _ caller: Caller) throws -> Response {
        try caller.access.mayRead(card.document)
        var response = Response(card, status: .created)
        response.headers[.location] = "/api/v1/cards/\(card.number)"
        return response
    }
}

extension CardEntry {
    /// Reads a card document with its `acknowledge`. Throws `malformedJSON`, or `invalidFields` with every field at fault.
    fileprivate init(_ body: [UInt8], isDraft: Bool, holder: KeyHolder) throws {
        self = try Request.object(body) { reader in
            CardEntry.read(&reader, isDraft: isDraft, holder: holder)
        }
    }

    /// Writes what is kept of an entry before it is made.
    fileprivate func writeAnnouncement(to json: inout JSONWriter) {
        json.member("association", document.association.text)
        json.member("colour", document.colour.rawValue)
        json.member("patient", document.patient.id?.text)
        json.member("draft", isDraft)
        json.member("acknowledged", acknowledged.map(\.rawValue).sorted())
    }
}
