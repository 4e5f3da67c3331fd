import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardStore

@Suite("Who reads a call")
struct CallReadingTests {
    @Test("Fire works on calls; association and the patient's physicians read theirs; to others there is none")
    func access() async throws {
        try await withService { client in
            let own = try await client.open(ownGreen).call
            let other = try await client.open(otherGreen).call
            let expected: [(Role, own: Int, other: Int, listed: Int)] = [
                (.fire, 200, 200, 2), (.association, 200, 200, 2), (.physician, 200, 404, 1),
            ]
            for (role, ownStatus, otherStatus, listed) in expected {
                #expect(try await client.get("/api/v1/calls/\(own)", as: role).status == ownStatus)
                let answer = try await client.get("/api/v1/calls/\(other)", as: role)
                #expect(answer.status == otherStatus)
                #expect(answer.status == 200 || answer.slug == "unknown-call")
                #expect(try await client.get("/api/v1/calls", as: role).body["calls"].items.count == listed)
            }
            for role in [Role.hospital, .admin] {
                for path in ["/api/v1/calls", "/api/v1/calls/\(own)", "/api/v1/calls/\(own)/events"] {
                    #expect(try await client.get(path, as: role).slug == "wrong-role")
                }
            }
            for role in [Role.association, .physician, .hospital, .admin] {
                for act in ["attempts", "ring", "handover", "close", "reopen"] {
                    #expect(try await client.post("/api/v1/calls/\(own)/\(act)", [:], as: role).slug == "wrong-role")
                }
            }
            let stranger = try client.store.addKey(
                role: .association, scope: .association("shimizu"), at: client.clock.clock.now()
            ).key
            #expect(try await client.send("GET", "/api/v1/calls/\(own)", stranger, nil).slug == "unknown-call")
            let list = try await client.send("GET", "/api/v1/calls", stranger, nil)
            #expect(list.body["calls"].items.isEmpty)
            #expect(
                try await client.send("GET", "/api/v1/calls?association=shizuoka", stranger, nil).slug == "not-yours")
        }
    }

    @Test("Who has the call as it is gets 304, and every reading is recorded")
    func polling() async throws {
        try await withService { client in
            let call = try await client.open(ownGreen).call
            let first = try await client.get("/api/v1/calls/\(call)")
            let tag = try #require(first.headers["etag"])
            #expect(try await client.get("/api/v1/calls/\(call)", headers: ["If-None-Match": tag]).status == 304)
            _ = try await client.attempt(call, "attending:P001", .busy)
            let changed = try await client.get("/api/v1/calls/\(call)", headers: ["If-None-Match": tag])
            #expect(changed.status == 200)
            _ = try await client.get("/api/v1/calls?open=true&association=shizuoka")
            let bodies = try client.auditBodies()
            #expect(bodies.filter { $0.contains(#""callRead""#) }.count == 2)
            #expect(bodies.filter { $0.contains(#""callList""#) && $0.contains(ownGreen) }.count == 1)
        }
    }

    @Test("A list is cut by time, state and page")
    func list() async throws {
        try await withService { client in
            let first = try await client.open(ownGreen).call
            _ = try await client.post("/api/v1/calls/\(first)/close", ["outcome": "cancelled"], as: .fire)
            client.clock.move(to: "2026-11-24T23:00:00+09:00")
            let second = try await client.open(otherGreen).call
            let cases: [(String, [String])] = [
                ("", [second, first]), ("?open=true", [second]), ("?open=false", [second, first]),
                ("?from=2026-11-24T22:30:00%2B09:00", [second]), ("?to=2026-11-24T23:00:00%2B09:00", [first]),
                ("?page=\(second)", [first]), ("?association=shimizu", []), ("?rehearsal=true", []),
            ]
            for (query, expected) in cases {
                let answer = try await client.get("/api/v1/calls\(query)")
                #expect(answer.body["calls"].items.compactMap { $0["id"].text } == expected, "\(query)")
                #expect(answer.body["next"] == .null)
            }
        }
    }
}
