import CardService
import EmergencyCards
import Foundation
import Testing

@Suite("Links for the dispatcher, over the socket")
struct LinkRouteTests {
    @Test("The dispatcher sees address and code as they are spoken, and what came of them; a new one kills the old one")
    func list() async throws {
        try await withService(limits: { $0.pause = { _, _ in } }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let (link, path) = (try night.link(.physician), "/api/v1/calls/\(night.id)/links")
            _ = try await night.browser(link)
            let listed = try await client.get(path).body["links"].items
            #expect(listed.count == 1 && listed[0]["code"].text == LinkDigits.spoken(link.code))
            #expect(listed[0]["url"].text == "\(client.base)/n/\(link.address)")
            #expect(listed[0]["alive"] == true && listed[0]["locked"] == false)
            #expect(listed[0]["firstOpenedAt"].text == "2026-11-24T22:00:00+09:00")
            let made = try await client.post(path, ["kind": "physician", "stepId": "attending:P001"], as: .fire)
            #expect(made.status == 201 && made.body["links"].items.map { $0["alive"] } == [false, true])
            let refused = try await LinkBrowser(client.base).post("/n/\(link.address)", ["code": link.code])
            #expect(refused.status == 403)
            _ = try await night.browser(try night.link(.physician))
            #expect(try client.auditBodies().contains { $0.contains("linkMade") && $0.contains("\(night.card)") })
        }
    }

    @Test("Only fire gives links and reads packets; what cannot be given is refused by name")
    func refused() async throws {
        try await withService { client in
            let night = try await NightCall(client, .green)
            let path = "/api/v1/calls/\(night.id)"
            for role in [Role.association, .physician, .hospital, .admin] {
                #expect(try await client.get("\(path)/links", as: role).slug == "wrong-role")
                #expect(try await client.get("\(path)/packet", as: role).slug == "wrong-role")
                #expect(try await client.post("\(path)/links", ["kind": "crew"], as: role).slug == "wrong-role")
            }
            let wishes: [(JSONValue, String)] = [
                (["kind": "physician", "stepId": "attending:P001"], "wrong-call-state"),
                (["kind": "crew"], "wrong-call-state"),
                (["kind": "hospital", "stepId": "hospital:H01"], "unknown-step"),
                (["kind": "physician"], "invalid-fields"),
                (["kind": "key"], "invalid-fields"),
            ]
            for (wish, slug) in wishes {
                #expect(try await client.post("\(path)/links", wish, as: .fire).slug == slug)
            }
            #expect(try await client.get("/api/v1/calls/none/links").slug == "unknown-call")
            #expect(try await client.get("/api/v1/calls/none/packet").slug == "unknown-call")
        }
    }

    @Test(
        "The packet is read out in its order; the wish stands in it once, as a quotation with who confirmed it and when"
    )
    func packet() async throws {
        try await withService { client in
            let night = try await NightCall(client, .green)
            let answer = try await client.get("/api/v1/calls/\(night.id)/packet")
            let items = answer.body["items"].items
            let order = PacketItem.Field.allCases.map(\.rawValue)
            let places = items.compactMap { $0["field"].text.flatMap(order.firstIndex) }
            #expect(places.count == items.count && places == places.sorted())
            let wishes = items.filter { $0.written.contains("家で過ごしたい") }
            #expect(wishes.count == 1 && wishes[0]["text"].text == "「家で過ごしたい。」")
            #expect(wishes[0]["note"].text?.contains("が確認") == true && wishes[0]["asOf"].text == "2026-11-01")
            #expect(try client.auditBodies().last?.contains("packetRead") == true)
            let lookUp = try await client.get("/api/v1/lookup/\(night.card)").body
            #expect(lookUp["wish"]["text"].text == "家で過ごしたい。" && lookUp["wish"]["confirmedBy"].text == "P001")
            #expect(lookUp["wish"]["confirmedOn"].text == "2026-11-01")
            #expect(lookUp.written.components(separatedBy: "家で過ごしたい").count == 2, "and nowhere else")
        }
    }
}
