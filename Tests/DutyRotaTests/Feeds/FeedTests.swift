import DutyRota
import Testing

@Suite("Feeds: which events")
struct FeedTests {
    private let a = DutyFeed.Subject.physician("A")
    private let east = DutyFeed.Subject.area("east")

    @Test("A physician's feed has their own nights, with the end that is the next holder's beginning")
    func physician() throws {
        let scene = FeedScene(rows: ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 西部 C A"])
        let events = try scene.events(a)
        #expect(
            events.map(\.line) == [
                "当番（第一）東部 平日夜間 24日17:30-25日08:30", "当番（第二）西部 平日夜間 25日17:30-26日08:30",
            ])
        #expect(events.first?["DTSTART"] == "20261124T083000Z")
        #expect(events.first?["DTEND"] == "20261124T233000Z")
        #expect(events.map(\.isConfirmed) == [true, true])
    }

    @Test("An area's feed names everybody who holds its places, and nobody of another area")
    func area() throws {
        let scene = FeedScene(rows: ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 西部 C A"])
        #expect(
            try scene.events(east).map(\.line) == [
                "当番（第一）東部 平日夜間 医師A 24日17:30-25日08:30", "当番（第二）東部 平日夜間 医師C 24日17:30-25日08:30",
            ])
    }

    @Test("An area's feed has the whole association's places only for as long as they count there")
    func whole() throws {
        var scene = FeedScene(rows: ["2026-11-24 全日 全域 D", "2026-11-24 平日夜間 東部 A C"])
        scene.rota.slots += [TestRota.slot("全日", [.weekday], "8:30", "翌8:30", reach: .association)].compactMap(\.self)
        #expect(
            try scene.events(east).map(\.line) == [
                "当番（第一）全域 全日 医師D 24日08:30-24日17:30", "当番（第一）東部 平日夜間 医師A 24日17:30-25日08:30",
                "当番（第二）東部 平日夜間 医師C 24日17:30-25日08:30",
            ])
        #expect(try scene.events(.physician("D")).map(\.line) == ["当番（第一）全域 全日 24日08:30-25日08:30"])
        try scene.lay(on: "A", nil, from: "2026-11-24T22:00:00")
        #expect(
            try scene.events(east).filter(\.isConfirmed).map(\.line) == [
                "当番（第一）全域 全日 医師D 24日08:30-24日17:30", "当番（第一）全域 全日 医師D 24日22:00-25日08:30",
                "当番（第一）東部 平日夜間 医師A 24日17:30-24日22:00", "当番（第二）東部 平日夜間 医師C 24日17:30-25日08:30",
            ])
    }

    @Test("Somebody stands in for an hour: two pieces, of which the first goes on being the event that it was")
    func partial() throws {
        var scene = FeedScene()
        let before = try scene.events(a)
        try scene.lay(on: "A", "B", from: "2026-11-24T20:00:00", to: "2026-11-24T21:00:00")
        let after = try scene.events(a)
        #expect(
            after.map(\.line) == [
                "当番（第一）東部 平日夜間 24日17:30-24日20:00", "当番（第一）東部 平日夜間 24日21:00-25日08:30",
            ])
        #expect(after.first?.uid == before.first?.uid)
        #expect(after.last?.uid != before.first?.uid)
        #expect(after.map(\.sequence) == [1, 1])
        #expect(try scene.events(.physician("B")).map(\.line) == ["当番（第一）東部 平日夜間 24日20:00-24日21:00"])
    }

    @Test(
        "A swap cancels the one's event with its last times; lifted, all is as before, only later"
    )
    func swap() throws {
        var scene = FeedScene()
        let before = try scene.events(a)
        try scene.lay(on: "A", "B")
        let during = try scene.events(a)
        #expect(during.map(\.line) == ["【取消】当番（第一）東部 平日夜間 24日17:30-25日08:30"])
        #expect(during.map(\.uid) == before.map(\.uid))
        #expect(during.map { $0["STATUS"] } == ["CANCELLED"])
        #expect(during.map { $0["DTSTAMP"] } == ["20261120T010000Z"])
        scene.overrides[0].lift = Lift(at: try at("2026-11-21T09:00:00"), by: "office", reason: "")
        let after = try scene.events(a)
        #expect(after.map(\.line) == before.map(\.line))
        #expect(after.map(\.uid) == before.map(\.uid))
        #expect([before, during, after].map { $0.map(\.sequence) } == [[0], [1], [2]])
        #expect(try scene.events(.physician("B")).map(\.isConfirmed) == [false])
    }

    @Test("Before it is made a change is not in the feed")
    func laterChange() throws {
        var scene = FeedScene()
        try scene.lay(on: "A", "C", madeAt: "2026-11-20T10:00:00")
        #expect(try scene.events(a, at: "2026-11-20T09:59:59.999").map(\.isConfirmed) == [true])
        #expect(try scene.events(a, at: "2026-11-20T10:00:00").map(\.isConfirmed) == [false])
    }

    @Test("A revision that leaves a row as it is leaves its event as it is; a row that it drops is cancelled")
    func revision() throws {
        var scene = FeedScene(rows: ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 A C"])
        let first = try scene.rota.sheet(Month(year: 2026, month: 11))
        let before = try scene.events(a)
        scene.earlier = [
            PublishedMonth(
                month: first.month, revision: 1, publishedAt: try at("2026-10-01T09:00:00"), places: first.places)
        ]
        scene.rota.revision = 2
        scene.rota.rows = ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 B C"]
        let after = try scene.events(a)
        #expect(after.map(\.uid) == before.map(\.uid))
        #expect(after.map(\.sequence) == [0, 1])
        #expect(after.map(\.isConfirmed) == [true, false])
        #expect(after.map { $0["DTSTAMP"] } == ["20261001T000000Z", "20261014T174640Z"])
    }
}
