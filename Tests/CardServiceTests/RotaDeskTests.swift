import EmergencyCards
import Foundation
import Testing

@Suite("The rota desk over the socket", .serialized)
struct RotaDeskTests {
    private static let rota = "/api/v1/associations/shizuoka/rota"
    private static let header = "日付,枠,地区,第一当番,第二当番,備考\r\n"

    @Test("A month goes from file to draft to publication, and the answer follows at once")
    func month() async throws {
        try await withService { client in
            let file = Self.header + "2027-02-01,平日夜間,葵区,前田　里佳,P002,雪の日\r\n"
            let tried = try await client.sheet(file, to: "\(Self.rota)/2027-02/import?dryRun=true")
            #expect(tried.body["changes"].items.count == 3)
            #expect(tried.headers["etag"] == "\"draft-0\"")
            let before = try await client.get("\(Self.rota)/2027-02?stage=draft", as: .association)
            #expect(before.headers["etag"] == "\"draft-0\"")

            let taken = try await client.sheet(file, to: "\(Self.rota)/2027-02/import")
            #expect(taken.headers["etag"] == "\"draft-1\"")
            let unseen = try await client.duty(at: "2027-02-01T22:00:00+09:00")
            #expect(unseen.body["status"] == "unpublished")

            let checks = try await client.get("\(Self.rota)/2027-02/checks", as: .association)
            let problems = checks.body["problems"].items.compactMap { $0["id"].text }
            #expect(problems.contains("gap:2027-02-02:平日夜間:aoi"))
            let refused = try await client.publish("2027-02", [:], tag: "\"draft-1\"")
            #expect(refused.slug == "unacknowledged-problems")
            #expect(refused.body["problems"].items.compactMap { $0["id"].text } == problems)

            let wish: [String: JSONValue] = ["acknowledge": .array(problems.map(JSONValue.string))]
            let stale = try await client.publish("2027-02", wish, tag: "\"draft-0\"")
            #expect(stale.status == 412)
            let published = try await client.publish("2027-02", wish, tag: "\"draft-1\"")
            #expect(published.body["revision"] == .number(1))
            let seen = try await client.duty(at: "2027-02-01T22:00:00+09:00")
            #expect(seen.body["physicians"].items.map { $0["id"].text } == ["P001", "P002"])
            let sheet = try await client.get("\(Self.rota)/2027-02", as: .association)
            #expect(sheet.body["rows"].items[0]["remark"] == "雪の日")
        }
    }

    @Test("One faulty row, and nothing of a file is taken; every fault is named by row and column")
    func faultyFile() async throws {
        try await withService { client in
            let file = Self.header + "2027-02-01,平日夜間,葵区,前田　里佳,,\r\n2027-02-30,平日夜間,葵区,誰か,,\r\n"
            let refused = try await client.sheet(file, to: "\(Self.rota)/2027-02/import")
            #expect(refused.status == 422)
            #expect(refused.slug == "faulty-file")
            #expect(refused.body["problems"].items.map { $0["row"] } == [.number(3)])
            let draft = try await client.get("\(Self.rota)/2027-02?stage=draft", as: .association)
            #expect(draft.headers["etag"] == "\"draft-0\"")
        }
    }

    @Test("A stand-in is named within the next answer, and what lay beneath shows again when it is lifted")
    func override() async throws {
        try await withService { client in
            let planned = try await client.duty(at: "2026-11-24T23:00:00+09:00")
            let first = try #require(planned.body["physicians"].items[0]["id"].text)
            let made = try await client.post(
                "\(Self.rota)/overrides",
                .object([
                    "dutyDate": "2026-11-24", "slot": "平日夜間", "area": "aoi", "callOrder": .number(1),
                    "replaces": .string(first), "physician": "P001", "reason": "急用",
                ]), as: .association)
            #expect(made.status == 201)
            #expect(made.body["urgent"] == true)
            let now = try await client.duty(at: "2026-11-24T23:00:00+09:00")
            #expect(now.body["physicians"].items[0]["id"] == "P001")
            #expect(now.body["physicians"].items[0]["origin"] == "override")
            let before = try await client.duty(at: "2026-11-24T21:59:59+09:00")
            #expect(before.body["physicians"].items[0]["id"] == .string(first))

            client.clock.move(to: "2026-11-24T22:05:00+09:00")
            let id = try #require(made.body["id"].text)
            let lifted = try await client.send(
                "DELETE", "\(Self.rota)/overrides/\(id)?reason=undone", client.keys[.association], nil)
            #expect(lifted.status == 200)
            let after = try await client.duty(at: "2026-11-24T23:00:00+09:00")
            #expect(after.body["physicians"].items[0]["id"] == .string(first))
            let then = try await client.duty(at: "2026-11-24T23:00:00+09:00", known: "2026-11-24T22:03:00+09:00")
            #expect(then.body["physicians"].items[0]["id"] == "P001")
        }
    }

    @Test("Fire says that a physician can't come: the gap shows at once, and the plan says so, until the slot ends")
    func unavailable() async throws {
        try await withService { client in
            let planned = try await client.duty(at: "2026-11-24T22:00:00+09:00")
            let first = try #require(planned.body["physicians"].items[0]["id"].text)
            let said = try await client.post(
                "\(Self.rota)/unavailable",
                .object(["physician": .string(first), "area": "aoi", "reason": "連絡がつかない"]), as: .fire)
            #expect(said.status == 201)
            #expect(said.body["until"] == "2026-11-25T08:30:00+09:00")
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            let answer = try await client.get("/api/v1/lookup/1040-7519")
            let duty = try await client.duty(at: "2026-11-24T22:01:00+09:00")
            #expect(duty.body["status"] == "gap")
            #expect(duty.body["passedOver"].items.map { $0["reason"] } == ["absent"])
            #expect(duty.body["warnings"].items.contains("absent"))
            #expect(answer.body["plan"].items.isEmpty == false)
            let next = try await client.duty(at: "2026-11-25T22:00:00+09:00")
            #expect(next.body["status"] == "onDuty")
        }
    }

    @Test("A hospital that takes nobody is skipped with its reason, until it says otherwise")
    func full() async throws {
        try await withService { client in
            let said = try await client.post(
                "/api/v1/hospitals/H01/full",
                .object(["until": "2026-11-25T06:00:00+09:00", "reason": "満床"]), as: .hospital)
            #expect(said.status == 201)
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            let marks = try await client.get("/api/v1/hospitals/H01/full", as: .fire)
            #expect(marks.body["full"].items.count == 1)
            let other = try await client.post(
                "/api/v1/hospitals/H02/full",
                .object(["until": "2026-11-25T06:00:00+09:00", "reason": "満床"]), as: .hospital)
            #expect(other.slug == "not-yours")
        }
    }

    @Test("A calendar is read by its address alone, and no more once that is revoked")
    func feed() async throws {
        try await withService { client in
            let made = try await client.post(
                "/api/v1/associations/shizuoka/feeds", .object(["area": "aoi"]), as: .association)
            let path = try #require(made.body["path"].text)
            let calendar = try await client.get(path, as: nil)
            #expect(calendar.headers["content-type"] == "text/calendar; charset=utf-8")
            #expect(calendar.body.text?.hasPrefix("BEGIN:VCALENDAR\r\n") == true)
            let tag = try #require(calendar.headers["etag"])
            let same = try await client.get(path, as: nil, headers: ["If-None-Match": tag])
            #expect(same.status == 304 || same.body == calendar.body)
            let id = try #require(made.body["id"].text)
            let revoked = try await client.send(
                "DELETE", "/api/v1/associations/shizuoka/feeds/\(id)", client.keys[.association], nil)
            #expect(revoked.status == 204)
            let gone = try await client.get(path, as: nil)
            #expect(gone.slug == "not-found")
            let records = try client.auditBodies().joined()
            #expect(!records.contains(path.dropFirst("/feeds/".count).prefix(20)))
        }
    }

    @Test("A physician who leaves shows every shift and every patient that needs somebody else")
    func departure() async throws {
        try await withService { client in
            let left = try await client.post(
                "/api/v1/physicians/P028/retire", .object(["lastDay": "2026-11-30"]), as: .association)
            #expect(left.status == 200)
            #expect(left.body["shifts"].items.contains { $0["dutyDate"] == "2026-12-01" })
            let night = try await client.duty(at: "2026-12-01T22:00:00+09:00")
            #expect(night.body["status"] == "gap")
            let warnings = try await client.get(
                "/api/v1/associations/shizuoka/warnings?days=14", as: .association)
            #expect(warnings.body["warnings"].items.contains { $0["kind"] == "inactivePhysician" })
            #expect(try client.auditBodies().contains { $0.contains("patientList") })
        }
    }

    @Test("A register entry changes only where the request knows its present version")
    func ifMatch() async throws {
        try await withService { client in
            let path = "/api/v1/physicians/P002"
            let known = try await client.get(path, as: .association)
            let tag = try #require(known.headers["etag"])
            let patch = #"{"organisation":"見本医院"}"#
            let bare = try await client.send("PATCH", path, client.keys[.association], Array(patch.utf8))
            #expect(bare.status == 428)
            let changed = try await client.send(
                "PATCH", path, client.keys[.association], Array(patch.utf8), ["If-Match": tag])
            #expect(changed.body["organisation"] == "見本医院")
            let late = try await client.send(
                "PATCH", path, client.keys[.association], Array(patch.utf8), ["If-Match": tag])
            #expect(late.slug == "stale")
            let history = try await client.get("\(path)/history", as: .association)
            #expect(history.body["versions"].items.count == 2)
        }
    }

    @Test("Somebody else's office keeps out", arguments: ["/rota/2026-12", "/rota/overrides", "/feeds", "/physicians"])
    func isolation(_ path: String) async throws {
        try await withService { client in
            let answer = try await client.get("/api/v1/associations/shimizu\(path)", as: .association)
            #expect(answer.slug == "not-yours")
            let fire = try await client.get("/api/v1/associations/shizuoka\(path)", as: .fire)
            #expect(fire.slug == "wrong-role")
        }
    }
}

extension Client {
    fileprivate func sheet(_ text: String, to path: String) async throws -> Answer {
        try await send("POST", path, keys[.association], Array(text.utf8), ["Content-Type": "text/csv"])
    }

    fileprivate func publish(_ month: String, _ wish: [String: JSONValue], tag: String) async throws -> Answer {
        try await post(
            "/api/v1/associations/shizuoka/rota/\(month)/publish", .object(wish), as: .association,
            headers: ["If-Match": tag])
    }

    fileprivate func duty(at time: String, known: String? = nil) async throws -> Answer {
        let at = time.replacingOccurrences(of: "+", with: "%2B")
        let known = known.map { "&asPublishedAt=" + $0.replacingOccurrences(of: "+", with: "%2B") } ?? ""
        return try await get("/api/v1/duty?association=shizuoka&area=aoi&at=\(at)\(known)")
    }
}
