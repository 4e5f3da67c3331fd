import DutyRota
import EmergencyCards
import Hummingbird

/// What a card says and said, and whose it is. Every reading is recorded, refused ones too.
struct CardFileRoutes: Sendable {
    let gate: Gate
    let cards: any CardRegister
    let announcer: Announcer

    func read(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        return Response(try await card(number, caller))
    }

    /// Who made each version, when, by what act and why.
    func versions(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        _ = try await card(number, caller) { $0.member("shown", "versions") }
        let versions = try await cards.versions(of: number)
        var json = JSONWriter(capacity: 4096)
        json.object { $0.member("versions", each: versions) { $1.write(to: &$0) } }
        return Response(json)
    }

    /// The card as it was. Throws `notFound` where it has no such version.
    func version(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (caller, number) = try await asked(request, context)
        guard let wanted = Int(context.part("version")) else { throw Query.fault("version", RequestWords.notAVersion) }
        _ = try await card(number, caller) { $0.member("shown", "version \(wanted)") }
        let version = try await cards.version(wanted, of: number)
        var json = JSONWriter(capacity: 4096)
        json.object { version.writeWhole(to: &$0) }
        return Response(json)
    }

    /// What differs between two versions, field by field. Throws `notFound` where the card has no such version.
    func differences(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        let query = try Query(request, allowed: ["from", "to"])
        let (from, to) = (try query.version("from"), try query.version("to"))
        let number = try context.cardNumber(caller)
        _ = try await card(number, caller) { $0.member("shown", "versions \(from), \(to)") }
        let (before, after) = (try await cards.version(from, of: number), try await cards.version(to, of: number))
        var json = JSONWriter(capacity: 2048)
        json.object {
            $0.member("from", from)
            $0.member("to", to)
            CardDifferences(from: before.card, to: after.card).write(to: &$0)
        }
        return Response(json)
    }

    /// A patient with their cards.
    func patient(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        let id = PatientID(context.part("patient"))
        let record = try await cards.patient(id)
        let refusal = record.map { caller.access.refusal(reading: $0) } ?? Refusal(.unknownPatient)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .patientRead, actor: caller.actor) {
                $0.member("patient", record?.details.id?.text)
                $0.member("refused", refusal?.truth.rawValue)
            })
        if let refusal { throw refusal }
        guard let record else { throw Refusal(.unknownPatient) }
        var json = JSONWriter(capacity: 2048)
        json.object { record.write(to: &$0) }
        return Response(json)
    }

    private func asked(_ request: Request, _ context: ServiceContext) async throws -> (Caller, CardNumber) {
        let caller = try await gate.caller(request, context)
        try caller.access.mayEnterCards()
        _ = try Query(request, allowed: [])
        return (caller, try context.cardNumber(caller))
    }

    /// The card, for whoever may know it. Throws `unknownCard` to anybody else, whether there is one or not.
    private func card(
        _ number: CardNumber, _ caller: Caller, _ details: (inout JSONWriter) -> Void = { _ in }
    ) async throws -> Card {
        let card = try await cards.file(number)
        let refusal = card.map { caller.access.refusal(reading: $0.document) } ?? Refusal(.unknownCard)
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .cardRead, actor: caller.actor) {
                $0.member("card", number.text)
                $0.member("version", card?.version)
                details(&$0)
                $0.member("refused", refusal?.truth.rawValue)
            })
        if let refusal { throw refusal }
        guard let card else { throw Refusal(.unknownCard) }
        return card
    }
}

extension Access {
    /// Why the holder may not know a card; nil where they may.
    fileprivate func refusal(reading document: CardDocument) -> Refusal? {
        do { try mayRead(document) } catch { return error }
        return nil
    }

    /// Why the holder may not know a patient; nil where they may.
    fileprivate func refusal(reading patient: PatientRecord) -> Refusal? {
        do { try mayRead(patient) } catch { return error }
        return nil
    }
}

extension CardRegister {
    /// A version of a card by its number. Throws `notFound` where it has no such.
    fileprivate func version(_ version: Int, of number: CardNumber) async throws -> CardVersion {
        guard let found = try await versions(of: number).first(where: { $0.card.version == version }) else {
            throw Refusal(.notFound)
        }
        return found
    }
}

extension Query {
    /// The number of a version, which must be there. Throws `missingParameter`, `malformedParameter`.
    fileprivate func version(_ name: Substring) throws(Refusal) -> Int {
        guard let version = Int(try required(name)) else { throw Query.fault(String(name), RequestWords.notAVersion) }
        return version
    }
}
