import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Logging
import Synchronization
import Testing

/// Keeps every line that is logged, at every level.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
}

private struct Collecting: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.add("\(event.message) \(metadata) \(event.metadata ?? [:])")
    }
}

@Suite("The pages of a link, over the socket")
struct LinkPageTests {
    @Test("A physician reads, acknowledges, says when, arrives; nothing of it is cached or logged")
    func physician() async throws {
        let lines = Lines()
        try await withService(logger: Logger(label: "test") { _ in Collecting(lines: lines) }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let path = "/n/\(link.address)"
            let asked = try await LinkBrowser(client.base).get(path)
            #expect(asked.status == 200 && asked.text.contains("one-time-code") && !asked.text.contains("試験"))
            let browser = try await night.browser(link)
            let page = try await browser.get(path)
            for text in ["試験　太郎", "昭和15年1月2日（1940年）", "玄関は右側", "tel:09000009991", "慢性心不全", "「家で過ごしたい。」", "が確認", "第1版"] {
                #expect(page.text.contains(text), "\(text)")
            }
            for seen in [asked, page] {
                #expect(seen.headers["cache-control"] == "no-store")
                #expect(seen.headers["referrer-policy"] == "no-referrer")
                #expect(seen.headers["content-security-policy"]?.contains("form-action 'self'") == true)
                #expect(seen.headers["content-security-policy"]?.contains("default-src 'none'") == true)
                #expect(seen.text.contains("noindex"))
            }
            let token = try #require(page.token)
            for (act, fields) in [("acknowledge", [:]), ("arrival", ["minutes": "20"]), ("arrived", [:])]
                as [(String, [String: String])]
            {
                for _ in 0..<2 {
                    let sent = try await browser.post("\(path)/\(act)", fields.merging(["token": token]) { $1 })
                    #expect(sent.status == 303 && sent.headers["location"] == path)
                }
            }
            let acceptance = try #require(try night.call.acceptances(CallRules()).first)
            #expect(acceptance.isAcknowledged && acceptance.arrivedAt != nil)
            #expect(acceptance.arrivesAt == client.clock.clock.now().adding(milliseconds: 20 * 60_000))
            #expect(try night.call.entries.filter { $0.by == .link }.count == 3, "forms that come twice do no harm")
            let after = try await browser.get(path)
            #expect(after.text.contains("到着済み") && !after.text.contains("/arrived"))
            for secret in ["試験", "シケン", "慢性心不全", "090-0000-9991", "09000009991", link.code, link.address, token] {
                #expect(!lines.text.contains(secret), "\(secret)")
            }
            #expect(lines.text.contains("/n/{address}"))
            let records = try client.auditBodies().filter { $0.contains("\"linkOpened\"") || $0.contains("linkAnswer") }
            #expect(records.count == 7 && !records.contains { $0.contains(link.code) })
            let read = try client.auditBodies().filter { $0.contains("\"linkRead\"") }
            #expect(read.count == 2 && read.allSatisfy { $0.contains("\(night.card)") && $0.contains("\"version\":1") })
        }
    }

    @Test(
        "A cookie opens no other link, a form without its token does nothing, and without a cookie the code is asked for"
    )
    func strangers() async throws {
        try await withService { client in
            let night = try await NightCall(client, .yellow)
            try await night.attempt("attending:P001", .accepted)
            let (own, other) = (try night.link(.crew), try night.link(.physician))
            let thief = try await night.browser(own)
            let stolen = try await thief.get("/n/\(other.address)")
            #expect(stolen.text.contains("one-time-code") && !stolen.text.contains("試験"))
            let path = "/n/\(other.address)"
            let browser = try await night.browser(other)
            for token in ["", "0", String(repeating: "0", count: 64)] {
                let sent = try await browser.post("\(path)/arrived", ["token": token])
                #expect(sent.status == 403)
            }
            #expect(try await LinkBrowser(client.base).post("\(path)/arrived", ["token": "x"]).status == 303)
            #expect(try night.call.entries.allSatisfy { $0.by != .link })
            #expect(try await browser.post("\(path)/accept", ["token": "x"]).status == 404, "that is for hospitals")
        }
    }

    @Test("Turning back is asked first, ends the page, and the physician cannot read on")
    func turningBack() async throws {
        try await withService { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let (path, browser) = ("/n/\(link.address)", try await night.browser(try night.link(.physician)))
            let question = try await browser.get("\(path)/decline")
            #expect(question.text.contains("行けなくなったと伝える") && !question.text.contains("慢性心不全"))
            let sent = try await browser.post("\(path)/decline", ["token": try #require(question.token)])
            #expect(sent.status == 200 && sent.text.contains("伝えました"))
            #expect(try night.call.acceptances(CallRules()).isEmpty)
            #expect(try await browser.get(path).text.contains("one-time-code"))
            #expect(try await browser.post("\(path)/decline", ["token": "x"]).status == 303)
        }
    }

    @Test("Whoever turns back in a rehearsal is told all along that it is one")
    func rehearsedTurningBack() async throws {
        try await withService { client in
            let night = try await NightCall(client, .green, isRehearsal: true)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let (path, browser) = ("/n/\(link.address)/decline", try await night.browser(link))
            let question = try await browser.get(path)
            let sent = try await browser.post(path, ["token": try #require(question.token)])
            #expect(question.text.contains("これは訓練です") && sent.text.contains("これは訓練です"))
            #expect(sent.text.contains("伝えました"))
            #expect(
                try client.auditBodies().allSatisfy { !$0.contains("linkRead") }, "nothing was shown of the patient")
        }
    }

    @Test("After the call is closed the page says so and nothing is sent any more; twelve hours later it is gone")
    func closed() async throws {
        try await withService(limits: { $0.pause = { _, _ in } }) { client in
            let night = try await NightCall(client, .green)
            try await night.attempt("attending:P001", .accepted)
            let link = try night.link(.physician)
            let (path, browser) = ("/n/\(link.address)", try await night.browser(link))
            let token = try #require(try await browser.get(path).token)
            try await night.act { try $0.closing(.deathCertified, note: nil, $1) }
            let page = try await browser.get(path)
            #expect(page.text.contains("終了しました") && page.text.contains("慢性心不全") && !page.text.contains("<form"))
            #expect(try await browser.post("\(path)/arrived", ["token": token]).status == 409)
            client.clock.move(to: "2026-11-25T10:00:00+09:00")
            #expect(try await browser.get(path).text.contains("one-time-code"))
            #expect(try await browser.post(path, ["code": link.code]).status == 403)
        }
    }

    @Test("A hospital declines as full: it is marked so once, the next is told, and the crew sees that")
    func full() async throws {
        try await withService { client in
            let night = try await NightCall(client, .yellow)
            let (first, crew) = (try night.link(.hospital), try await night.browser(try night.link(.crew)))
            #expect(first.step == "hospital:H01")
            let (path, browser) = ("/n/\(first.address)", try await night.browser(first))
            let page = try await browser.get(path)
            #expect(page.text.contains("慢性心不全") && page.text.contains("「家で過ごしたい。」") && !page.text.contains("玄関は右側"))
            let fields = ["token": try #require(page.token), "clock": "06:00", "reason": "満床"]
            for _ in 0..<2 { #expect(try await browser.post("\(path)/full", fields).status == 303) }
            #expect(try client.store.marks().fullHospitals.map(\.hospital) == ["H01"])
            #expect(try await browser.get(path).text.contains("慢性心不全") == false, "who declined reads no further")
            let second = try night.link(.hospital)
            #expect(second.step == "hospital:H02")
            let crewPath = "/n/\(try night.link(.crew).address)"
            let waiting = try await crew.get(crewPath)
            #expect(
                waiting.text.contains("問い合わせています") && waiting.text.contains("http-equiv=\"refresh\" content=\"20\""))
            let taking = try await night.browser(second)
            let token = try #require(try await taking.get("/n/\(second.address)").token)
            #expect(try await taking.post("/n/\(second.address)/accept", ["token": token]).status == 303)
            let accepted = try await crew.get(crewPath)
            #expect(accepted.text.contains("受け入れます") && !accepted.text.contains("慢性心不全"))
        }
    }

    @Test("A rehearsal says so on top and in the title, and no number can be dialled; no hospital is marked full")
    func rehearsal() async throws {
        try await withService { client in
            let night = try await NightCall(client, .yellow, isRehearsal: true)
            let link = try night.link(.hospital)
            let (path, browser) = ("/n/\(link.address)", try await night.browser(link))
            let page = try await browser.get(path)
            #expect(page.text.contains("<title>【訓練】") && page.text.contains("これは訓練です"))
            #expect(
                !page.text.contains("tel:") && !page.text.contains("090-0000-9991")
                    && page.text.contains("＊＊＊-＊＊＊＊-＊＊＊＊"))
            let fields = ["token": try #require(page.token), "clock": "06:00", "reason": "満床"]
            #expect(try await browser.post("\(path)/full", fields).status == 303)
            #expect(try client.store.marks().fullHospitals.isEmpty)
        }
    }

    @Test("A duty physician whom the patient's consent does not name is shown whom to call, and why no more")
    func consent() async throws {
        try await withService { client in
            let night = try await NightCall(client, .yellow)
            // The register refuses such a card today; one of an older file may be there.
            let link = try night.link(.hospital)
            let scene = LinkScene(link: link, call: try night.call, links: [link])
            let card = try #require(try client.store.find(night.card)?.answering)
            var document = card.document
            document.consent.sharedWith = [.fire]
            let older = Card(
                number: card.number, document: document, life: card.life, version: 1, enteredAt: card.enteredAt)
            let view = LinkView(
                scene, card: older, plan: [], registers: try client.store.registers(), at: client.clock.clock.now(),
                rules: CallRules())
            #expect(!view.items.contains { $0.field == .diagnosis || $0.field == .wish } && !view.items.isEmpty)
            #expect(view.remarks.contains { $0.contains("同意") })
        }
    }
}
