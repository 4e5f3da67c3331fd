import EmergencyCards
import Testing

@testable import CardService

@Suite("The hospital's desk")
struct HospitalScreenTests {
    private static func number(_ client: Client) async throws -> String {
        let cards = try await client.get("/api/v1/hospitals/H01/cards", as: .hospital).body["cards"].items
        return try #require(cards.first?["number"].text)
    }

    @Test("The first page: cards that name us, our own numbers, and nothing of other hospitals' patients")
    func home() async throws {
        try await withService { client in
            let page = try await client.signIn(.hospital).get("/hospital")
            #expect(page.status == 200)
            for text in ["静岡県立総合病院", "054-247-6111", try await Self.number(client), "受け入れ可能"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(!page.text.contains("1040-7519"))
            for role in [Role.fire, .physician, .association, .admin] {
                #expect(try await client.signIn(role).get("/hospital").status == 403)
            }
        }
    }

    @Test("A number at the door opens the card; the look-up is recorded, and the wish stands as a quotation")
    func door() async throws {
        try await withService { client in
            let desk = try await client.signIn(.hospital)
            let number = try await Self.number(client)
            let sent = try await desk.post("/hospital/cards", ["number": " \(number.replacing("-", with: "の")) "])
            #expect(sent.headers["location"] == "/hospital/cards/\(number)")
            let page = try await desk.get("/hospital/cards/\(number)")
            #expect(page.status == 200 && page.text.contains("<blockquote>") && page.text.contains("イエローカード（黄）"))
            #expect(!page.text.contains("出動"), "the dispatcher's sentence is not the hospital's")
            let record = try #require(try client.auditBodies().last)
            #expect(record.contains(#""action":"lookup""#) && record.contains(#""role":"hospital""#))
            for typed in ["", "12", "カード"] {
                let wrong = try await desk.post("/hospital/cards", ["number": typed])
                #expect(wrong.status == 422 && wrong.text.contains("id=\"f-number-fault\""))
            }
        }
    }

    @Test("A card that does not name us, or none, reads alike; an ended one of ours says that it is")
    func unknown() async throws {
        try await withService { client in
            let desk = try await client.signIn(.hospital)
            let number = try await Self.number(client)
            let others = try await desk.get("/hospital/cards/1040-7519")
            #expect(others.status == 404 && others.text.contains("見つかりません") && !others.text.contains("佐野"))
            _ = try await client.post("/api/v1/cards/\(number)/withdraw", as: .association)
            let ended = try await desk.get("/hospital/cards/\(number)")
            #expect(ended.status == 409 && ended.text.contains("有効ではありません") && !ended.text.contains("<blockquote>"))
        }
    }

    @Test("Full until an instant, and open again; what is wrong is said beside the field")
    func full() async throws {
        try await withService { client in
            let desk = try await client.signIn(.hospital)
            let wrong = try await desk.post("/hospital/full", ["until": "2026-12-24T08:30", "reason": "満床"])
            #expect(wrong.status == 422)
            for text in ["id=\"f-until-fault\"", "value=\"満床\"", "2026-12-24T08:30", "<details open>"] {
                #expect(wrong.text.contains(text), "\(text)")
            }
            let nothing = try await desk.post("/hospital/full")
            #expect(nothing.text.contains("id=\"f-until-fault\"") && nothing.text.contains("id=\"f-reason-fault\""))
            let said = try await desk.post("/hospital/full", ["until": "2026-11-25T08:30", "reason": "満床"])
            #expect(said.headers["location"] == "/hospital?done=hospitalFull")
            let page = try await desk.get("/hospital")
            #expect(page.text.contains("満床として登録中") && page.text.contains("2026-11-25 08:30"))
            let lift = try #require(page.text.firstMatch(of: #/action="(/hospital/full/[^"]+/lift)"/#)?.1)
            #expect(try await desk.post(String(lift)).headers["location"] == "/hospital?done=hospitalOpen")
            #expect(try await desk.get("/hospital").text.contains("受け入れ可能"))
        }
    }

    @Test("Agreements to renew are those of more than a year ago; a hospital reads its own entry alone")
    func agreements() async throws {
        try await withService { client in
            client.clock.move(to: "2027-12-01T10:00:00+09:00")
            let desk = try await client.signIn(.hospital)
            let all = try await client.get("/api/v1/hospitals/H01/cards", as: .hospital).body["cards"].items
            let old = try await client.get("/api/v1/hospitals/H01/cards?agreement=old", as: .hospital).body
            #expect(!all.isEmpty && old["cards"].items == all.filter { $0["agreementOld"] == true })
            #expect(!old["cards"].items.isEmpty && old["next"] == .null)
            let page = try await desk.get("/hospital/agreements")
            for card in old["cards"].items { #expect(page.text.contains(card["number"].text ?? "-")) }
            let wrong = try await client.get("/api/v1/hospitals/H01/cards?agreement=new", as: .hospital)
            #expect(wrong.slug == "malformed-parameter")
            #expect(try await client.get("/api/v1/hospitals/H01", as: .hospital).status == 200)
            #expect(try await client.get("/api/v1/hospitals/H02", as: .hospital).slug == "not-yours")
            let change = try await client.send(
                "PATCH", "/api/v1/hospitals/H01", client.keys[.hospital], Array("{}".utf8), ["If-Match": "*"])
            #expect(change.slug == "wrong-role")
        }
    }
}
