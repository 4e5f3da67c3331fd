import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Synchronization
import Testing

@testable import CardService

/// Notes how long an answer would have been held back, and holds back none.
private final class Waits: Sendable {
    private let seconds = Mutex<[Int]>([])

    func note(_ wait: Int) { seconds.withLock { $0.append(wait) } }

    var all: [Int] { seconds.withLock { $0 } }
}

@Suite("The code of a link, over the socket")
struct CodeTests {
    @Test(
        "Wrong codes wait longer and longer; an address that leads nowhere, a dead one and a locked one look the same")
    func wrong() async throws {
        let waits = Waits()
        try await withService(limits: { $0.pause = { seconds, _ in waits.note(seconds) } }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            try await night.attempt("deputy:P002", .accepted)
            let dead = try night.link(.physician)
            try await night.attempt("deputy:P002", .declined)
            let nowhere = try #require(
                ["111111", "222222", "333333", "444444"].first { $0 != link.address && $0 != dead.address })
            var seen: [[String]] = []
            for address in [link.address, dead.address, nowhere] {
                let browser = LinkBrowser(client.base)
                let wrong = link.code == "000000" ? "000001" : "000000"
                var answers: [String] = []
                for turn in 1...6 {
                    // A dead link's own code is as wrong as any other; so is a locked one's.
                    let code = address == dead.address ? dead.code : turn == 6 ? link.code : wrong
                    let answer = try await browser.post("/n/\(address)", ["code": code])
                    #expect(answer.headers["set-cookie"] == nil)
                    answers.append("\(answer.status) " + answer.text.replacing(address, with: "ADDRESS"))
                }
                seen.append(answers)
            }
            #expect(seen[0] == seen[1] && seen[0] == seen[2])
            #expect(seen[0].allSatisfy { $0.hasPrefix("403 ") } && Set(seen[0]).count == 1)
            #expect(waits.all == [1, 2, 4, 8, 8, 8] + [1, 2, 4, 8, 8, 8] + [1, 2, 4, 8, 8, 8])
            #expect(try client.store.links(of: night.id).first?.isLocked == true)
            let records = try client.auditBodies().filter { $0.contains("linkRefused") }
            #expect(records.count == 18 && records.filter { $0.contains("\"locked\":true") }.count == 6)
            #expect(
                records.first?.contains("\(night.card)") == true && records.first?.contains("attending:P001") == true)
        }
    }

    @Test("What was guessed at is remembered past a restart; an address that is given out is forgiven what came before")
    func kept() async throws {
        try await withService(limits: { $0.pause = { _, _ in } }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            _ = try await LinkBrowser(client.base).post("/n/\(link.address)", ["code": "x"])
            #expect(
                try client.store.links(of: night.id).first?.wrongCodes == 0, "what is no code is none that is wrong")
            _ = try await LinkBrowser(client.base).post(
                "/n/\(link.address)", ["code": link.code == "000000" ? "000001" : "000000"])
            let free = link.address == "777777" ? "888888" : "777777"
            _ = try await LinkBrowser(client.base).post("/n/\(free)", ["code": "000000"])
            let given = NightLink(
                address: free, kind: .physician, call: night.id, step: "attending:P001", code: "123456",
                madeAt: client.clock.clock.now())
            _ = try await client.store.change(night.id, repetition: nil, at: given.madeAt) { _ in
                CallDecision(entries: [], links: [given])
            }
            #expect(try client.store.links(of: night.id).last?.wrongCodes == 0)
            let other = try CardStoreAgain(client)
            #expect(try other.store.links(of: night.id).first?.wrongCodes == 1)
        }
    }

    @Test("Whoever guesses at many addresses is slowed down before the next one is looked at, right or wrong")
    func sweeping() async throws {
        let waits = Waits()
        try await withService(limits: { $0.pause = { seconds, _ in waits.note(seconds) } }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            for number in 0..<24 {
                let address = "5000\(number + 10)"
                guard address != link.address else { continue }
                _ = try await LinkBrowser(client.base).post("/n/\(address)", ["code": "000000"])
            }
            let before = waits.all.count
            #expect(before > 24)
            _ = try await night.browser(link)
            #expect(waits.all.count == before + 1 && (waits.all.last ?? 0) >= 2)
        }
    }

    @Test("However long somebody guesses, four minutes after they stop nobody waits for it")
    func forgiven() async throws {
        let waits = Waits()
        let guarding = CodeGuard { seconds, _ in waits.note(seconds) }
        var now = Instant(milliseconds: 0)
        for _ in 0..<200 {
            try await guarding.admit("proxy", at: now)
            try await guarding.refuse("proxy", wrong: 1, since: .now, at: now)
        }
        #expect(waits.all.max() == 8)
        now = now.adding(milliseconds: 240_000)
        let before = waits.all.count
        try await guarding.admit("proxy", at: now)
        #expect(waits.all.count == before)
    }

    @Test("What is typed with spaces or in full width opens; what is no code is said at once")
    func typed() async throws {
        try await withService { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let browser = LinkBrowser(client.base)
            let short = try await browser.post("/n/\(link.address)", ["code": "123"])
            #expect(short.status == 422 && short.text.contains("数字6桁"))
            let opened = try await browser.post("/n/\(link.address)", ["code": " " + LinkDigits.spoken(link.code)])
            #expect(opened.status == 303 && opened.headers["location"] == "/n/\(link.address)")
            let cookie = try #require(opened.headers["set-cookie"])
            for property in ["HttpOnly", "SameSite=Strict", "Path=/n/\(link.address)"] {
                #expect(cookie.contains(property))
            }
            #expect(!cookie.contains("Secure"))
            #expect(try await browser.get("/n/12345").status == 404)
        }
    }

    @Test("Where the installation is reached by https, so is the cookie, and the dispatcher is told that address")
    func secure() async throws {
        try await withService(limits: { $0.publicAddress = PublicAddress("https://cards.example.jp") }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let opened = try await LinkBrowser(client.base).post("/n/\(link.address)", ["code": link.code])
            #expect(opened.headers["set-cookie"]?.contains("Secure") == true)
            let list = try await client.get("/api/v1/calls/\(night.id)/links")
            #expect(list.body["links"].items.first?["url"].text == "https://cards.example.jp/n/\(link.address)")
        }
    }
}
