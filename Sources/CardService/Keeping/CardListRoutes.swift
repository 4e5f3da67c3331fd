import DutyRota
import EmergencyCards
import Hummingbird

/// Lists of cards, for those who keep them alive and for the hospitals that they name. Which cards a list showed is recorded.
struct CardListRoutes: Sendable {
    let gate: Gate
    let keeping: any CardKeeping
    let announcer: Announcer

    /// How many cards or entries an answer holds; `next` leads to the rest.
    static let pageSize = 100

    func ofAssociation(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let association = try context.keptBook(caller).association.id
        let query = try Query(request, allowed: ["state", "physician", "reason", "page"])
        let scope =
            try query.text("physician").map { try caller.access.mayList(PhysicianID($0), registers: caller.registers) }
            ?? .association(association)
        return try await list(scope, query, caller)
    }

    func ofPhysician(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let scope = try context.listedPhysician(caller)
        return try await list(scope, try Query(request, allowed: ["state", "reason", "page"]), caller)
    }

    func ofHospital(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let caller = try await gate.caller(request, context)
        let id = HospitalID(context.part("hospital"))
        let association = try caller.access.mayList(naming: id)
        guard caller.registers.hospitals[id] != nil else { throw Refusal(.unknownHospital) }
        let query = try Query(request, allowed: ["agreement", "page"])
        let rules = DueRules(registers: caller.registers, on: announcer.clock.now().day)
        let (onlyOld, after) = (try query.onlyOldAgreements(), try query.cardPage())
        let (numbers, cards) = try await naming(id, of: association, after: after) {
            !onlyOld || rules.isAgreementOld($0, with: id)
        }
        await record("hospital", caller, cards.map(\.number)) {
            $0.member("hospital", id.text)
            $0.member("agreement", onlyOld ? "old" : nil)
        }
        var json = JSONWriter(capacity: 32 * 1024)
        json.object { json in
            json.member("cards", each: cards) { $1.write(to: &$0, naming: id, rules: rules) }
            json.member("next", Self.next(numbers))
        }
        return Response(json)
    }

    /// The next cards that name a hospital and are wanted, with their numbers and one number more where there may be another.
    private func naming(
        _ id: HospitalID, of association: AssociationID?, after: CardNumber?, isWanted: (KeptCard) -> Bool
    ) async throws -> (numbers: [CardNumber], cards: [ListedCard]) {
        var (numbers, cards, last): ([CardNumber], [ListedCard], CardNumber?) = ([], [], after)
        while cards.count <= Self.pageSize {
            let read = try await keeping.numbers(naming: id, of: association, after: last, limit: Self.pageSize + 1)
            // A card may have been withdrawn since its number was read: then nothing of it is shown.
            let found = try await keeping.listed(read).filter { $0.card.isShown(to: id) && isWanted($0.card) }
            (numbers, cards) = (numbers + found.map(\.number), cards + found)
            guard read.count > Self.pageSize else { break }
            last = read.last
        }
        return (Array(numbers.prefix(Self.pageSize + 1)), Array(cards.prefix(Self.pageSize)))
    }

    private func list(_ scope: CardScope, _ query: Query, _ caller: Caller) async throws -> Response {
        let rules = DueRules(registers: caller.registers, on: announcer.clock.now().day)
        let (state, reason, after) = (try query.cardState(), try query.reason(), try query.cardPage())
        guard state == nil || reason == nil else { throw Query.fault("state", KeepingWords.reasonWithState) }
        let numbers =
            if let reason {
                try await self.numbers(scope, reason, rules, after: after)
            } else {
                try await keeping.numbers(
                    CardFilter(scope: scope, state: state), after: after, limit: Self.pageSize + 1)
            }
        let cards = try await keeping.listed(Array(numbers.prefix(Self.pageSize)))
        await record("cards", caller, cards.map(\.number)) {
            scope.write(to: &$0)
            $0.member("state", state?.rawValue)
            $0.member("reason", reason?.rawValue)
        }
        var json = JSONWriter(capacity: 64 * 1024)
        json.object { json in
            json.member("cards", each: cards) { $1.write(to: &$0, reasons: rules.reasons(for: $1.card)) }
            json.member("next", Self.next(numbers))
        }
        return Response(json)
    }

    /// Cards that are on the list for a reason.
    private func numbers(
        _ scope: CardScope, _ reason: DueReason, _ rules: DueRules, after: CardNumber?
    ) async throws -> [CardNumber] {
        let found = try await keeping.candidates(rules.question(scope)).filter {
            $0.number.value > after?.value ?? 0 && rules.reasons(for: $0).contains(reason)
        }
        return Array(found.map(\.number).sorted { $0.value < $1.value }.prefix(Self.pageSize + 1))
    }

    func record(
        _ list: String, _ caller: Caller, _ numbers: [CardNumber], _ details: (inout JSONWriter) -> Void
    ) async {
        await announcer.audit.append(
            AuditRecord(at: announcer.clock.now(), action: .cardList, actor: caller.actor) { json in
                json.member("list", list)
                details(&json)
                json.member("cards", numbers.map(\.text))
            })
    }

    /// What to ask with for the rest, where one more was found than an answer holds.
    private static func next(_ numbers: [CardNumber]) -> String? {
        numbers.count > pageSize ? String(numbers[pageSize - 1].value) : nil
    }
}

extension CardScope {
    /// Writes whose cards were listed, for the record.
    func write(to json: inout JSONWriter) {
        switch self {
        case .association(let id): json.member("association", id.text)
        case .physician(let id, _): json.member("physician", id.text)
        }
    }
}

extension ServiceContext {
    /// The cards of the physician in the path, as far as the caller is shown them. Throws `notYours`, `wrongRole`, `unknownPhysician`.
    func listedPhysician(_ caller: Caller) throws(Refusal) -> CardScope {
        try caller.access.mayList(PhysicianID(part("physician")), registers: caller.registers)
    }
}

extension Query {
    /// A card's state, nil where it is missing. Throws `malformedParameter`.
    fileprivate func cardState() throws(Refusal) -> CardState? {
        guard let text = try text("state") else { return nil }
        guard let state = CardState(rawValue: text) else { throw Query.fault("state", KeepingWords.notAState) }
        return state
    }

    /// A reason, nil where it is missing. Throws `malformedParameter`.
    func reason() throws(Refusal) -> DueReason? {
        guard let text = try text("reason") else { return nil }
        guard let reason = DueReason(rawValue: text) else { throw Query.fault("reason", KeepingWords.notAReason) }
        return reason
    }

    /// Whether only cards with an old agreement are asked for. Throws `malformedParameter`.
    fileprivate func onlyOldAgreements() throws(Refusal) -> Bool {
        guard let text = try text("agreement") else { return false }
        guard text == "old" else { throw Query.fault("agreement", KeepingWords.notAnAgreement) }
        return true
    }

    /// After which number a list goes on, nil where it is missing. Throws `malformedParameter`.
    fileprivate func cardPage() throws(Refusal) -> CardNumber? {
        guard let text = try text("page") else { return nil }
        guard let value = Int(text), value > 0 else { throw Query.fault("page", KeepingWords.notAPage) }
        return CardNumber(issued: value)
    }
}
