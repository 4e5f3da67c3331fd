import DutyRota
import EmergencyCards
import Testing

@Suite("How long a session goes on")
struct SessionTests {
    private static let start = Instant(milliseconds: 1_800_000_000_000)

    private func session(_ role: Role, _ way: Session.Way = .code) -> Session {
        Session(
            id: "s", hash: SecretHash(bytes: [1]), account: "A1", role: role, way: way, startedAt: Self.start,
            address: nil,
            browser: nil)
    }

    @Test(
        "Fire keeps a whole shift without a touch; others half an hour, and twelve hours whatever they do",
        arguments: [
            (Role.fire, 23 * 60 + 59, 0, true), (.fire, 24 * 60, 24 * 60, false), (.physician, 29, 0, true),
            (.physician, 30, 0, false), (.association, 59, 30, true), (.admin, 719, 719, true),
            (.admin, 720, 719, false), (.hospital, 30, 0, false), (.hospital, -600, 0, true),
        ])
    func life(_ role: Role, _ minutes: Int, _ seen: Int, _ wanted: Bool) {
        var session = session(role)
        session.seenAt = Self.start.adding(milliseconds: Int64(seen) * 60_000)
        #expect(session.isAlive(at: Self.start.adding(milliseconds: Int64(minutes) * 60_000)) == wanted)
    }

    @Test("One that was ended is over")
    func ended() {
        var session = session(.fire)
        session.endedAt = Self.start
        #expect(!session.isAlive(at: Self.start))
    }

    @Test("A proof counts for ten minutes; whoever gave no code has none")
    func fresh() {
        let (soon, late) = (Self.start.adding(milliseconds: 599_000), Self.start.adding(milliseconds: 600_000))
        #expect(session(.admin).isFresh(at: soon) && !session(.admin).isFresh(at: late))
        #expect(!session(.fire, .emergency).isFresh(at: soon))
    }

    @Test(
        "Nobody is sent on to anybody else's address",
        arguments: [
            "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example",
            "/\n/evil.example", "", "evil", "/a//b", "/..//evil.example", "/%5Cevil.example", "\\\\evil",
            "/" + String(repeating: "a", count: 500), "/<script>",
        ])
    func foreign(_ path: String) {
        #expect(OwnPath.read(path) == nil)
    }

    @Test(
        "But to every path of ours",
        arguments: ["/", "/fire", "/fire/cards/1234-5676", "/office/rota/2026-11?done=saved"])
    func own(_ path: String) {
        #expect(OwnPath.read(path) == path)
    }
}
