import DutyRota
import Testing

@Suite("Feeds: who cannot be called")
struct FeedObstacleTests {
    private let a = DutyFeed.Subject.physician("A")

    @Test("Who is away is cancelled, and taken back comes again")
    func absence() throws {
        var scene = FeedScene()
        scene.absences = [
            Absence(
                id: "1", physician: "A", from: try day("2026-11-24"), to: try day("2026-11-24"), reason: "秘密の理由",
                madeAt: try at("2026-11-01T09:00:00"), madeBy: "office")
        ]
        let during = try scene.events(a)
        #expect(during.map(\.isConfirmed) == [false])
        scene.absences[0].lift = Lift(at: try at("2026-11-02T09:00:00"), by: "office", reason: "")
        let after = try scene.events(a)
        #expect(after.map(\.isConfirmed) == [true])
        #expect([during, after].map { $0.map(\.sequence) } == [[1], [2]])
    }

    @Test("Who is said at night to be unable to come is on duty up to then, in whole seconds")
    func mark() throws {
        var scene = FeedScene()
        scene.marks = [
            Unavailability(
                id: "1", association: "test", physician: "A", area: "east", from: try at("2026-11-24T22:03:07.123"),
                until: try at("2026-11-25T08:30:00"), reason: "", madeBy: "fire")
        ]
        #expect(try scene.events(a).map(\.line) == ["当番（第一）東部 平日夜間 24日17:30-24日22:03"])
        #expect(try scene.events(a).map { $0["DTEND"] } == ["20261124T130307Z"])
        #expect(try scene.events(a, at: "2026-11-24T22:00:00").map(\.line) == ["当番（第一）東部 平日夜間 24日17:30-25日08:30"])
    }

    @Test("Whoever has left or has no number is in no feed")
    func register() throws {
        var scene = FeedScene()
        scene.rota.physicians = [TestRota.physician("A", to: "2026-11-23"), TestRota.physician("C", telephones: [])]
        #expect(try scene.events(.area("east")).isEmpty)
        #expect(try scene.events(.physician("C")).isEmpty)
    }
}
