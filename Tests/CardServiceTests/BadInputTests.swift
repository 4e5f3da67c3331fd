import CardStore
import EmergencyCards
import Testing

@Suite("Bad input", .serialized)
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let path: String
        var role: Role? = .fire
        let status: Int
        let slug: String
        var testDescription: String { what }
    }

    static let cases = [
        Case(what: "no key", path: "/api/v1/lookup/1040-7519", role: nil, status: 401, slug: "no-key"),
        Case(what: "wrong role", path: "/api/v1/lookup/1040-7519", role: .admin, status: 403, slug: "wrong-role"),
        Case(
            what: "an office that looks up", path: "/api/v1/lookup/1040-7519", role: .association, status: 403,
            slug: "wrong-role"),
        Case(what: "unknown number", path: "/api/v1/lookup/1234-5676", status: 404, slug: "unknown-card"),
        Case(what: "seven digits", path: "/api/v1/lookup/1040751", status: 422, slug: "malformed-number"),
        Case(what: "leading zero", path: "/api/v1/lookup/01234567", status: 422, slug: "malformed-number"),
        Case(what: "letters", path: "/api/v1/lookup/abc", status: 422, slug: "malformed-number"),
        Case(
            what: "no offset", path: "/api/v1/lookup/1040-7519?at=2026-11-24T22:00:00", status: 422,
            slug: "time-without-offset"),
        Case(what: "no time", path: "/api/v1/lookup/1040-7519?at=yesterday", status: 422, slug: "malformed-time"),
        Case(
            what: "unknown parameter", path: "/api/v1/lookup/1040-7519?when=now", status: 422,
            slug: "malformed-parameter"),
        Case(
            what: "parameter twice", path: "/api/v1/lookup/1040-7519?via=didYouMean&via=x", status: 422,
            slug: "malformed-parameter"),
        Case(
            what: "unknown area", path: "/api/v1/duty?association=shizuoka&area=tobu", status: 404, slug: "unknown-area"
        ),
        Case(
            what: "unknown association", path: "/api/v1/duty?association=x&area=aoi", status: 404,
            slug: "unknown-association"),
        Case(what: "no area", path: "/api/v1/duty?association=shizuoka", status: 422, slug: "missing-parameter"),
        Case(
            what: "another association's rota", path: "/api/v1/duty?association=shimizu&area=yui", role: .association,
            status: 403,
            slug: "not-yours"),
        Case(what: "unknown path", path: "/api/v1/nothing", status: 404, slug: "not-found"),
        Case(what: "wrong method", path: "/api/v1/cards", status: 405, slug: "method-not-allowed"),
    ]

    @Test("Each has its own status and slug, in Japanese, and keeps nothing in caches", arguments: cases)
    func each(_ one: Case) async throws {
        try await withService { client in
            let answer = try await client.get(one.path, as: one.role)
            #expect(answer.status == one.status)
            #expect(answer.slug == one.slug)
            #expect(answer.headers["content-type"] == "application/problem+json")
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.body["title"].text?.contains("。") == true)
            #expect(answer.body["patient"] == .null)
        }
    }

    @Test("A key that is not known, or no more, is refused")
    func keys() async throws {
        try await withService { client in
            let path = "/api/v1/lookup/1040-7519"
            #expect(try await client.send("GET", path, "cd_wrong", nil).slug == "invalid-key")
            let made = try client.store.addKey(role: .fire, scope: .installation, at: client.clock.clock.now())
            #expect(try await client.send("GET", path, made.key, nil).status == 200)
            _ = try client.store.revokeKey(made.holder.id, at: client.clock.clock.now())
            #expect(try await client.send("GET", path, made.key, nil).slug == "invalid-key")
        }
    }

    @Test(
        "Bodies that cannot be read",
        arguments: [
            ("{", 400, "malformed-json"), ("[]", 422, "invalid-fields"), ("", 400, "malformed-json"),
            ("{\"association\":1}", 422, "invalid-fields"),
        ])
    func bodies(_ body: String, status: Int, slug: String) async throws {
        try await withService { client in
            let answer = try await client.send("POST", "/api/v1/cards", client.keys[.physician], Array(body.utf8))
            #expect(answer.status == status)
            #expect(answer.slug == slug)
        }
    }

    @Test("A body of 10 MB and one that is not JSON are refused")
    func size() async throws {
        try await withService { client in
            let key = client.keys[.physician]
            let large = [UInt8](repeating: 0x20, count: 10_000_000)
            let tooLarge = try await client.send("POST", "/api/v1/cards", key, large)
            #expect(tooLarge.slug == "body-too-large")
            let text = ["Content-Type": "text/plain"]
            let plain = try await client.send("POST", "/api/v1/cards", key, Array("{}".utf8), text)
            #expect(plain.slug == "unsupported-media-type")
        }
    }

    @Test("Operations need no key and tell of no patient")
    func operations() async throws {
        try await withService { client in
            #expect(try await client.get("/healthz", as: nil).status == 200)
            #expect(try await client.get("/readyz", as: nil).body["status"] == "ready")
            #expect(try await client.get("/openapi.json", as: nil).body["openapi"] == "3.1.0")
            _ = try await client.get("/api/v1/lookup/1040-7519")
            let metrics = try await client.get("/metrics", as: nil).body.text ?? ""
            #expect(metrics.contains(#"card_dispatch_lookups_total{outcome="found"} 1"#))
            #expect(metrics.contains(#"endpoint="/api/v1/lookup/{number}",method="GET",status="200"} 1"#))
            #expect(!metrics.contains("1040"))
        }
    }

    @Test(
        "Readiness warns of a month that nobody published, of holidays that end, and of cards whose physician has left")
    func readiness() async throws {
        try await withService { client in
            #expect(
                try await client.get("/readyz", as: nil).body["warnings"].items.filter(\.isOfCards).isEmpty,
                "nothing is counted yet")
            _ = try await client.get("/metrics", as: nil)
            let now = try await client.get("/readyz", as: nil)
            #expect(now.body["warnings"].items.filter(\.isOfCards).map { $0["slug"] } == ["physician-left"])
            client.clock.move(to: "2027-01-25T10:00:00+09:00")
            let soon = try await client.get("/readyz", as: nil)
            #expect(soon.status == 200)
            #expect(
                soon.body["warnings"].items.filter(\.isOfCards).map { $0["slug"] } == [
                    "unpublished", "unpublished", "physician-left",
                ])
            client.clock.move(to: "2027-07-01T00:00:00+09:00")
            let slugs = try await client.get("/readyz", as: nil).body["warnings"].items.filter(\.isOfCards).map {
                $0["slug"]
            }
            #expect(slugs.contains("holiday-table-ends"))
        }
    }
}

extension JSONValue {
    /// Whether a warning speaks of cards or rotas, not of notices.
    fileprivate var isOfCards: Bool { self["slug"].text?.hasPrefix("notice") == false }
}
