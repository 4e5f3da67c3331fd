import Crypto
import DutyRota
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Entering, reading and withdrawing cards, for physicians and for the association as proxy.
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
        let repetition = try repetition(request, body, isDraft: isDraft, caller)
        let issued = try await announcer.announced(.cardIssue, caller, entry.writeAnnouncement) {
            try await cards.issue(
                patient: PatientKey(entry.document), repetition: repetition, by: caller.holder.id, at: now
            ) { file in
                // Only now: a request that is repeated later must be answered as it was, whatever today's registers say of it.
                try entry.check(registers: caller.registers, on: now.day)
                return try entry.decide(file, on: now.day)
            }
        } shown: {
            $0.card.writeShown(superseding: $0.superseded, to: &$1)
        }
        var response = Response(issued.card, status: .created)
        response.headers[.location] = "/api/v1/cards/\(issued.card.number)"
        return response
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try number(context, caller)
        guard let card = try await cards.file(number) else { throw Refusal(.unknownCard) }
        let refusal = Result { try caller.access.mayRead(card.document) }.failure
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .cardRead, actor: caller.actor) {
                $0.member("card", card.number.text)
                $0.member("version", card.version)
                $0.member("refused", (refusal as? Refusal)?.code.rawValue)
            })
        if let refusal { throw refusal }
        return Response(card)
    }

    func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try number(context, caller)
        let now = announcer.clock.now()
        let withdrawal = Withdrawal(holder: caller.holder, registers: caller.registers)
        let withdrawn = try await announcer.announced(.cardWithdraw, caller) {
            $0.member("card", number.text)
        } change: {
            try await cards.change(number, by: caller.holder.id, at: now) { try withdrawal.decide($0, on: now.day) }
        } shown: {
            $0.writeShown(superseding: nil, to: &$1)
        }
        return Response(withdrawn)
    }

    /// The card's number in the path. Whether it was typed well is no secret here: the caller holds the card.
    private func number(_ context: ServiceContext, _ caller: Caller) throws -> CardNumber {
        let raw = context.parameters.get("number") ?? ""
        let reading = NumberReading(raw.removingPercentEncoding ?? raw, length: caller.registers.numberLength)
        guard let number = reading.number else { throw Refusal(.malformedNumber) }
        return number
    }

    private func repetition(
        _ request: Request, _ body: [UInt8], isDraft: Bool, _ caller: Caller
    ) throws -> Repetition? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Query.fault("Idempotency-Key", RequestWords.badIdempotencyKey)
        }
        let hash = SHA256.hash(data: body + [isDraft ? 1 : 0])
        return Repetition(holder: caller.holder.id, key: key, request: Array(hash))
    }
}

extension CardEntry {
    /// Reads a card document with its `acknowledge`. Throws `malformedJSON`, or `invalidFields` with every field at fault.
    fileprivate init(_ body: [UInt8], isDraft: Bool, holder: KeyHolder) throws(Refusal) {
        guard let value = JSONValue(body) else { throw Refusal(.malformedJSON) }
        var reader = ObjectReader(value)
        let acknowledged = reader.texts("acknowledge", RequestWords.cannotBeAcknowledged) { word in
            CardEntry.acknowledgeable.first { $0.rawValue == word }
        }
        let document = CardDocument.read(&reader)
        let faults = reader.finished()
        guard faults.isEmpty, let document else { throw Refusal(.invalidFields, errors: faults) }
        self.init(document: document, acknowledged: Set(acknowledged), isDraft: isDraft, holder: holder)
    }
}

extension CardEntry {
    /// Writes what is kept of an entry before it is made.
    fileprivate func writeAnnouncement(to json: inout JSONWriter) {
        json.member("association", document.association.text)
        json.member("colour", document.colour.rawValue)
        json.member("patient", document.patient.id?.text)
        json.member("draft", isDraft)
        json.member("acknowledged", acknowledged.map(\.rawValue).sorted())
    }
}

extension Card {
    /// Writes what is kept of a card that was changed.
    fileprivate func writeShown(superseding superseded: CardNumber?, to json: inout JSONWriter) {
        json.member("card", number.text)
        json.member("version", version)
        json.member("patient", document.patient.id?.text)
        json.member("state", life.state.rawValue)
        json.member("superseded", superseded?.text)
    }
}

extension Result {
    /// What went wrong, if anything did.
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}

extension Response {
    fileprivate init(_ card: Card, status: HTTPResponse.Status = .ok) {
        var json = JSONWriter(capacity: 4096)
        json.object { card.write(to: &$0) }
        self.init(json, status: status)
    }
}
