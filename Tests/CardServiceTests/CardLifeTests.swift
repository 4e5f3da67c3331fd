import EmergencyCards
import Foundation
import Testing

@Suite("The life of a card over the socket")
struct CardLifeTests {
    @Test("Two changes of one version: one is made, the other is told that it is late, and nothing is lost")
    func sameVersion() async throws {
        try await withService { client in
            let number = try await client.issued()
            let tag = try #require(try await client.get("/api/v1/cards/\(number)", as: .physician).headers["etag"])
            async let one = client.patch(number, #"{"wish":{"agreements":"甲"}}"#, tag: tag)
            async let other = client.patch(number, #"{"wish":{"agreements":"乙"}}"#, tag: tag)
            let answers = try await [one, other]
            #expect(answers.map(\.status).sorted() == [200, 412])
            let made = try #require(answers.first { $0.status == 200 })
            let card = try await client.get("/api/v1/cards/\(number)", as: .physician)
            #expect(card.body == made.body)
            #expect(card.headers["etag"] == made.headers["etag"])
            #expect(try await client.patch(number, "{}", tag: nil).status == 428)
        }
    }

    @Test("Ten at once, each trying until it is made: all of them survive")
    func allSurvive() async throws {
        try await withService { client in
            let number = try await client.issued()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<10 {
                    group.addTask { try await client.addFamily(index, to: number) }
                }
                try await group.waitForAll()
            }
            let card = try await client.get("/api/v1/cards/\(number)", as: .physician)
            let names = card.body["family"].items.compactMap { $0["name"].text }
            #expect(Set(names) == Set((0..<10).map { "家族\($0)" } + ["試験　花子"]))
            #expect(card.body["version"] == .number(11))
        }
    }

    @Test("Who may not know a card is told what is told of a number that was never issued; the record knows")
    func unknown() async throws {
        try await withService { client in
            for rest in ["", "/versions", "/versions/1", "/differences?from=1&to=1"] {
                let strange = try await client.get("/api/v1/cards/5020-3418\(rest)", as: .association)
                let nobody = try await client.get("/api/v1/cards/1234-5676\(rest)", as: .association)
                #expect(strange.status == 404)
                #expect(strange.body == nobody.body)
                #expect(strange.headers["content-length"] == nobody.headers["content-length"])
            }
            let withdrawn = try await client.post("/api/v1/cards/5020-3418/withdraw", as: .association)
            #expect(withdrawn.slug == "unknown-card")
            let records = try client.auditBodies()
            #expect(records.contains { $0.contains("5020-3418") && $0.contains(#""refused":"not-yours""#) })
            #expect(records.contains { $0.contains(#""reason":"not-yours""#) })
        }
    }

    @Test("A number that the family lost answers with the new card; an act is recorded before it is made")
    func reissue() async throws {
        try await withService { client in
            let number = try await client.issued()
            let lost = try await client.post("/api/v1/cards/\(number)/reissue", .object(["reason": "紛失"]))
            #expect(lost.status == 201)
            let new = try #require(lost.body["number"].text)
            #expect(lost.headers["location"] == "/api/v1/cards/\(new)")
            let shown = try await client.get("/api/v1/lookup/\(number)")
            #expect(shown.body["card"]["number"].text == new)
            #expect(shown.body["sentence"].text?.contains("この方の今のカードは \(new) です") == true)
            #expect(shown.body["wish"]["text"] == "家で過ごしたい。")
            let act = try client.auditBodies().first { $0.contains("cardReissue") }
            #expect(act?.contains(number) == true)
        }
    }
}

extension Client {
    fileprivate func issued() async throws -> String {
        try #require(try await post("/api/v1/cards", .object(sampleCard())).body["number"].text)
    }

    fileprivate func patch(_ number: String, _ patch: String, tag: String?) async throws -> Answer {
        try await send(
            "PATCH", "/api/v1/cards/\(number)", keys[.physician], Array(patch.utf8), tag.map { ["If-Match": $0] } ?? [:]
        )
    }

    /// Adds somebody to the family, however often somebody else is first.
    fileprivate func addFamily(_ index: Int, to number: String) async throws {
        while true {
            let card = try await get("/api/v1/cards/\(number)", as: .physician)
            let member: JSONValue = ["name": .string("家族\(index)"), "relationship": "子", "telephone": "090-0000-0001"]
            let family = JSONValue.array(card.body["family"].items + [member])
            let answer = try await patch(
                number, JSONValue.object(["family": family]).written, tag: card.headers["etag"])
            if answer.status == 200 { return }
            guard answer.status == 412 else { throw Refusal(.internalError) }
        }
    }
}
