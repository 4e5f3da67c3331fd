import EmergencyCards
import Testing

@Suite("Lists over the socket", .serialized)
struct ListTests {
    @Test("The office's lists, the physician's and the hospital's; which cards were shown is recorded")
    func lists() async throws {
        try await withService { client in
            let due = try await client.get("/api/v1/associations/shizuoka/cards/due", as: .association)
            let reasons = due.body["entries"].items.compactMap { $0["reason"].text.flatMap(DueReason.init) }
            #expect(reasons.first == .physicianLeft && reasons == reasons.sorted())
            let shown = Set(due.body["entries"].items.compactMap { $0["card"]["number"].text })
            let record = try #require(try client.auditBodies().last)
            #expect(record.contains(#""action":"cardList""#) && shown.allSatisfy { record.contains("\"\($0)\"") })
            let left = try await client.get(
                "/api/v1/associations/shizuoka/cards?reason=physician-left", as: .association)
            #expect(left.body["cards"].items.count == 1)
            let own = try await client.get("/api/v1/physicians/P001/cards", as: .physician)
            #expect(
                own.body["cards"].items.allSatisfy {
                    $0["attendingPhysician"] == "P001" || $0["deputyPhysician"] == "P001"
                })
            #expect(!own.body["cards"].items.isEmpty)
            let same = try await client.get("/api/v1/associations/shizuoka/cards?physician=P001", as: .association)
            #expect(same.body == own.body)
            let hospital = try await client.get("/api/v1/hospitals/H01/cards", as: .hospital)
            guard case .object(let members)? = hospital.body["cards"].items.first else { throw Refusal(.notFound) }
            #expect(
                Set(members.keys) == [
                    "number", "state", "name", "kana", "birthDate", "agreedOn", "agreementOld", "patientNumber",
                    "attendingPhysician",
                ])
        }
    }

    @Test("A long list is read page by page, and nothing is left out or doubled")
    func pages() async throws {
        try await withService { client in
            var (numbers, next): ([String], String?) = ([], "")
            while let page = next {
                let path = "/api/v1/associations/shizuoka/cards" + (page.isEmpty ? "" : "?page=\(page)")
                let answer = try await client.get(path, as: .association)
                numbers += answer.body["cards"].items.compactMap { $0["number"].text }
                next = answer.body["next"].text
            }
            #expect(numbers.count == 120 && numbers == numbers.sorted() && Set(numbers).count == 120)
        }
    }

    @Test(
        "Nobody lists what is another's",
        arguments: [
            (Role.association, "/api/v1/associations/shimizu/cards", "not-yours"),
            (.association, "/api/v1/associations/shimizu/cards/due", "not-yours"),
            (.association, "/api/v1/associations/shimizu/cards/counts", "not-yours"),
            (.association, "/api/v1/associations/shizuoka/cards?physician=P999", "unknown-physician"),
            (.association, "/api/v1/physicians/P999/cards", "unknown-physician"),
            (.physician, "/api/v1/physicians/P002/cards", "not-yours"),
            (.physician, "/api/v1/physicians/P002/cards/due", "not-yours"),
            (.physician, "/api/v1/associations/shizuoka/cards", "wrong-role"),
            (.hospital, "/api/v1/hospitals/H02/cards", "not-yours"),
            (.hospital, "/api/v1/associations/shizuoka/cards/counts", "wrong-role"),
            (.fire, "/api/v1/hospitals/H01/cards", "wrong-role"),
            (.fire, "/api/v1/physicians/P001/cards", "wrong-role"),
            (.association, "/api/v1/associations/shizuoka/cards?state=alive", "malformed-parameter"),
            (.association, "/api/v1/associations/shizuoka/cards?reason=why", "malformed-parameter"),
            (
                .association, "/api/v1/associations/shizuoka/cards?reason=unconfirmed&state=active",
                "malformed-parameter"
            ),
            (.association, "/api/v1/associations/shizuoka/cards?page=x", "malformed-parameter"),
            (.association, "/api/v1/associations/shizuoka/cards/due?page=x", "malformed-parameter"),
            (.association, "/api/v1/associations/shizuoka/cards/due?days=0", "malformed-parameter"),
        ])
    func refused(_ role: Role, _ path: String, _ slug: String) async throws {
        try await withService { client in
            let answer = try await client.get(path, as: role)
            #expect(answer.slug == slug)
        }
    }

    @Test("Metrics count cards by reason and name nobody")
    func metrics() async throws {
        try await withService { client in
            let text = try await client.get("/metrics", as: nil).body.text ?? ""
            #expect(text.contains(#"card_dispatch_cards_due{association="shizuoka",reason="physician-left"} 1.0"#))
            #expect(text.contains(#"card_dispatch_cards_due{association="shimizu",reason="draft-left"} 0.0"#))
        }
    }
}
