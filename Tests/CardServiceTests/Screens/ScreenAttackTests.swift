import EmergencyCards
import Foundation
import HTTPTypes
import Testing

@testable import CardService

@Suite("Attacks on the screens")
struct ScreenAttackTests {
    @Test("Forms of another kind, too large, with fields twice or broken are refused, and change nothing")
    func forms() async throws {
        let entries = try ScreenEntries.all().filter { $0.method == .post && $0.roles != nil && $0.path != "/logout" }
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            let before = try client.auditBodies().count
            for entry in entries {
                guard let role = Role.allCases.first(where: { entry.isFor($0) }) else { continue }
                let (seat, path) = (try await seats.seat(role, for: entry), entry.path(with: "x"))
                let form = "token=\(seat.token)"
                let tried: [(what: String, body: String, type: String, status: Set<Int>)] = [
                    ("text", form, "text/plain", [415]),
                    ("json", "{\"token\":\"\(seat.token)\"}", "application/json", [415]),
                    ("no type that is known", form, "application/x-www-form-urlencoded-no", [415]),
                    ("a token twice", form + "&" + form, "application/x-www-form-urlencoded", [400]),
                    ("a field twice", form + "&a=1&a=2", "application/x-www-form-urlencoded", [400]),
                    ("a broken escape", form + "&a=%zz", "application/x-www-form-urlencoded", [400]),
                    ("half a character", form + "&a=%E3%81", "application/x-www-form-urlencoded", [400]),
                    (
                        "nine megabytes", form + "&a=" + String(repeating: "x", count: 9_000_000),
                        "application/x-www-form-urlencoded", [413]
                    ),
                ]
                for one in tried {
                    let seen = try await seat.send("POST", path, body: one.body, type: one.type)
                    let found = ScreenGuard.faults(seen)
                    if !one.status.contains(seen.status) || !found.isEmpty {
                        faults.append("\(path) with \(one.what): \(seen.status) \(found)")
                    }
                }
            }
            #expect(faults == [])
            #expect(try client.auditBodies().count == before)
        }
    }

    @Test("Another method than a screen's does nothing; a page that is read says the same to HEAD")
    func methods() async throws {
        let entries = try ScreenEntries.all()
        let known = Set(entries.map { "\($0.method.rawValue) \($0.path)" })
        try await withService { client in
            let seats = Seats(client)
            var faults: [String] = []
            for entry in entries where entry.roles != nil && entry.path != "/logout" {
                guard let role = Role.allCases.first(where: { entry.isFor($0) }) else { continue }
                let (seat, path) = (try await seats.seat(role, for: entry), entry.path(with: "x"))
                for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] where !known.contains("\(method) \(entry.path)")
                {
                    let body = method == "GET" ? nil : "token=\(seat.token)"
                    let seen = try await seat.send(
                        method, path + "?token=\(seat.token)&_method=\(entry.method.rawValue)", body: body,
                        headers: ["X-HTTP-Method-Override": entry.method.rawValue])
                    let found = ScreenGuard.faults(seen)
                    // A path may be another screen's too, by a part that stands for anything.
                    if ![404, 405].contains(seen.status),
                        !entries.contains(where: { $0.method.rawValue == method && $0.matches(path) })
                    {
                        faults.append("\(method) \(path): \(seen.status)")
                    }
                    faults += found.map { "\(method) \(path): \($0)" }
                }
                if entry.method == .get {
                    let (get, head) = (try await seat.get(path), try await seat.send("HEAD", path))
                    if get.status != head.status || !head.text.isEmpty { faults.append("HEAD \(path): \(head.status)") }
                }
            }
            #expect(faults == [])
        }
    }

    @Test(
        "Nobody is led away by an address",
        arguments: [
            "//evil.example", "https://evil.example", "/%5Cevil.example", "%09//evil.example", "javascript:alert(1)",
            "%2F%2Fevil.example%2F%2E%2E", "/..//evil.example", "/%0D%0ASet-Cookie:%20desk=x",
        ])
    func redirects(_ next: String) async throws {
        try await withService { client in
            for role in ScreenRouter.Entry.askers {
                let seat = try await client.seat(role)
                for path in ["/", "/login", "/admin", "/fire"] {
                    let seen = try await seat.get("\(path)?next=\(next)")
                    #expect(seen.location.map(ScreenGuard.isOurs) ?? true, "\(path) leads to \(seen.location ?? "")")
                    #expect(seen.location?.contains("evil") != true && !seen.text.contains("evil.example\""))
                    #expect(seen.headers["set-cookie"]?.contains("desk=x") != true)
                }
            }
        }
    }

    @Test("Where there is no screen a browser is shown a page, a program and the API's client a problem")
    func nowhere() async throws {
        try await withService { client in
            let seat = try await client.seat(.fire)
            let page = try await seat.get("/no/such/screen")
            #expect(page.status == 404 && page.text.contains("<h1>"))
            #expect(ScreenGuard.faults(page) == [])
            let api = try await seat.get("/api/v1/no-such-thing")
            #expect(api.status == 404 && api.headers["content-type"] == "application/problem+json")
            let program = try await seat.get("/no/such/screen", headers: ["Accept": "*/*"])
            #expect(program.status == 404 && program.headers["content-type"] == "application/problem+json")
        }
    }

    @Test(
        "Files of the screens may be kept if asked for anew, and carry every guard", arguments: ["desk.css", "none.js"])
    func assets(_ name: String) async throws {
        try await withService { client in
            let seen = try await client.seat(nil).get("/assets/\(name)")
            #expect(ScreenGuard.faults(seen) == [])
            #expect(seen.status == 404 || seen.headers["cache-control"] == "no-cache")
            #expect(seen.status == 404 || seen.headers["etag"] != nil)
        }
    }

    @Test("A key of a machine opens no screen, and a session of a person no door of the API but through screens")
    func apart() async throws {
        try await withService { client in
            let key = client.keys[.admin] ?? ""
            let seen = try await client.seat(nil).get("/admin", headers: ["Authorization": "Bearer \(key)"])
            #expect(seen.status == 303)
            let api = try await client.seat(.admin).get("/api/v1/keys")
            #expect(api.status == 401)
        }
    }
}

extension ScreenRouter.Entry {
    /// Whether a path is one of this screen's.
    func matches(_ path: String) -> Bool {
        let (pattern, parts) = (self.path.split(separator: "/"), path.split(separator: "/"))
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
