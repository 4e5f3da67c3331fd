import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("Who looked, over the socket", .serialized)
struct AuditReadTests {
    @Test("Every record that concerns a card is found, by whichever of the patient's numbers")
    func everyKind() async throws {
        try await withService { client in
            let issued = try await client.post("/api/v1/cards", .object(sampleCard()))
            let first = try #require(issued.body["number"].text)
            var yellow = sampleCard(colour: "yellow")
            yellow["patient"] = yellow["patient"]?.with("id", issued.body["patient"]["id"])
            let second = try #require(try await client.post("/api/v1/cards", .object(yellow)).body["number"].text)
            // A partner at the same address, whose look-up shows the card beside the answer.
            let partner = try #require(
                try await client.post("/api/v1/cards", .object(sampleCard(kana: "シケン　ハナコ"))).body["number"].text)
            _ = try await client.get("/api/v1/lookup/\(partner)")
            _ = try await client.get(
                "/api/v1/lookup/\(first)?at=2026-12-01T00:00:00%2B09:00", headers: ["Operator": "yamada"])
            _ = try await client.get("/api/v1/lookup/\(first.filter { $0 != "-" })")
            _ = try await client.get("/api/v1/lookup/\(Self.misread(second))")
            _ = try await client.get("/api/v1/lookup/\(second)?via=didYouMean")
            _ = try await client.get("/api/v1/lookup/\(partner)", as: .hospital)
            _ = try await client.get("/api/v1/cards/\(second)", as: .association)
            _ = try await client.get("/api/v1/physicians/P001/cards", as: .physician)
            _ = try await client.get("/api/v1/hospitals/H01/cards", as: .hospital)
            _ = try await client.get("/api/v1/physicians/P001/departure", as: .association)
            _ = try await client.post("/api/v1/cards/\(first)/withdraw")
            _ = try await client.post("/api/v1/cards/\(second)/withdraw")
            let byFirst = try await client.get("/api/v1/audit?card=\(first)", as: .association)
            let deeds = byFirst.body["records"].items.map { record in
                [record["action"].text, record["shownAs"].items.first?.text].compactMap(\.self).joined(separator: " ")
            }
            #expect(
                deeds.reversed() == [
                    "cardIssue", "done card", "cardIssue patient", "done card", "lookup sameHousehold", "lookup asked",
                    "lookup card", "lookup didYouMean", "lookup asked", "cardRead card", "cardList cards",
                    "cardList cards", "patientList cards", "cardWithdraw card", "refused announced",
                    "cardWithdraw card",
                    "done card",
                ])
            let patient = try #require(issued.body["patient"]["id"].text)
            let same = try await client.get("/api/v1/audit?patient=\(patient)", as: .association)
            #expect(Array(same.body["records"].items.dropFirst()) == byFirst.body["records"].items)
            #expect(same.body["records"].items.first?["action"] == "auditRead")
            let rehearsal = try #require(byFirst.body["records"].items.first { $0["rehearsal"] == true })
            #expect(rehearsal["actor"]["person"] == "yamada" && rehearsal["details"] == .null)
            #expect(!rehearsal["plan"].items.isEmpty)
            #expect(try AuditVerification.run(client.files).brokenAt == nil)
        }
    }

    /// The number with two neighbouring digits swapped, as it may be misheard.
    private static func misread(_ number: String) -> String {
        var digits = Array(number.filter { $0 != "-" })
        let index = digits.indices.dropLast().first { digits[$0] != digits[$0 + 1] && digits[$0 + 1] != "0" } ?? 0
        digits.swapAt(index, index + 1)
        return String(digits)
    }

    @Test(
        "An office reads of its own cards alone, others not at all",
        arguments: [
            (Role.association, "", 422, "missing-parameter"), (.association, "?card=5020-3418", 404, "unknown-card"),
            (.association, "?card=1234-5676", 404, "unknown-card"), (.association, "?patient=SM0001", 404, "not-found"),
            (.association, "?card=12", 422, "malformed-parameter"),
            (.association, "?from=x&card=1040-7519", 422, "malformed-parameter"),
            (.association, "?action=x&card=1040-7519", 422, "malformed-parameter"),
            (.association, "?page=x&card=1040-7519", 422, "malformed-parameter"),
            (.association, "?card=1040-7519", 200, nil), (.association, "?card=9691-2119", 200, nil),
            (.admin, "", 200, nil), (.admin, "?card=5020-3418", 200, nil),
            (.fire, "?card=1040-7519", 403, "wrong-role"),
            (.physician, "?card=1040-7519", 403, "wrong-role"), (.hospital, "?card=1040-7519", 403, "wrong-role"),
        ] as [(Role, String, Int, String?)])
    func access(_ role: Role, _ query: String, _ status: Int, _ slug: String?) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/audit\(query)", as: role)
            #expect(answer.status == status)
            #expect(answer.slug == slug)
        }
    }

    @Test("An erased card answers calmly, is read of on, and is suggested to nobody")
    func erased() async throws {
        try await withService { client in
            let number = "9691-2119"
            let erasure = try CardErasure(client.files)
            let later = try #require(Day("2040-01-01"))
            _ = try await client.get("/api/v1/lookup/\(number)")
            let erased = try erasure.erase(
                of: "shizuoka", try #require(Retention(on: later)), at: client.clock.clock.now())
            #expect(erased.contains { $0.number.text == number })
            #expect(try erasure.scrub(), "the daemon reads on meanwhile")
            let answer = try await client.get("/api/v1/lookup/\(number)")
            #expect(answer.status == 200)
            #expect(answer.body["card"]["state"] == "ended" && answer.body["card"]["endedReason"] == "withdrawn")
            #expect(answer.body["read"]["erased"] == true)
            for member in ["name", "kana", "birthDate", "address", "age", "area"] {
                #expect(answer.body["patient"][member] == .null)
            }
            #expect(
                answer.body["wish"] == .null && answer.body["clinical"] == .null && answer.body["family"].items.isEmpty)
            #expect(answer.body["plan"].items.map { $0["kind"] } == ["ordinaryDispatch"])
            #expect(answer.body["sentence"].text?.contains("通常の119番") == true)
            let slip = try await client.get("/api/v1/lookup/\(Self.misread(number))")
            #expect(slip.body["didYouMean"].items.isEmpty)
            #expect(try await client.get("/api/v1/cards/\(number)", as: .association).slug == "unknown-card")
            let looked = try await client.get("/api/v1/audit?card=\(number)", as: .association)
            #expect(looked.body["records"].items.filter { $0["action"] == "lookup" }.count == 2)
        }
    }
}
