import DutyRota
import Foundation
import Testing

@testable import EmergencyCards

@Suite("A notice as an e-mail")
struct MailMessageTests {
    private static func message(subject: String = "当番", text: String = "本文", to target: String = "p@example.jp")
        -> String?
    {
        let notice = Notice(
            event: "e", kind: .callClosed, recipient: .physician("P001"), subject: subject, text: text,
            madeAt: Scene.night, usefulUntil: Scene.night)
        let delivery = Delivery(
            id: "0190-id", notice: notice, address: NoticeAddress(channel: .email, target: target))
        return MailMessage(delivery, from: "cards@example.jp")?.text
    }

    @Test("It has the headers that a mail of a program needs, and its own identifier")
    func headers() throws {
        let lines = try #require(Self.message()).components(separatedBy: "\n")
        for line in [
            "From: cards@example.jp", "To: p@example.jp", "Date: Tue, 24 Nov 2026 22:03:07 +0900",
            "Message-ID: <0190-id@example.jp>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
        ] { #expect(lines.contains(line)) }
    }

    @Test(
        "Every line is ASCII of at most 76 characters, whatever the subject",
        arguments: ["当番", String(repeating: "葵区の当番が変わりました。", count: 9), "👨‍⚕️𠮷野家 mixed ASCII 当番", ""])
    func lines(_ subject: String) throws {
        let text = try #require(Self.message(subject: subject, text: String(repeating: "長い本文です。", count: 60)))
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test("Nothing in a subject or a text begins another header")
    func injection() throws {
        let text = try #require(
            Self.message(subject: "当番\r\nBcc: evil@example.com", text: "\nBcc: evil@example.com\n.\n"))
        #expect(!text.contains("Bcc:"))
        #expect(!text.split(separator: "\n").contains("."))
    }

    @Test(
        "What is no address gets no mail",
        arguments: [
            "", "p", "@example.jp", "p@", "-oQ/tmp@example.jp", "p@example.jp\nBcc: x@example.jp", "a b@example.jp",
            "a@b@c", "p@例.jp", "p,q@example.jp",
        ])
    func addresses(_ target: String) {
        #expect(Self.message(to: target) == nil)
    }
}
