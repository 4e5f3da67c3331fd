import EmergencyCards
import Foundation
import Testing

@Suite("Looking a card up over the socket", .serialized)
struct LookUpTests {
    @Test("A number goes in, the plan for the night comes out")
    func mainJob() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/1040-7519")
            #expect(answer.status == 200)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.body["asOf"] == "2026-11-24T22:00:00+09:00")
            #expect(answer.body["rehearsal"] == false)
            #expect(answer.body["patient"]["birthDateJapanese"] == "昭和20年9月1日")
            #expect(answer.body["patient"]["age"] == .number(81))
            #expect(answer.body["wish"]["text"].text?.isEmpty == false)
            #expect(
                answer.body["plan"].items.map { $0["kind"].text } == [
                    "attendingPhysician", "visitingNurse", "deputyPhysician", "dutyPhysician", "dutyPhysician",
                    "standingContact", "ordinaryDispatch",
                ])
            #expect(answer.body["duty"]["status"] == "onDuty")
            let first = answer.body["duty"]["physicians"].items[0]
            #expect(answer.body["plan"].items[3]["physicianId"] == first["id"])
            #expect(first["shift"]["start"] == "2026-11-24T17:30:00+09:00")
        }
    }

    @Test(
        "Every way to write the number reaches the same card",
        arguments: [
            "10407519", "1040 7519", "１０４０－７５１９", "みどり1040の7519", "グリーン 1040-7519",
        ])
    func forgiving(_ typed: String) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/\(typed.inPath)")
            #expect(answer.body["read"]["number"] == "1040-7519")
            #expect(answer.body["read"]["colourMismatch"] == false)
        }
    }

    @Test("A misread number is answered with what may have been meant, and opens when that is chosen")
    func didYouMean() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/1040-7591")
            #expect(answer.status == 422)
            #expect(answer.slug == "malformed-number")
            #expect(answer.body["didYouMean"].items.map { $0["number"] } == ["1040-7519"])
            #expect(answer.body["didYouMean"].items[0]["name"] == .null, "nothing beyond what is compared")
            #expect(answer.body["sentence"].text?.contains("尋ねて照合") == true)
            #expect(try await client.get("/api/v1/lookup/1040-7519?via=didYouMean").status == 200)
            let bodies = try client.auditBodies()
            #expect(bodies.last?.contains(#""via":"didYouMean""#) == true)
        }
    }

    @Test(
        "Each state is answered as it should be",
        arguments: [
            ("9691-2119", "ended", "withdrawn", false), ("4444-2782", "active", nil, true),
            ("2640-0879", "suspended", nil, true),
            ("3887-1684", "draft", nil, false), ("1767-1267", "ended", "deceased", false),
            ("2002-9628", "ended", "moved", false),
            ("4434-6558", "active", nil, true),
        ] as [(String, String, String?, Bool)])
    func states(_ number: String, state: String, reason: String?, showsWish: Bool) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/\(number)")
            #expect(answer.status == 200)
            #expect(answer.body["card"]["state"].text == state)
            #expect(answer.body["card"]["endedReason"].text == reason)
            #expect((answer.body["wish"] != .null) == showsWish)
            #expect((answer.body["clinical"] != .null) == showsWish)
            if !showsWish { #expect(answer.body["plan"].items.map { $0["id"] } == ["ordinaryDispatch"]) }
        }
    }

    @Test("The old number of a patient with a new card answers with the new card")
    func oldNumber() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/9322-5440")
            #expect(answer.body["read"]["endedReason"] == "superseded")
            #expect(answer.body["card"]["number"] == "4565-2275")
            #expect(answer.body["wish"] != .null)
        }
    }

    @Test("A couple's two cards are shown with one another")
    func couple() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/5309-9644")
            #expect(answer.body["sameHousehold"].items.map { $0["number"] } == ["6729-0744"])
            #expect(answer.body["sameHousehold"].items[0]["matchedBy"] == "address")
        }
    }

    @Test("At another instant it is a rehearsal, and is recorded as one")
    func rehearsal() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/1040-7519?at=2026-11-24T03:00:00Z")
            #expect(answer.body["rehearsal"] == true)
            #expect(answer.body["asOf"] == "2026-11-24T12:00:00+09:00")
            #expect(answer.body["duty"]["status"] == "offHours")
            let recorded = try client.auditBodies().last
            #expect(recorded?.contains(#""rehearsal":true"#) == true)
        }
    }

    @Test(
        "A hospital sees yellow cards that name it, and no others",
        arguments: [
            ("1810-2529", 200, nil), ("1040-7519", 404, "unknown-card"),
        ] as [(String, Int, String?)])
    func hospital(_ number: String, status: Int, slug: String?) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/\(number)", as: .hospital)
            #expect(answer.status == status)
            #expect(answer.slug == slug)
            if status != 200 { #expect(answer.body["patient"] == .null) }
            #expect(answer.body["sameHousehold"].items.isEmpty)
        }
    }

    @Test("A card that is withdrawn is closed to the hospital that it names")
    func hospitalWithdrawn() async throws {
        try await withService { client in
            let withdrawn = try await client.post("/api/v1/cards/1810-2529/withdraw", as: .association)
            #expect(withdrawn.status == 200)
            let answer = try await client.get("/api/v1/lookup/1810-2529", as: .hospital)
            #expect(answer.slug == "not-in-force")
            #expect(answer.body["patient"] == .null)
        }
    }

    @Test("A hospital is never told which cards may have been meant")
    func hospitalSuggestions() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/1040-7591", as: .hospital)
            #expect(answer.slug == "malformed-number")
            #expect(answer.body["didYouMean"].items.isEmpty)
        }
    }

    @Test("What was shown is recorded: card, version, revision, steps with their numbers, and the person at the desk")
    func record() async throws {
        try await withService { client in
            let name = "指令 三郎".addingPercentEncoding(withAllowedCharacters: .urlHostAllowed) ?? ""
            let answer = try await client.get("/api/v1/lookup/1040-7519", headers: ["Operator": name])
            let body = try #require(try client.auditBodies().last)
            let record = try #require(JSONValue(Array(body.utf8)))
            #expect(record["action"] == "lookup")
            #expect(record["actor"]["person"].text == name)
            #expect(record["actor"]["address"] == "127.0.0.1")
            #expect(record["details"]["card"] == "1040-7519")
            #expect(record["details"]["version"] == .number(1))
            #expect(record["details"]["rotaRevision"] == answer.body["duty"]["revision"])
            #expect(record["details"]["plan"].items.map { $0["id"] } == answer.body["plan"].items.map { $0["id"] })
            #expect(
                record["details"]["plan"].items[0]["numbers"].items
                    == answer.body["plan"].items[0]["telephones"].items.map { $0["number"] })
            for word in ["佐野", "サノ", "北丸子"] { #expect(!body.contains(word)) }
        }
    }

    @Test("Past its limit fire is slowed down and answered; others are told to wait")
    func rate() async throws {
        try await withService(requestsPerMinute: 3) { client in
            for _ in 0..<5 { #expect(try await client.get("/api/v1/lookup/1040-7519").status == 200) }
            var last: Answer?
            for _ in 0..<4 { last = try await client.get("/api/v1/cards/1040-7519", as: .association) }
            #expect(last?.status == 429)
            #expect(last?.slug == "too-many-requests")
            let metrics = try await client.get("/metrics", as: nil).body.text ?? ""
            #expect(metrics.contains("card_dispatch_fire_over_rate_total 1"))
        }
    }
}

extension String {
    /// The text as it stands in a path.
    var inPath: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? self }
}
