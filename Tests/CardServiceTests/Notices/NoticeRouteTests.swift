import DutyRota
import EmergencyCards
import Testing

@Suite("Notices over HTTP")
struct NoticeRouteTests {
    private static let path = "/api/v1/notices"

    /// Chooses by JSON.
    private static func choose(_ client: Client, _ recipient: String, _ json: String, as role: Role) async throws
        -> Answer
    {
        try await client.send("PUT", "\(path)/recipients/\(recipient)", client.keys[role], Array(json.utf8))
    }

    @Test("Who is unavailable at night is told to the association, at the addresses that it chose, without the reason")
    func unavailable() async throws {
        try await withService { client in
            let chosen = try await Self.choose(
                client, "association:shizuoka",
                #"{"addresses":[{"channel":"sms","target":"090-0000-0001"},{"channel":"fax","target":"054-000-0002"}]}"#,
                as: .association)
            #expect(chosen.status == 200)
            let duty = try await client.get("/api/v1/duty?association=shizuoka&area=aoi")
            let physician = duty.body["physicians"].items.first?["id"].text ?? ""
            let said = try await client.post(
                "/api/v1/associations/shizuoka/rota/unavailable",
                .object(["physician": .string(physician), "area": .string("aoi"), "reason": .string("秘密の理由")]),
                as: .fire)
            #expect(said.status == 201)
            let listed = try await client.get("\(Self.path)?recipient=association:shizuoka", as: .admin)
            let notices = listed.body["notices"].items
            #expect(notices.map { $0["kind"].text } == ["physicianUnavailable", "physicianUnavailable"])
            #expect(Set(notices.compactMap { $0["channel"].text }) == ["sms", "fax"])
            #expect(notices.allSatisfy { $0["text"].text.map { !$0.contains("秘密") && $0.count <= 140 } ?? false })
        }
    }

    @Test("A change of tonight's duty tells who got it and who lost it, and at once the association and fire")
    func urgent() async throws {
        try await withService { client in
            for (recipient, role) in [("fire", Role.fire), ("association:shizuoka", .association)] {
                _ = try await Self.choose(
                    client, recipient, #"{"addresses":[{"channel":"email","target":"desk@example.jp"}]}"#, as: role)
            }
            let duty = try await client.get("/api/v1/duty?association=shizuoka&area=aoi")
            let on = duty.body["physicians"].items.first
            let replaced = on?["id"].text ?? ""
            let other = replaced == "P001" ? "P002" : "P001"
            for physician in [replaced, other] {
                _ = try await Self.choose(
                    client, "physician:\(physician)", #"{"addresses":[{"channel":"sms","target":"090-0000-0003"}]}"#,
                    as: .association)
            }
            let made = try await client.post(
                "/api/v1/associations/shizuoka/rota/overrides",
                .object([
                    "dutyDate": .string("2026-11-24"), "slot": on?["shift"]["slot"] ?? .null,
                    "area": on?["shift"]["area"] ?? .null,
                    "callOrder": .number(1), "replaces": .string(replaced), "physician": .string(other),
                    "reason": .string("急病"),
                ]), as: .association)
            #expect(made.status == 201)
            let all = try await client.get(Self.path, as: .admin).body["notices"].items
            let told = all.filter { $0["kind"].text == "urgentChange" }.compactMap { $0["recipient"].text }
            #expect(Set(told) == ["fire", "association:shizuoka"])
            let changed = all.filter { $0["kind"].text == "shiftChanged" }.compactMap { $0["recipient"].text }
            #expect(Set(changed) == ["physician:\(replaced)", "physician:\(other)"])
            let texts = all.filter { $0["kind"].text == "shiftChanged" }.compactMap { $0["text"].text }
            #expect(texts.contains { $0.contains("追加") } && texts.contains { $0.contains("取消") })
        }
    }

    @Test("An association sees what became of its own, without addresses and words; others see nothing")
    func access() async throws {
        try await withService { client in
            _ = try await Self.choose(
                client, "association:shizuoka", #"{"addresses":[{"channel":"email","target":"a@example.jp"}]}"#,
                as: .association)
            let duty = try await client.get("/api/v1/duty?association=shizuoka&area=aoi")
            let physician = duty.body["physicians"].items.first?["id"] ?? .null
            _ = try await client.post(
                "/api/v1/associations/shizuoka/rota/unavailable",
                .object(["physician": physician, "area": .string("aoi"), "reason": .string("急病")]), as: .fire)
            let answer = try await client.get(Self.path, as: .association)
            #expect(answer.status == 200)
            #expect(answer.body["notices"].items.contains { $0["kind"].text == "physicianUnavailable" })
            #expect(answer.body["notices"].items.allSatisfy { $0["text"] == .null && $0["target"] == .null })
            #expect(try await client.get("\(Self.path)?recipient=fire", as: .association).slug == "not-yours")
            for role in [Role.fire, .physician, .hospital] {
                #expect(try await client.get(Self.path, as: role).slug == "wrong-role")
            }
        }
    }

    @Test("What people choose lasts, and is not in the record with its addresses")
    func choosing() async throws {
        try await withService { client in
            let json = #"{"addresses":[{"channel":"sms","target":"090-1111-2222"}],"muted":["callClosed"]}"#
            #expect(try await Self.choose(client, "physician:P001", json, as: .physician).status == 200)
            let read = try await client.get("\(Self.path)/recipients/physician:P001", as: .association)
            #expect(read.body["told"].items.first?["target"].text == "090-1111-2222")
            #expect(read.body["muted"].items == [.string("callClosed")])
            #expect(try client.auditBodies().allSatisfy { !$0.contains("1111") })
        }
    }
}
