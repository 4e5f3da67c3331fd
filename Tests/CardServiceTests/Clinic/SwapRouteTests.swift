import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("Shifts and swaps over the socket", .serialized)
struct SwapRouteTests {
    /// A shift of P001 that lies ahead, and one of somebody else's.
    private func shifts(_ client: Client) async throws -> (mine: JSONValue, theirs: JSONValue) {
        let all = try await client.get(
            "/api/v1/physicians/P001/shifts?from=2026-12-01&to=2026-12-31&colleagues=true", as: .physician
        ).body["shifts"].items
        let mine = try #require(all.first { $0["physician"] == "P001" })
        let theirs = try #require(
            all.first { other in
                other["physician"] != "P001" && other["dutyDate"] != mine["dutyDate"]
                    && other["callOrder"] == mine["callOrder"] && other["area"] == mine["area"]
            })
        return (mine, theirs)
    }

    private func side(_ shift: JSONValue) -> JSONValue {
        .object(["dutyDate", "slot", "area", "callOrder"].reduce(into: [:]) { $0[$1] = shift[$1] })
    }

    @Test("Asked and accepted, the two shifts have changed hands; the office sees it, and is told")
    func swapped() async throws {
        try await withService { client in
            let (mine, theirs) = try await shifts(client)
            let other = try #require(theirs["physician"].text)
            let asked = try await client.post(
                "/api/v1/physicians/P001/swaps",
                ["one": side(mine), "asked": .string(other), "other": side(theirs), "note": "学会"])
            #expect(asked.status == 201 && asked.body["state"] == "pending" && asked.body["overrides"] == [])
            let id = try #require(asked.body["id"].text)
            let office = try await client.get("/api/v1/associations/shizuoka/swaps", as: .association)
            #expect(office.body["swaps"].items.map { $0["id"] } == [.string(id)])
            #expect(try await client.post("/api/v1/physicians/P001/swaps/\(id)/accept").slug == "not-yours")
            let second = try client.store.addKey(
                role: .physician, scope: .physician(PhysicianID(other)), at: client.clock.clock.now()
            ).key
            let path = "/api/v1/physicians/\(other)/swaps/\(id)"
            #expect(try await client.send("POST", "\(path)/withdraw", second, nil).slug == "not-yours")
            let done = try await client.send("POST", "\(path)/accept", second, nil)
            #expect(done.status == 200 && done.body["state"] == "accepted")
            #expect(done.body["overrides"].items.map { $0["exchange"] } == [.string(id), .string(id)])
            #expect(try await client.send("POST", "\(path)/decline", second, nil).slug == "swap-answered")
            let after = try await client.get(
                "/api/v1/physicians/P001/shifts?from=2026-12-01&to=2026-12-31", as: .physician
            ).body["shifts"].items
            #expect(after.contains { side($0) == side(theirs) } && !after.contains { side($0) == side(mine) })
        }
    }

    @Test("Who has no part in a swap is told that there is none")
    func strangers() async throws {
        try await withService { client in
            let (mine, theirs) = try await shifts(client)
            let asked = try await client.post(
                "/api/v1/physicians/P001/swaps",
                ["one": side(mine), "asked": theirs["physician"], "other": side(theirs)])
            let id = try #require(asked.body["id"].text)
            let stranger = theirs["physician"] == "P002" ? "P003" : "P002"
            let key = try client.store.addKey(
                role: .physician, scope: .physician(PhysicianID(stranger)), at: client.clock.clock.now()
            ).key
            for step in ["accept", "decline", "withdraw"] {
                let path = "/api/v1/physicians/\(stranger)/swaps/\(id)/\(step)"
                #expect(try await client.send("POST", path, key, nil).slug == "not-found")
                #expect(
                    try await client.post("/api/v1/physicians/P001/swaps/\(id)/\(step)", as: .association).slug
                        == "wrong-role")
            }
        }
    }

    @Test("On the screens a swap takes three clicks; the one who was asked has it before them")
    func clicks() async throws {
        try await withService { client in
            let (mine, theirs) = try await shifts(client)
            let seat = try await client.seat(.physician)
            let name = ShiftName(mine).text
            let page = try await seat.get("/clinic/shifts")
            #expect(page.text.contains("/clinic/shifts/swap?shift=\(name.percentEncoded)"))
            let choose = try await seat.get("/clinic/shifts/swap?shift=\(name.percentEncoded)")
            #expect(choose.text.contains(ShiftName(theirs).text))
            let asked = try await seat.post(
                "/clinic/shifts/swap",
                ClinicScreenTests.body(["shift": name, "other": ShiftName(theirs).text, "note": "\"\u{301}><script>x"]))
            #expect(asked.location == "/clinic/shifts?done=swapAsked")
            let other = try await client.signIn(.physician, .physician(PhysicianID(theirs["physician"].text ?? "")))
            let second = ScreenSeat(client.base, cookie: other.cookie, token: other.token)
            let seen = try await second.get("/clinic/shifts")
            #expect(!seen.text.contains("<script>x"))
            let accept = try #require(seen.text.firstMatch(of: #/action="([^"]*\/accept)"/#)?.output.1)
            #expect(try await second.post(String(accept)).location == "/clinic/shifts?done=swap-accept")
        }
    }

    @Test("Nobody is given to a swap that asks for somebody without saying whom")
    func nobody() async throws {
        try await withService { client in
            let (mine, _) = try await shifts(client)
            let seat = try await client.seat(.physician)
            let seen = try await seat.post(
                "/clinic/shifts/swap", ClinicScreenTests.body(["shift": ShiftName(mine).text, "act": "give"]))
            #expect(seen.status == 422 && seen.text.contains("f-asked-fault"))
        }
    }
}
