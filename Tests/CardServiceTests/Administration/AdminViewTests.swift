import DutyRota
import EmergencyCards
import Testing

@testable import CardService

@Suite("What the administrator's screens say")
struct AdminViewTests {
    private func text() throws -> AdminText { AdminText(words: try ScreenLibrary().words) }

    @Test(
        "Sizes are read at a glance",
        arguments: [
            (0.0, "0 KB"), (1.0, "1 KB"), (999_000, "999 KB"), (1_000_000, "1 MB"), (12_340_000, "12.3 MB"),
            (3_000_000_000, "3 GB"),
        ])
    func sizes(_ bytes: Double, _ shown: String) throws {
        #expect(try text().size(.number(bytes)) == shown)
    }

    @Test(
        "How long it runs is said in two units",
        arguments: [
            ("2026-11-24T22:00:30+09:00", "1分未満"), ("2026-11-24T22:05:00+09:00", "5分"),
            ("2026-11-25T01:30:00+09:00", "3時間30分"), ("2026-11-27T23:59:00+09:00", "3日1時間"),
        ])
    func durations(_ end: String, _ shown: String) throws {
        #expect(try text().duration(from: .string("2026-11-24T22:00:00+09:00"), to: .string(end)) == shown)
    }

    @Test("A month stands by era and in the western way")
    func month() throws {
        #expect(try text().month(.string("2026-12")) == "令和8年12月（2026-12）")
        #expect(try text().month(.string("x")) == "x")
    }

    @Test(
        "Every warning that there can be has its advice",
        arguments: [
            "audit-disk", "disk-nearly-full", "night-desk", "emergency-log-in", "notices-dead",
            "notice-channel-missing",
            "notice-recipient-missing",
            "physician-left", "hospital-left", "hospital-agreement-missing",
        ])
    func advice(_ slug: String) throws {
        #expect(try text().words.find("admin.status.advice.\(slug)") != nil)
    }

    @Test("Every kind, channel and state of a notice has its word")
    func notices() throws {
        let words = try ScreenLibrary().words
        let names =
            Notice.Kind.allCases.map { "kind.\($0.rawValue)" }
            + NoticeAddress.Channel.allCases.map { "channel.\($0.rawValue)" }
            + DeliveryProgress.State.allCases.map { "state.\($0.rawValue)" }
        #expect(names.filter { words.find("admin.notices.\($0)") == nil } == [])
    }

    @Test("Only a notice that came to its end unsent is offered to be sent anew, and it is said when it is too late")
    func resending() throws {
        let now = try Instant(rfc3339: "2026-11-24T22:00:00+09:00")
        let view = AdminNoticeView(text: try text(), now: now)
        func shown(_ state: String, until: String) throws -> String {
            let notice = JSONValue.object([
                "id": .string("n"), "state": .string(state), "usefulUntil": .string(until),
                "kind": .string("callClosed"),
            ])
            let page = view.page(.object(["notices": .array([notice])]), asked: [], refused: nil)
            return try ScreenLibrary().render("admin/notices", ["page": page, "base": "", "token": "t"])
        }
        #expect(try !shown("sent", until: "2026-11-25T00:00:00+09:00").contains("/resend"))
        #expect(try shown("dead", until: "2026-11-25T00:00:00+09:00").contains("/admin/notices/n/resend"))
        #expect(try !shown("dead", until: "2026-11-25T00:00:00+09:00").contains("anyway"))
        #expect(try shown("expired", until: "2026-11-24T21:00:00+09:00").contains("anyway"))
    }
}
