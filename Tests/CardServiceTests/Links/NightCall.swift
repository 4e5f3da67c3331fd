import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

/// A call that was opened at the desk, with what is entered of it and the links that this gives out.
struct NightCall: Sendable {
    let client: Client
    let id: CallID
    let card: CardNumber

    /// A call about a new card of P001's, with two hospitals where it is yellow.
    init(_ client: Client, _ colour: Colour, isRehearsal: Bool = false) async throws {
        var entry = sampleCard(colour: colour.rawValue)
        entry["training"] = .flag(isRehearsal)
        entry["hospitals"] = .array(["H01", "H02"].map { ["hospital": .string($0), "agreedOn": "2026-11-01"] })
        let answer = try await client.post("/api/v1/cards", .object(entry))
        card = try #require(answer.body["number"].text.flatMap(CardNumber.read))
        self.client = client
        let subject = Call.Subject(
            card: card, association: "shizuoka", colour: colour, attending: "P001", deputy: "P002",
            isRehearsal: isRehearsal)
        let (night, now) = (try Desk(client, card), client.clock.clock.now())
        let call = try await client.store.open(subject, repetition: nil, at: now) { id, _ in
            try night.decision(Call(id: id, subject: subject, entries: [])) { desk, _ in desk.opening(.number) }
        }
        id = call.id
    }

    @discardableResult
    func act(_ decide: @escaping @Sendable (CallDesk, Call) throws -> [CallEntry]) async throws -> Call {
        let night = try Desk(client, card)
        return try await client.store.change(id, repetition: nil, at: client.clock.clock.now()) {
            try night.decision($0, decide)
        }
    }

    @discardableResult
    func attempt(_ step: String, _ outcome: Attempt.Outcome) async throws -> Call {
        try await act { try $0.attempting(AttemptRequest(step: step, outcome: outcome), in: $1) }
    }

    var call: Call { get throws { try #require(try client.store.call(id)) } }

    /// The last link of a kind.
    func link(_ kind: NightLink.Kind) throws -> NightLink {
        try #require(try client.store.links(of: id).last { $0.link.kind == kind }?.link)
    }

    /// A browser that has given the code of a link.
    func browser(_ link: NightLink) async throws -> LinkBrowser {
        var browser = LinkBrowser(client.base)
        let seen = try await browser.post("/n/\(link.address)", ["code": link.code])
        #expect(seen.status == 303)
        browser.cookie = seen.cookie
        #expect(seen.cookie != nil)
        return browser
    }
}

private struct Desk: Sendable {
    let desk: CallDesk
    let maker: LinkMaker

    init(_ client: Client, _ number: CardNumber) throws {
        let card = try #require(try client.store.find(number)?.answering)
        let planner = CallPlanner(card: card, registers: try client.store.registers(), rules: CallRules())
        desk = CallDesk(
            author: CallEntry.Author(key: "K1", person: nil), now: client.clock.clock.now(), planner: planner,
            rules: CallRules())
        let store = client.store
        maker = LinkMaker(randomness: .system) { try store.isTaken($0) }
    }

    func decision(_ call: Call, _ decide: (CallDesk, Call) throws -> [CallEntry]) throws -> CallDecision {
        let entries = try decide(desk, call)
        let given = try NightLinks.given(
            for: entries, of: call, plan: desk.planner.steps(at: desk.now), rules: CallRules(), by: maker)
        return CallDecision(entries: entries + given.entries, links: given.links)
    }
}
