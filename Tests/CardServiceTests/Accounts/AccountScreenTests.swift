import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("The screens of accounts")
struct AccountScreenTests {
    /// The secret that an invitation's page shows.
    private func codes(_ page: String) throws -> OneTimeCode {
        let start = try #require(page.firstRange(of: "<code>")?.upperBound)
        let text = String(page[start...].prefix { $0 != "<" })
        return OneTimeCode(secret: try #require(Base32.bytes(text)), digests: .crypto)
    }

    /// The link that an answer shows.
    private func link(_ page: String) throws -> String {
        let start = try #require(page.firstRange(of: "/invite/")?.lowerBound)
        return String(page[start...].prefix { $0 != "\"" })
    }

    @Test("Whoever is invited sets everything by the link, once; it is kept nowhere")
    func invitation() async throws {
        try await withService { client in
            let admin = try await client.signIn(.admin)
            let made = try await admin.post(
                "/admin/accounts", ["who": "physician:P001", "name": "招待 された人", "login": "Invited@Example.jp"])
            #expect(made.status == 200)
            let path = try link(made.text)
            let browser = SignInBrowser(client)
            let page = try await browser.get(path)
            #expect(page.status == 200 && page.text.contains("<svg") && page.text.contains("new-password"))
            let code = try codes(page.text).code(OneTimeCode.step(at: client.clock.clock.now()))
            for (fields, field) in [
                (["password": "short", "again": "short", "code": code], "8文字以上"),
                (["password": "sakura2026", "again": "sakura2026", "code": code], "よく使われる"),
                (["password": "kawara-no-mori", "again": "kawara-no-yama", "code": code], "2回の入力"),
                (["password": "kawara-no-mori", "again": "kawara-no-mori", "code": "000000"], "コードが違います"),
            ] {
                let seen = try await browser.post(path, fields)
                #expect(seen.status == 422 && seen.text.contains(field) && !seen.text.contains("kawara"), "\(field)")
            }
            let fields = ["password": "kawara-no-mori", "again": "kawara-no-mori", "code": code]
            let done = try await browser.post(path, fields)
            #expect(
                done.status == 200
                    && done.text.matches(of: #/<li><code>[a-z2-9]{4}(-[a-z2-9]{4}){2}<\/code>/#).count == 10)
            #expect(try await browser.get("/account").text.contains("invited@example.jp"))
            #expect(try await SignInBrowser(client).get(path).status == 404)
            let again = SignInBrowser(client)
            #expect(
                try await again.post("/login", ["login": "invited@example.jp"].merging(fields) { $1 }).status == 403,
                "the code was used")
            client.clock.move(to: "2026-11-24T22:00:30+09:00")
            let next = try codes(page.text).code(OneTimeCode.step(at: client.clock.clock.now()))
            let entered = try await again.post(
                "/login", ["login": "invited@example.jp", "password": "kawara-no-mori", "code": next])
            #expect(entered.location == "/clinic")
            let secret = String(path.dropFirst("/invite/".count))
            for name in [
                "cards.sqlite", "desk.sqlite", "audit.sqlite", "cards.sqlite-wal", "desk.sqlite-wal",
                "audit.sqlite-wal",
            ] {
                let file = client.files.cards.deletingLastPathComponent().appendingPathComponent(name)
                let bytes = (try? Data(contentsOf: file)) ?? Data()
                for text in [secret, "kawara-no-mori", admin.cookie.replacing("desk=", with: "")] {
                    #expect(bytes.range(of: Data(text.utf8)) == nil, "\(name)")
                }
            }
        }
    }

    @Test("A link is over after three days, and as soon as another is given out")
    func linkEnds() async throws {
        try await withService { client in
            let admin = try await client.signIn(.admin)
            let first = try link(
                try await admin.post("/admin/accounts", ["who": "fire:", "name": "指令", "login": "fire9"]).text)
            let login = try #require(Login("fire9"))
            let id = try #require(try client.store.file(login: login)?.account.id)
            let second = try link(try await admin.post("/admin/accounts/\(id)/reset").text)
            #expect(try await SignInBrowser(client).get(first).status == 404)
            #expect(try await SignInBrowser(client).get(second).status == 200)
            client.clock.move(to: "2026-11-27T22:00:00+09:00")
            #expect(try await SignInBrowser(client).get(second).status == 404)
        }
    }

    @Test("Accounts are changed by whoever proved lately who they are; others are asked for password and code")
    func proof() async throws {
        try await withService { client in
            let person = try await Someone(client, .admin, login: "admin1")
            let browser = SignInBrowser(client)
            _ = try await browser.post("/login", person.fields(client))
            #expect(try await browser.get("/admin/accounts/new").status == 200)
            client.clock.move(to: "2026-11-24T22:11:00+09:00")
            let asked = try await browser.get("/admin/accounts/new")
            #expect(asked.location == "/login/again?next=%2Fadmin%2Faccounts%2Fnew")
            let sent = try await browser.post(
                "/admin/accounts", ["who": "fire:", "name": "指令", "login": "fire9"], page: "/account")
            #expect(sent.location == "/login/again?next=%2Fadmin%2Faccounts%2Fnew")
            let login = try #require(Login("fire9"))
            #expect(try client.store.file(login: login) == nil)
            let page = "/login/again?next=%2Fadmin%2Faccounts%2Fnew"
            let code = person.code(client)
            for wrong in [["password": "x", "code": code], ["password": Someone.password, "code": "000000"]] {
                #expect(try await browser.post("/login/again", wrong, page: page).status == 403)
            }
            let proof = ["password": Someone.password, "code": code, "next": "/admin/accounts/new"]
            #expect(try await browser.post("/login/again", proof, page: page).location == "/admin/accounts/new")
            #expect(try await browser.get("/admin/accounts/new").status == 200)
            #expect(
                try await browser.post("/login/again", proof.merging(["next": "//evil"]) { $1 }, page: page).status
                    == 403)
            #expect(try client.auditBodies().contains { $0.contains("accountProof") })
        }
    }

    @Test("An office sees and keeps its own people, and is not told of others")
    func office() async throws {
        try await withService { client in
            let office = try await client.signIn(.association)
            let (own, other) = (
                try await Someone(client, .physician, .physician("P001"), login: "own1"),
                try await Someone(client, .fire, login: "fire1")
            )
            let list = try await office.get("/office/accounts").text
            #expect(list.contains("own1") && !list.contains("fire1"))
            #expect(try await office.get("/office/accounts/\(own.account.id)").status == 200)
            for act in ["", "/reset", "/close", "/sessions"] {
                let path = "/office/accounts/\(other.account.id)\(act)"
                let seen = act.isEmpty ? try await office.get(path) : try await office.post(path)
                #expect(seen.status == 404, "\(act)")
            }
            let made = try await office.post("/office/accounts", ["who": "admin:", "name": "者", "login": "sneaky"])
            #expect(made.status == 403)
            #expect(try client.store.accounts().allSatisfy { $0.login.text != "sneaky" })
            #expect(try client.store.file(other.account.id)?.account.state == .active)
            #expect(try await office.get("/admin/accounts").status == 403)
        }
    }

    @Test("A reset and a closing end what opens an account, at once; nobody does it to themselves")
    func ending() async throws {
        try await withService { client in
            let admin = try await client.signIn(.admin)
            let person = try await Someone(client, .fire, login: "fire1")
            let browser = SignInBrowser(client)
            _ = try await browser.post("/login", person.fields(client))
            _ = try await admin.post("/admin/accounts/\(person.account.id)/reset")
            #expect(try await browser.get("/account").status == 303)
            #expect(try await SignInBrowser(client).post("/login", person.fields(client, later: 1)).status == 403)
            #expect(
                try await admin.post("/admin/accounts/\(person.account.id)/close").headers["location"]
                    == "/admin/accounts?done=accountClosed")
            #expect(try client.store.file(person.account.id)?.account.state == .closed)
            #expect(try await admin.post("/admin/accounts/\(admin.account.id)/close").status == 409)
            #expect(try await admin.get("/account").status == 200)
        }
    }

    @Test("A new password signs out every other browser; a new app is taken once its first code is right")
    func changes() async throws {
        try await withService { client in
            let person = try await Someone(client, .hospital, .hospital("H01"), login: "hospital1")
            let (one, two) = (SignInBrowser(client), SignInBrowser(client))
            _ = try await one.post("/login", person.fields(client))
            _ = try await two.post("/login", person.fields(client, later: 1))
            let changed = try await one.post(
                "/account/password", ["password": "yama-no-mizuumi", "again": "yama-no-mizuumi"])
            #expect(changed.location == "/account?done=passwordChanged")
            #expect(try await two.get("/account").status == 303)
            #expect(try await one.post("/account/codes/start", [:], page: "/account/codes").status == 303)
            let new = try codes(try await one.get("/account/codes").text)
            #expect(try await one.post("/account/codes", ["code": "000000"]).status == 422)
            client.clock.move(to: "2026-11-24T22:01:00+09:00")
            let step = OneTimeCode.step(at: client.clock.clock.now())
            #expect(
                try await one.post("/account/codes", ["code": new.code(step)]).location == "/account?done=codesChanged")
            client.clock.move(to: "2026-11-24T22:02:00+09:00")
            let old = person.fields(client).merging(["password": "yama-no-mizuumi"]) { $1 }
            #expect(try await SignInBrowser(client).post("/login", old).status == 403)
            let right = old.merging(["code": new.code(step + 2)]) { $1 }
            #expect(try await SignInBrowser(client).post("/login", right).status == 303)
            let drawn = try await one.post("/account/recovery", [:])
            #expect(drawn.text.matches(of: #/<li><code>/#).count == 10)
            #expect(try client.store.file(person.account.id)?.recoveryCodes.count == 10)
        }
    }
}
