import DutyRota
import EmergencyCards
import Testing

@Suite("When somebody will be there, as they say it")
struct ArrivalTimeTests {
    @Test(
        "Minutes from now, or the next such time of day",
        arguments: [
            ("20", "2026-11-24T23:50:00+09:00"), ("２０分後", "2026-11-24T23:50:00+09:00"),
            ("40分", "2026-11-25T00:10:00+09:00"), ("0", "2026-11-24T23:30:00+09:00"),
            ("23:45", "2026-11-24T23:45:00+09:00"), ("2345", "2026-11-24T23:45:00+09:00"),
            ("0:10", "2026-11-25T00:10:00+09:00"), ("0時10分", "2026-11-25T00:10:00+09:00"),
            ("23:30", "2026-11-24T23:30:00+09:00"), ("23:29", "2026-11-25T23:29:00+09:00"),
        ])
    func read(_ text: String, _ wanted: String) throws {
        let now = try Instant(rfc3339: "2026-11-24T23:30:00+09:00")
        #expect(ArrivalTime.read(text, at: now)?.rfc3339 == wanted)
    }

    @Test("Anything else is asked again", arguments: ["", "すぐ", "24:00", "12:60", "12345", "-5"])
    func unreadable(_ text: String) throws {
        #expect(ArrivalTime.read(text, at: try Instant(rfc3339: "2026-11-24T23:30:00+09:00")) == nil)
    }
}
