import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

@Suite("Searching over the socket", .serialized)
struct SearchRouteTests {
    @Test("Each way of searching finds the card, says why, and shows no wish")
    func ways() async throws {
        try await withService { client in
            for (words, reasons) in [
                (["telephone": "+81 54 000 8425"], ["telephone"]),
                (["telephone": "０９０-0157-5956"], ["familyTelephone"]),
                (["kana": "さのはるえ", "birthDate": "昭和20年9月1日"], ["kana", "birthDate"]),
                (["kana": "ハルエ", "birthDate": "S20.9.?"], ["givenName", "birthDatePart"]),
                (["kana": "ザノ　ハルエ", "area": "駿河区"], ["kanaNear", "area"]), (["address": "北丸子一丁目6番78号"], ["address"]),
                (["address": "北丸子1-6"], ["addressPart"]),
            ] as [([String: JSONValue], [String])] {
                let answer = try await client.post("/api/v1/search", .object(words), as: .fire)
                #expect(answer.status == 200)
                #expect(answer.headers["cache-control"] == "no-store")
                let match = try #require(answer.body["matches"].items.first { $0["number"] == "1040-7519" })
                #expect(match["matchedBy"].items.compactMap(\.text) == reasons)
                #expect(match["state"] == "active")
                #expect(match["birthDateJapanese"] == "昭和20年9月1日")
                #expect(match["wish"] == .null)
                #expect(answer.body["more"] == false)
            }
        }
    }

    @Test("A search is recorded with who was shown and why; its words lie beside the record; so it is without a hit")
    func record() async throws {
        try await withService { client in
            _ = try await client.post("/api/v1/search", ["kana": "サノ　ハルエ", "birthDate": "昭和20年9月1日"], as: .fire)
            _ = try await client.post("/api/v1/search", ["address": "どこにもない町"], as: .fire)
            let bodies = try client.auditBodies().suffix(2)
            let records = try bodies.map { try #require(JSONValue(Array($0.utf8))) }
            #expect(records.map { $0["action"] } == ["search", "search"])
            #expect(records.map { $0["details"]["by"] } == ["kana+birthDate", "address"])
            #expect(records.map { $0["details"]["outcome"] } == ["found", "none"])
            #expect(records[0]["details"]["shown"].items.map { $0["card"] } == ["1040-7519"])
            #expect(records[0]["details"]["shown"].items.map { $0["matchedBy"] } == [["kana", "birthDate"]])
            for word in ["サノ", "昭和", "1945", "どこにも"] { #expect(!bodies.contains { $0.contains(word) }) }
            let words = try await StoreFiles.reader(client.files.audit).read {
                try String.fetchAll($0, sql: "SELECT words FROM searched_words ORDER BY record")
            }
            #expect(words.count == 2)
            #expect(words.contains { $0.contains("サノ　ハルエ") && $0.contains("昭和20年9月1日") })
            let metrics = try await client.get("/metrics", as: nil).body.text ?? ""
            #expect(metrics.contains(#"card_dispatch_searches_total{by="kana+birthDate",outcome="found"} 1"#))
            #expect(metrics.contains(#"card_dispatch_searches_total{by="address",outcome="none"} 1"#))
        }
    }

    @Test("Fire alone searches", arguments: [Role.physician, .association, .hospital, .admin])
    func roles(_ role: Role) async throws {
        try await withService { client in
            let answer = try await client.post("/api/v1/search", ["telephone": "054-000-8425"], as: role)
            #expect(answer.status == 403)
            #expect(answer.slug == "wrong-role")
            #expect(answer.body["matches"] == .null)
        }
    }

    @Test("A card that was found opens as one that was searched for")
    func via() async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/lookup/1040-7519?via=search")
            #expect(answer.status == 200)
            #expect(try client.auditBodies().last?.contains(#""via":"search""#) == true)
        }
    }
}
