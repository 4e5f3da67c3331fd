import DutyRota
import EmergencyCards
import Testing

@Suite("In order for each address")
struct OutboxLineTests {
    /// In seconds from the start.
    private static func entry(_ id: String, useful: Int64, next: Int64, isClaimed: Bool = false) -> OutboxLine.Entry {
        OutboxLine.Entry(
            id: id, usefulUntil: Instant(milliseconds: useful * 1000), nextAt: Instant(milliseconds: next * 1000),
            isClaimed: isClaimed)
    }

    private static func line(_ entries: OutboxLine.Entry...) -> OutboxLine {
        OutboxLine(
            recipient: .fire, address: NoticeAddress(channel: .sms, target: "09000000000"), entries: entries)
    }

    private static let now = Instant(milliseconds: 100_000)

    @Test("The first that is due goes first")
    func first() {
        let line = Self.line(
            Self.entry("a", useful: 1000, next: 50), Self.entry("b", useful: 1000, next: 10))
        #expect(line.due(at: Self.now)?.id == "a")
    }

    @Test("While the first is being tried again, those behind it wait")
    func behind() {
        let line = Self.line(
            Self.entry("a", useful: 1000, next: 200), Self.entry("b", useful: 1000, next: 10))
        #expect(line.due(at: Self.now) == nil)
    }

    @Test("One that would lose its sense before the first one's next try goes ahead of it")
    func urgent() {
        let line = Self.line(
            Self.entry("a", useful: 1000, next: 200), Self.entry("b", useful: 1000, next: 10),
            Self.entry("c", useful: 200, next: 10))
        #expect(line.due(at: Self.now)?.id == "c")
    }

    @Test("While one is being sent, none is due")
    func claimed() {
        let line = Self.line(
            Self.entry("a", useful: 1000, next: 10, isClaimed: true), Self.entry("b", useful: 150, next: 10))
        #expect(line.due(at: Self.now) == nil)
    }

    @Test("What has lost its sense is not sent and holds up nobody; at the very instant it is too late")
    func expired() {
        let line = Self.line(
            Self.entry("a", useful: 100, next: 10), Self.entry("b", useful: 101, next: 10))
        #expect(line.expired(at: Self.now).map(\.id) == ["a"])
        #expect(line.due(at: Self.now)?.id == "b")
    }

    @Test("What is being sent is not said to be too late meanwhile")
    func sending() {
        let line = Self.line(Self.entry("a", useful: 100, next: 10, isClaimed: true))
        #expect(line.expired(at: Self.now).isEmpty)
    }
}
