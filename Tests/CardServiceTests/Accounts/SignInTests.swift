import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("Signing in, over the socket")
struct SignInTests {
    @Test("Password and code open the desk, or the page that was asked for; the record says who, and nothing secret")
    func enters() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let browser = SignInBrowser(client)
            #expect(try await browser.get("/fire/duty").location == "/login?next=%2Ffire%2Fduty")
            let page = try await browser.get("/login?next=%2Ffire%2Fduty")
            for text in ["username", "current-password", "one-time-code", "value=\"/fire/duty\""] {
                #expect(page.text.contains(text), "\(text)")
            }
            let fields = person.fields(client).merging(["next": "/fire/duty"]) { $1 }
            let seen = try await browser.post("/login", fields)
            #expect(seen.status == 303 && seen.location == "/fire/duty")
            let cookie = try #require(browser.lastSet.first { $0.hasPrefix("desk=") })
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
            #expect(try await browser.get("/account").status == 200)
            #expect(try await browser.get("/login").location == "/fire")
            let records = try client.auditBodies().filter { $0.contains("\"logIn\"") }
            #expect(records.count == 1 && records[0].contains(person.account.id.text) && records[0].contains("試験 担当"))
            for body in try client.auditBodies() {
                #expect(!body.contains(Someone.password) && !body.contains(browser.cookies["desk"] ?? "-"))
            }
        }
    }

    @Test("Whatever is wrong, the answer is one and the same; the record knows what it was")
    func refused() async throws {
        try await withService { client in
            let person = try await Someone(client, .physician, .physician("P001"), login: "clinic1")
            let right = person.fields(client)
            let tried: [(String, [String: String], String)] = [
                ("unknown-login", ["login": "nobody"], "/login"), ("unknown-login", ["login": "<b>\"'"], "/login"),
                ("wrong-password", ["password": "wrong"], "/login"), ("wrong-password", ["password": ""], "/login"),
                ("wrong-code", ["code": person.code(client, later: 3)], "/login"),
                ("wrong-code", ["code": ""], "/login"),
                ("wrong-recovery-code", ["recovery": "aaaa-aaaa-aaaa"], "/login/recovery"),
                ("not-fire", ["reason": "急ぎ"], "/login/emergency"),
            ]
            var said: [String: Set<String>] = [:]
            for (reason, change, path) in tried {
                let seen = try await SignInBrowser(client).post(path, right.merging(change) { $1 })
                #expect(seen.status == 403 && seen.headers["set-cookie"]?.contains("desk=") != true)
                #expect(!seen.text.contains("<b>\"") && !seen.text.contains(Someone.password))
                let alert = seen.text.firstRange(of: "role=\"alert\">").map {
                    seen.text[$0.upperBound...].prefix { $0 != "<" }
                }
                said[path, default: []].insert(String(alert ?? ""))
                let last = try #require(try client.auditBodies().last)
                #expect(last.contains("\"logInRefused\"") && last.contains(reason), "\(last)")
                #expect(!last.contains("nobody"))
            }
            #expect(said.values.allSatisfy { $0.count == 1 })
            #expect(try await SignInBrowser(client).post("/login", right).status == 303, "and then they get in")
        }
    }

    @Test("A code opens once: not again, not in another browser, and none that is older")
    func replay() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            #expect(try await SignInBrowser(client).post("/login", person.fields(client)).status == 303)
            #expect(try await SignInBrowser(client).post("/login", person.fields(client)).status == 403)
            #expect(try await SignInBrowser(client).post("/login", person.fields(client, later: -1)).status == 403)
            #expect(try client.auditBodies().last?.contains("used-code") == true)
            #expect(try await SignInBrowser(client).post("/login", person.fields(client, later: 1)).status == 303)
        }
    }

    @Test("A recovery code opens once, and the rest go on")
    func recovery() async throws {
        try await withService { client in
            let person = try await Someone(client, .admin, login: "admin1")
            var fields = person.fields(client)
            fields["recovery"] = person.recovery[0].uppercased().replacing("-", with: " ")
            #expect(try await SignInBrowser(client).post("/login/recovery", fields).status == 303)
            #expect(try await SignInBrowser(client).post("/login/recovery", fields).status == 403)
            #expect(try client.store.file(person.account.id)?.recoveryCodes.count == 9)
            fields["recovery"] = person.recovery[1]
            #expect(try await SignInBrowser(client).post("/login/recovery", fields).status == 303)
        }
    }

    @Test("In an emergency fire gets in with a reason, changes no account, and is looked at afterwards")
    func emergency() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let browser = SignInBrowser(client)
            var fields = person.fields(client)
            fields["reason"] = " "
            #expect(try await browser.post("/login/emergency", fields).status == 403)
            fields["reason"] = "電話機の電池が切れた"
            #expect(try await browser.post("/login/emergency", fields).location == "/fire")
            #expect(try client.auditBodies().last?.contains("電話機の電池が切れた") == true)
            #expect(try await browser.get("/account/password").location == "/login/again?next=%2Faccount%2Fpassword")
            let admin = try await client.signIn(.admin)
            let list = try await admin.get("/admin/accounts")
            #expect(list.text.contains("電話機の電池が切れた"))
            let id = try #require(try client.store.emergencies().first?.id)
            #expect(try await admin.post("/admin/emergencies/\(id)").status == 303)
            #expect(try await !admin.get("/admin/accounts").text.contains("電話機の電池が切れた"))
            #expect(try client.store.emergencies().first?.reviewedBy == admin.account.id.text)
        }
    }

    @Test("Nobody else's page signs anybody in: without the form's own cookie and token nothing is looked at")
    func loginCSRF() async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            for door in SignInScreens.Door.allCases {
                let (victim, attacker) = (SignInBrowser(client), SignInBrowser(client))
                let token = try #require(try await attacker.get(door.path).text.token)
                _ = try await victim.get(door.path)
                for stolen in [token, "", "0"] {
                    let fields = person.fields(client).merging(["token": stolen, "reason": "x"]) { $1 }
                    let seen = try await victim.send("POST", door.path, SignInBrowser.body(fields))
                    #expect(seen.status == 403 && victim.cookies["desk"] == nil)
                }
                let bare = SignInBrowser(client)
                let seen = try await bare.send(
                    "POST", door.path, SignInBrowser.body(person.fields(client).merging(["token": token]) { $1 }))
                #expect(seen.status == 403 && bare.cookies["desk"] == nil)
            }
            #expect(try !client.auditBodies().contains { $0.contains("logIn") })
        }
    }

    @Test(
        "A form that is too large, has a field twice or is of another kind is refused",
        arguments: [
            ("login=a&login=b", 400), ("login=%zz", 400), ("login=" + String(repeating: "a", count: 5_000), 413),
        ])
    func forms(_ body: String, _ status: Int) async throws {
        try await withService { client in
            for path in [
                "/login", "/login/recovery", "/login/emergency", "/invite/" + String(repeating: "0", count: 48),
            ] {
                let seen = try await SignInBrowser(client).send("POST", path, body)
                #expect(seen.status == status, "\(path)")
            }
        }
    }

    @Test(
        "Nobody is sent on to another's address",
        arguments: [
            "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "/..//evil.example",
        ])
    func openRedirect(_ next: String) async throws {
        try await withService { client in
            let person = try await Someone(client, .fire, login: "fire1")
            let fields = person.fields(client).merging(["next": next]) { $1 }
            #expect(try await SignInBrowser(client).post("/login", fields).location == "/fire")
        }
    }
}
