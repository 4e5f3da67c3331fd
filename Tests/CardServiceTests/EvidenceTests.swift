import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardDispatch
@testable import CardStore

@Suite("Figures and mornings over HTTP")
struct EvidenceTests {
    static let path = "/api/v1/associations/shizuoka"

    /// A green card in force of P001's patient.
    private static func card(_ client: Client) async throws -> String {
        let listed = try await client.get("/api/v1/physicians/P001/cards?state=active", as: .physician)
        let own = listed.body["cards"].items.first {
            $0["colour"].text == "green" && $0["attendingPhysician"]["id"].text == "P001"
        }
        return try #require((own ?? listed.body["cards"].items.first)?["number"].text)
    }

    private static func call(_ client: Client, about number: String, isRehearsal: Bool = false) async throws {
        let step = PlannedStep(
            id: "attending:P001", kind: .attendingPhysician, skipped: nil, physician: "P001", hospital: nil,
            name: "<試験>", callOrder: nil, numbers: [])
        let now = client.clock.clock.now()
        let author = CallEntry.Author(key: "K", person: nil)
        let acts: [CallEntry.Act] = [
            .opened(CallPlan(from: now, steps: [step], until: nil), via: .number),
            .attempted(Attempt(step: step, outcome: .wrongNumber, startedAt: now)),
            .attempted(Attempt(step: step, outcome: .accepted, startedAt: now)),
            .closed(.deathCertified, note: "記録"),
        ]
        let entries = acts.map { CallEntry(at: now, by: author, act: $0) }
        let subject = Call.Subject(
            card: try #require(CardNumber.read(number)), association: "shizuoka", colour: .green, attending: "P001",
            deputy: nil, isRehearsal: isRehearsal)
        _ = try await client.store.open(subject, repetition: nil, at: now) { _, _ in CallDecision(entries: entries) }
    }

    @Test("A month's figures: look-ups as they were gathered, calls as they are; no card and nobody's name in any form")
    func evidence() async throws {
        try await withService { client in
            let number = try await Self.card(client)
            _ = try await client.get("/api/v1/lookup/\(number)")
            _ = try await client.get("/api/v1/lookup/\(number)?at=2026-11-24T03:00:00%2B09:00")
            _ = try await client.post("/api/v1/search", .object(["telephone": .string("0549999999")]), as: .fire)
            try await Self.call(client, about: number)
            try await Self.call(client, about: number, isRehearsal: true)
            let gatherer = try Gatherer(client.store, client.files)
            while try await gatherer.step(at: client.clock.clock.now()).goesOn {}

            let answer = try await client.get(Self.path + "/evidence/2026-11", as: .association)
            #expect(answer.status == 200)
            #expect(answer.body["record"]["lookUp"]["count"] == .number(1))
            #expect(answer.body["installation"]["searchWithoutHit"]["count"] == .number(1))
            #expect(answer.body["calls"]["count"] == .number(1))
            #expect(answer.body["calls"]["outcomes"]["deathCertified"] == .number(1))
            let other = try await client.get(Self.path + "/evidence/2026-10", as: .admin)
            #expect(other.body["record"]["lookUp"]["count"] == .number(0))
            for form in ["json", "csv", "html"] {
                let shown = try await client.get(Self.path + "/evidence/2026-11.\(form)", as: .admin)
                #expect(shown.status == 200)
                let text = shown.body.written
                #expect(!text.contains(number) && !text.contains("試験") && !text.contains("P001"))
            }
            let table = try await client.get(Self.path + "/evidence/2026-11.csv", as: .admin).body.text ?? ""
            #expect(table.contains("first,attendingPhysician,1\r\n"))
            #expect(table.contains("secondsToAccept,median,\r\n"), "one call's time is not told")
        }
    }

    @Test(
        "Figures are for the office and the admin, mornings for the office and the physician",
        arguments: [
            (Role.fire, path + "/evidence/2026-11", 403), (.physician, path + "/evidence/2026-11", 403),
            (.association, "/api/v1/associations/shimizu/evidence/2026-11", 403),
            (.admin, "/api/v1/associations/numazu/evidence/2026-11", 404),
            (.admin, path + "/evidence/2026-13", 422), (.admin, path + "/evidence/2026-11.xlsx", 422),
            (.admin, path + "/morning", 403), (.fire, path + "/morning", 403), (.association, path + "/morning", 200),
            (.association, path + "/morning?date=2026-11-31", 422),
            (.physician, "/api/v1/physicians/P001/morning", 200),
            (.physician, "/api/v1/physicians/P002/morning", 403),
            (.association, "/api/v1/physicians/P002/morning", 200),
            (.association, "/api/v1/physicians/S001/morning", 403),
            (.association, "/api/v1/physicians/P999/morning", 404),
        ] as [(Role, String, Int)])
    func access(_ role: Role, _ path: String, _ status: Int) async throws {
        try await withService { client in
            let answer = try await client.get(path, as: role)
            #expect(answer.status == status)
        }
    }

    @Test("A death certified on a call stands on the due lists of office and physician, with nothing else being due")
    func due() async throws {
        try await withService { client in
            let number = try await Self.card(client)
            let lists = [(Role.association, Self.path), (.physician, "/api/v1/physicians/P001")]
            for isCertified in [false, true] {
                if isCertified { try await Self.call(client, about: number) }
                for (role, path) in lists {
                    let due = try await client.get(path + "/cards/due?reason=death-certified", as: role)
                    let entries = due.body["entries"].items
                    #expect(entries.compactMap { $0["card"]["number"].text } == (isCertified ? [number] : []))
                    #expect(entries.allSatisfy { $0["since"].text == "2026-11-24" && $0["days"] == .number(0) })
                }
            }
        }
    }

    @Test("The morning's list names what is left to do, and reading it is recorded with its cards")
    func morning() async throws {
        try await withService { client in
            let number = try await Self.card(client)
            try await Self.call(client, about: number)
            try await Self.call(client, about: number, isRehearsal: true)
            _ = try await client.post(
                Self.path + "/rota/unavailable",
                .object(["physician": .string("P001"), "area": .string("aoi"), "reason": .string("急病")]), as: .fire)
            client.clock.move(to: "2026-11-25T09:30:00+09:00")
            for (role, path) in [(Role.association, Self.path), (.physician, "/api/v1/physicians/P001")] {
                let list = try await client.get(path + "/morning?date=2026-11-25", as: role).body
                let calls = list["calls"].items
                #expect(calls.compactMap { $0["card"].text } == [number])
                #expect(calls.first?["tasks"].items.compactMap { $0["kind"].text } == ["closeCard", "mendNumber"])
                #expect(calls.first?["attempts"].items.count == 2)
                let earlier = try await client.get(path + "/morning?date=2026-11-24", as: role)
                #expect(earlier.body["calls"].items.isEmpty)
                let since = try await client.get(path + "/morning", as: role)
                #expect(since.body["calls"].items.count == 1)
            }
            let bodies = try client.auditBodies().filter { $0.contains(#""action":"morningRead""#) }
            #expect(bodies.count == 6)
            #expect(bodies.count { $0.contains(number) } == 4)
        }
    }
}
