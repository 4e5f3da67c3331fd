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
    let audit: any AuditTrail
    let clock: Clock

    /// The largest body that a card can need, in bytes.
    static let bodyLimit = 256 * 1024

    func issue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        let isDraft = try Query(request, allowed: ["draft"]).flag("draft")
        let body = try await Self.json(request)
        let entry = try CardEntry(body, isDraft: isDraft, holder: caller.holder)
        let now = clock.now()
        let repetition = try repetition(request, body, isDraft: isDraft, caller)
        let card = try await announced(.cardIssue, entry, caller, at: now) {
            try await cards.issue(
                patient: PatientKey(entry.document), repetition: repetition, by: caller.holder.id, at: now
            ) { file in
                // Only now: a request that is repeated later must be answered as it was, whatever today's registers say of it.
                try entry.check(registers: caller.registers, on: now.day)
                return try entry.decide(file, on: now.day)
            }
        }
        var response = Response(card, status: .created)
        response.headers[.location] = "/api/v1/cards/\(card.number)"
        return response
    }

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try number(context, caller)
        guard let card = try await cards.file(number) else { throw Refusal(.unknownCard) }
        try caller.access.mayRead(card.document)
        await audit.append(
            AuditRecord(at: clock.now(), action: .cardRead, actor: caller.actor) {
                $0.member("card", card.number.text)
                $0.member("version", card.version)
            })
        return Response(card)
    }

    func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let number = try number(context, caller)
        let now = clock.now()
        await audit.append(
            AuditRecord(at: now, action: .cardWithdraw, actor: caller.actor) { $0.member("card", number.text) })
        let card = try await recorded(caller) {
            try await cards.change(number, by: caller.holder.id, at: now) {
                try Withdrawal(holder: caller.holder, registers: caller.registers).decide($0, on: now.day)
            }
        }
        return Response(card)
    }

    /// Makes a change between two records: what is about to be done is kept before it is done, so that no change is without its record.
    private func announced(
        _ action: AuditRecord.Action, _ entry: CardEntry, _ caller: Caller, at now: Instant,
        _ change: () async throws -> Card
    ) async throws -> Card {
        await audit.append(
            AuditRecord(at: now, action: action, actor: caller.actor) { json in
                json.member("association", entry.document.association.text)
                json.member("colour", entry.document.colour.rawValue)
                json.member("patient", entry.document.patient.id?.text)
                json.member("draft", entry.isDraft)
                json.member("acknowledged", entry.acknowledged.map(\.rawValue).sorted())
            })
        return try await recorded(caller, change)
    }

    /// Records how an announced change went.
    private func recorded(_ caller: Caller, _ change: () async throws -> Card) async throws -> Card {
        do {
            let card = try await change()
            await audit.append(
                AuditRecord(at: clock.now(), action: .done, actor: caller.actor) { json in
                    json.member("card", card.number.text)
                    json.member("version", card.version)
                    json.member("patient", card.document.patient.id?.text)
                    json.member("state", card.life.state.rawValue)
                })
            return card
        } catch let refusal as Refusal {
            await audit.append(
                AuditRecord(at: clock.now(), action: .refused, actor: caller.actor) {
                    $0.member("reason", refusal.code.rawValue)
                })
            throw refusal
        }
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

    /// The body of a request that says it is JSON. Throws `unsupportedMediaType`, `bodyTooLarge`.
    private static func json(_ request: Request) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.trimmingCharacters(in: .whitespaces).lowercased() == "application/json" else {
            throw Refusal(.unsupportedMediaType)
        }
        var request = request
        let buffer = try await request.collectBody(upTo: bodyLimit)
        return Array(buffer.readableBytesView)
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

extension Response {
    fileprivate init(_ card: Card, status: HTTPResponse.Status = .ok) {
        var json = JSONWriter(capacity: 4096)
        json.object { card.write(to: &$0) }
        self.init(json, status: status)
    }
}
