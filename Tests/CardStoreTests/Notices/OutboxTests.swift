import DutyRota
import EmergencyCards
import Foundation
import GRDB
import Testing

@testable import CardStore

/// An outbox with a way to put something into it, and to come back from a death of the daemon.
struct OutboxUnderTest: Sendable {
    let outbox: any Outbox
    let put: @Sendable (Delivery) async throws -> Void
    let fixture: StoreFixture?

    enum Kind: String, CaseIterable, Sendable {
        case memory, cards, desk
    }

    static func make(_ kind: Kind) async throws -> OutboxUnderTest {
        guard kind != .memory else {
            let memory = MemoryOutbox()
            return OutboxUnderTest(outbox: memory, put: { memory.put($0) }, fixture: nil)
        }
        let fixture = try await StoreFixture()
        let outbox = kind == .cards ? fixture.store.outboxes[1] : fixture.store.outboxes[0]
        let writer = kind == .cards ? fixture.store.writer : try fixture.store.nightFile().writer
        return OutboxUnderTest(
            outbox: outbox, put: { delivery in try await writer.write { try delivery.enqueue($0) } }, fixture: fixture)
    }
}

@Suite("The outbox")
struct OutboxTests {
    static let start = StoreFixture.now
    static let all = Set(NoticeAddress.Channel.allCases)

    static func delivery(
        _ number: Int, event: String? = nil, to target: String = "a@example.jp", at instant: Instant = start,
        useful minutes: Int64 = 600, channel: NoticeAddress.Channel = .email
    ) -> Delivery {
        let notice = Notice(
            event: event ?? "event:\(number)", kind: .callClosed, recipient: .physician("P001"), subject: "件名",
            text: "本文 \(number)", madeAt: instant, usefulUntil: instant.adding(milliseconds: minutes * 60_000))
        let id = String(format: "%08d", number)
        return Delivery(id: id, notice: notice, address: NoticeAddress(channel: channel, target: target))
    }

    static func question(_ state: DeliveryProgress.State? = nil) -> DeliveryQuestion {
        var question = DeliveryQuestion()
        question.state = state
        question.limit = 100_000
        return question
    }

    @Test(
        "What is put there comes out as it was, once for each event and address",
        arguments: OutboxUnderTest.Kind.allCases)
    func claim(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        try await under.put(Self.delivery(1))
        try await under.put(Self.delivery(2, event: "event:1"))
        try await under.put(Self.delivery(3, event: "event:1", to: "b@example.jp"))
        let claimed = try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 10)
        #expect(claimed == [Self.delivery(1), Self.delivery(3, event: "event:1", to: "b@example.jp")])
        #expect(try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 10).isEmpty)
    }

    @Test(
        "Only the channels that are asked for come out, and at most so many", arguments: OutboxUnderTest.Kind.allCases)
    func channels(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        for number in 1...4 {
            try await under.put(Self.delivery(number, to: "t\(number)", channel: number < 3 ? .sms : .email))
        }
        #expect(try await under.outbox.claim(at: Self.start, channels: [.fax], limit: 10).isEmpty)
        #expect(try await under.outbox.claim(at: Self.start, channels: [.sms], limit: 1).map(\.id) == ["00000001"])
        #expect(try under.outbox.counts().waiting == [.sms: 2, .email: 2])
        #expect(try under.outbox.counts().oldest == Self.start)
    }

    @Test(
        "What the daemon was sending when it died goes out again under the same identifier",
        arguments: OutboxUnderTest.Kind.allCases)
    func recover(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        try await under.put(Self.delivery(1))
        _ = try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 1)
        try await under.outbox.recover(at: Self.start, OutboxRules())
        #expect(try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 1).isEmpty)
        let later = Self.start.adding(milliseconds: 5_000)
        #expect(try await under.outbox.claim(at: later, channels: Self.all, limit: 1).map(\.id) == ["00000001"])
        #expect(try under.outbox.deliveries(Self.question()).first?.progress.tries == 2)
    }

    @Test("What has lost its sense is listed, not sent", arguments: OutboxUnderTest.Kind.allCases)
    func expired(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        try await under.put(Self.delivery(1, useful: 60))
        let late = Self.start.adding(milliseconds: 3_600_000)
        #expect(try await under.outbox.claim(at: late, channels: Self.all, limit: 1).isEmpty)
        #expect(try under.outbox.deliveries(Self.question(.expired)).map(\.delivery.id) == ["00000001"])
    }

    @Test(
        "What was given up is sent anew under its identifier; what was sent, or is unknown, is not",
        arguments: OutboxUnderTest.Kind.allCases)
    func resend(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        for number in 1...2 { try await under.put(Self.delivery(number, to: "t\(number)")) }
        _ = try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 2)
        try await under.outbox.settle("00000001", .permanent("http-410"), at: Self.start, OutboxRules())
        try await under.outbox.settle("00000002", .confirmed, at: Self.start, OutboxRules())
        #expect(try under.outbox.counts().dead == 1)
        let again = try await under.outbox.resend("00000001") { try $0.resending(at: Self.start, anyway: false) }
        #expect(again?.progress == DeliveryProgress(madeAt: Self.start))
        await #expect(throws: Refusal(.noticeNotDead)) {
            try await under.outbox.resend("00000002") { try $0.resending(at: Self.start, anyway: true) }
        }
        #expect(try await under.outbox.resend("9") { try $0.resending(at: Self.start, anyway: true) } == nil)
        #expect(try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 2).map(\.id) == ["00000001"])
    }

    @Test(
        "What was sent goes after 90 days, what failed after a year, what waits never",
        arguments: OutboxUnderTest.Kind.allCases)
    func erase(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        for number in 1...3 { try await under.put(Self.delivery(number, to: "t\(number)", useful: 60 * 24 * 1000)) }
        _ = try await under.outbox.claim(at: Self.start, channels: Self.all, limit: 2)
        try await under.outbox.settle("00000001", .confirmed, at: Self.start, OutboxRules())
        try await under.outbox.settle("00000002", .permanent("x"), at: Self.start, OutboxRules())
        for (days, left) in [(90, 3), (91, 2), (365, 2), (366, 1)] as [(Int64, Int)] {
            try await under.outbox.erase(at: Self.start.adding(milliseconds: days * 86_400_000), OutboxRules())
            #expect(try under.outbox.deliveries(Self.question()).count == left)
        }
    }

    @Test("Pages follow upon one another, by recipient and state", arguments: OutboxUnderTest.Kind.allCases)
    func pages(_ kind: OutboxUnderTest.Kind) async throws {
        let under = try await OutboxUnderTest.make(kind)
        for number in 1...5 { try await under.put(Self.delivery(number)) }
        var question = DeliveryQuestion()
        question.limit = 2
        question.before = "00000004"
        question.recipients = [.physician("P001"), .fire]
        #expect(try under.outbox.deliveries(question).map(\.delivery.id) == ["00000003", "00000002"])
        question.recipients = [.fire]
        #expect(try under.outbox.deliveries(question).isEmpty)
    }
}
