import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("Sessions that are stolen, fixed, guessed or left alone")
struct SessionAttackTests {
    @Test("Signing in begins a new session: one that was planted is worth nothing")
    func fixation() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let (browser, planted) = (SignInBrowser(client), SessionSecret().text)
            browser.keep("desk", planted)
            #expect(try await browser.post("/login", person.fields(client)).status == 303)
            let own = try #require(browser.cookies["desk"])
            #expect(own != planted)
            let thief = SignInBrowser(client)
            thief.keep("desk", planted)
            #expect(try await thief.get("/account").location?.hasPrefix("/login") == true)
            #expect(try await browser.post("/login", person.fields(client, later: 1), page: "/account").status == 403)
        }
    }

    @Test("The session that a browser had is over when somebody else signs in there")
    func takenOver() async throws {
        try await withService { client in
            let (one, two) = (
                try await Someone(client, .fire, login: "fire1"), try await Someone(client, .fire, login: "fire2")
            )
            let browser = SignInBrowser(client)
            _ = try await browser.post("/login", one.fields(client))
            let (before, form) = (browser.cookies["desk"], browser.cookies["form"])
            let secret = try #require(SessionSecret(form))
            let fields = two.fields(client).merging(["token": secret.token]) { $1 }
            #expect(try await browser.send("POST", "/login", SignInBrowser.body(fields)).status == 303)
            let thief = SignInBrowser(client)
            thief.keep("desk", before)
            #expect(try await thief.get("/account").status == 303)
            #expect(try await browser.get("/account").text.contains("fire2"))
        }
    }

    @Test("After signing out what the browser kept opens nothing, wherever it is")
    func theft() async throws {
        try await withService { client in
            let seat = try await client.signIn(.physician)
            var thief = LinkBrowser(client.base)
            thief.cookie = seat.cookie
            #expect(try await thief.get("/account").status == 200)
            #expect(try await thief.post("/logout", ["token": "0"]).status == 403, "not without the token")
            let out = try await seat.post("/logout")
            #expect(out.status == 303 && out.headers["set-cookie"]?.contains("Max-Age=0") == true)
            #expect(try await thief.get("/account").status == 303)
            #expect(try await thief.post("/account/sessions", ["token": seat.token]).status == 303)
            #expect(try client.auditBodies().contains { $0.contains("\"logOut\"") })
        }
    }

    @Test(
        "Fire's session lasts its shift without a touch, everybody else's half an hour",
        arguments: [
            (Role.fire, "2026-11-25T21:59:00+09:00", 200), (.fire, "2026-11-25T22:00:00+09:00", 303),
            (.physician, "2026-11-24T22:29:00+09:00", 200), (.physician, "2026-11-24T22:31:00+09:00", 303),
        ])
    func idle(_ role: Role, _ time: String, _ status: Int) async throws {
        try await withService { client in
            let seat = try await client.signIn(role)
            client.clock.move(to: time)
            #expect(try await seat.get("/account").status == status)
        }
    }

    @Test("Use keeps a session going, until its twelve hours are over")
    func use() async throws {
        try await withService { client in
            let seat = try await client.signIn(.association)
            for hour in 0..<12 {
                for minute in ["10", "35", "59"] {
                    let time = String(
                        format: "2026-11-%02dT%02d:\(minute):00+09:00", hour < 2 ? 24 : 25, (22 + hour) % 24)
                    client.clock.move(to: time)
                    #expect(try await seat.get("/account").status == 200, "\(time)")
                }
            }
            client.clock.move(to: "2026-11-25T10:00:00+09:00")
            #expect(try await seat.get("/account").status == 303)
        }
    }

    @Test("An account that is closed or reset by a command is out at the next page")
    func closed() async throws {
        try await withService { client in
            let (one, two) = (try await client.signIn(.hospital), try await client.signIn(.hospital))
            let (now, other) = (client.clock.clock.now(), try CardStoreAgain(client).store)
            try await other.change(one.account.id, by: "command", at: now) { $0.close() }
            try await other.end(.allBut(nil), of: two.account.id, at: now)
            #expect(try await one.get("/account").status == 303)
            #expect(try await two.get("/account").status == 303)
        }
    }

    @Test("Guessing is slowed down for strangers, and the desk that signed in before gets in all the same")
    func bruteForce() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let desk = SignInBrowser(client, address: "198.51.100.7")
            _ = try await desk.post("/login", person.fields(client))
            desk.keep("desk", nil)
            var statuses: [Int] = []
            for number in 0..<40 {
                let stranger = SignInBrowser(client, address: "203.0.113.\(number)")
                statuses.append(
                    try await stranger.post(
                        "/login", person.fields(client).merging(["password": "guess\(number)"]) { $1 }
                    ).status)
            }
            #expect(statuses.filter { $0 == 403 }.count == 20 && statuses.last == 429)
            let stranger = SignInBrowser(client, address: "203.0.113.99")
            let right = try await stranger.post("/login", person.fields(client, later: 1))
            #expect(right.status == 429 && right.headers["retry-after"] == "60", "right or wrong")
            #expect(try await desk.post("/login", person.fields(client, later: 1)).status == 303)
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            let later = SignInBrowser(client, address: "203.0.113.99")
            #expect(
                try await later.post("/login", person.fields(client)).status == 303, "nobody waits longer than a minute"
            )
        }
    }

    @Test("A browser that signed in before guesses no better: ten at once, then one every five seconds")
    func knownBrowser() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let browser = SignInBrowser(client)
            _ = try await browser.post("/login", person.fields(client))
            browser.keep("desk", nil)
            var statuses: [Int] = []
            for _ in 0..<14 {
                statuses.append(
                    try await browser.post("/login", person.fields(client).merging(["password": "x"]) { $1 }).status)
            }
            #expect(statuses.filter { $0 == 403 }.count == 10)
            #expect(statuses.last == 429)
        }
    }

    @Test(
        "Where browsers reach us by https alone, the cookies can be set by no other host and without encryption never")
    func secure() async throws {
        try await withService(limits: { $0.publicAddress = PublicAddress("https://cards.example.jp") }) { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let browser = SignInBrowser(client)
            _ = try await browser.post("/login", person.fields(client))
            #expect(Set(browser.cookies.keys) == ["__Host-desk", "__Host-browser", "__Host-form"])
            #expect(
                browser.lastSet.filter { $0.hasPrefix("__Host-") }.allSatisfy {
                    $0.contains("Secure") && $0.contains("Path=/")
                })
        }
    }
}
