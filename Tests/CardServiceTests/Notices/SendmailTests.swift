import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardService

@Suite("E-mail through sendmail")
struct SendmailTests {
    /// A program in a folder of its own, which goes with it.
    private static func withSendmail(
        _ lines: String, limit: Duration = .seconds(30), _ body: (Sendmail, URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sendmail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = folder.appending(path: "sendmail")
        try Data("#!/bin/sh\ncd '\(folder.path)'\n\(lines)\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        let sendmail = try #require(Sendmail(path: script.path, sender: "cards@example.jp", limit: limit))
        try await body(sendmail, folder)
    }

    private static func delivery(to target: String = "p@example.jp") -> Delivery {
        let now = Instant(milliseconds: 1_795_000_000_000)
        return Delivery(
            id: "0190-id", notice: .trial("1", at: now), address: NoticeAddress(channel: .email, target: target))
    }

    /// What comes of a message. A script that was written just now cannot be started while another test's child still holds it open.
    private static func sent(by sendmail: Sendmail) async -> DeliveryOutcome {
        for _ in 0..<100 {
            let outcome = await sendmail.send(delivery())
            if outcome != .temporary("not-started") { return outcome }
            await Task.yield()
        }
        return .temporary("not-started")
    }

    @Test("The message comes on standard input, nothing of it in the arguments")
    func input() async throws {
        try await Self.withSendmail("echo \"$@\" > arguments; cat > message") { sendmail, folder in
            #expect(await Self.sent(by: sendmail) == .confirmed)
            #expect(try String(contentsOf: folder.appending(path: "arguments"), encoding: .utf8) == "-t -i\n")
            let message = try String(contentsOf: folder.appending(path: "message"), encoding: .utf8)
            #expect(message == MailMessage(Self.delivery(), from: "cards@example.jp")?.text)
        }
    }

    @Test("A program that exits 75 and then 0 is asked again and has it")
    func busy() async throws {
        try await Self.withSendmail("test -e before && exit 0; touch before; exit 75") { sendmail, _ in
            #expect(await Self.sent(by: sendmail) == .temporary("exit-75"))
            #expect(await Self.sent(by: sendmail) == .confirmed)
        }
    }

    @Test("A program that does not read, and one that hangs, hold up nobody for longer than the limit")
    func hanging() async throws {
        try await Self.withSendmail("sleep 60", limit: .milliseconds(200)) { sendmail, _ in
            #expect(await Self.sent(by: sendmail) == .temporary("ended"))
        }
    }

    @Test(
        "Exit codes are read as sysexits.h has them",
        arguments: [
            (0, .confirmed), (64, .permanent("exit-64")), (65, .permanent("exit-65")), (67, .permanent("exit-67")),
            (68, .permanent("exit-68")), (69, .temporary("exit-69")), (70, .temporary("exit-70")),
            (71, .temporary("exit-71")), (75, .temporary("exit-75")), (1, .temporary("exit-1")),
            (nil, .temporary("ended")),
        ] as [(Int32?, DeliveryOutcome)])
    func codes(_ status: Int32?, _ outcome: DeliveryOutcome) {
        #expect(Sendmail.outcome(status) == outcome)
    }

    @Test("What is no address starts no program")
    func address() async throws {
        try await Self.withSendmail("touch ran") { sendmail, folder in
            #expect(await sendmail.send(Self.delivery(to: "-oQ@example.jp")) == .permanent("not-an-address"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "ran").path))
        }
    }
}
