import DutyRota
import Testing

@Suite("Swaps: one physician asks another, and until they accept nothing changes")
struct SwapTests {
    private func office() throws -> Office {
        try Office(
            ["2026-12-05 土曜 東部 A -", "2026-12-12 土曜 東部 B -", "2026-12-13 休日日中 東部 C,D -"],
            months: ["2026-12"])
    }

    private func request(
        _ one: String = "2026-12-05 土曜", _ asker: PhysicianID = "A", asked: PhysicianID = "B",
        other: String? = "2026-12-12 土曜", of holder: PhysicianID = "B"
    ) throws -> SwapRequest {
        try SwapRequest(
            one: .side(one, asker), asked: asked, other: other.map { try .side($0, holder) }, note: "学会")
    }

    /// The office's desk with what has been asked.
    private func desk(_ office: Office, _ swaps: [Swap]) -> RotaDesk {
        RotaDesk(book: office.book, draft: nil, lastVersion: 0, now: office.now, actor: "desk", swaps: swaps)
    }

    @Test(
        "Asking writes the swap and nothing of the rota; accepting makes the exchange, under the swap's own identifier")
    func exchanged() throws {
        var office = try office()
        let asked = try desk(office, []).asking(request(), id: "s")
        #expect(asked.decision.swaps == [asked.swap])
        #expect(asked.decision.overrides.isEmpty && asked.made == nil)
        let made = try desk(office, [asked.swap]).answering("s", .accept, overrideIDs: ("a", "b"))
        #expect(made.decision.swapAnswers == ["s": .accepted(office.now)])
        #expect(made.decision.overrides.map(\.exchange) == ["s", "s"])
        office.keeping(made)
        #expect(try office.who("2026-12-05T22:00:00") == ["B"])
        #expect(try office.who("2026-12-12T22:00:00") == ["A"])
    }

    @Test("A shift that is given away becomes an override, and nothing is taken for it")
    func given() throws {
        var office = try office()
        let asked = try desk(office, []).asking(request(other: nil), id: "s")
        office.keeping(try desk(office, [asked.swap]).answering("s", .accept, overrideIDs: ("a", "b")))
        #expect(try office.who("2026-12-05T22:00:00") == ["B"])
        #expect(try office.who("2026-12-12T22:00:00") == ["B"])
    }

    @Test("Declined, or taken back, it changes nothing", arguments: [Swap.Step.decline, .withdraw])
    func refused(step: Swap.Step) throws {
        let office = try office()
        let asked = try desk(office, []).asking(request(), id: "s")
        let made = try desk(office, [asked.swap]).answering("s", step, overrideIDs: ("a", "b"))
        #expect(made.decision.overrides.isEmpty)
        #expect(made.swap.answer == (step == .decline ? .declined(office.now) : .withdrawn(office.now)))
    }

    @Test("Whoever was asked answers, whoever asked takes back, and nobody else does either")
    func whose() throws {
        let swap = try desk(office(), []).asking(request(), id: "s").swap
        let may: [(Swap.Step, PhysicianID)] = Swap.Step.allCases.flatMap { step in
            (["A", "B", "C"] as [PhysicianID]).filter { swap.isFor(step, by: $0) }.map { (step, $0) }
        }
        #expect(may.map(\.0) == [.accept, .decline, .withdraw])
        #expect(may.map(\.1) == ["B", "B", "A"])
    }

    @Test("What was answered stays answered", arguments: Swap.Step.allCases, Swap.Step.allCases)
    func once(first: Swap.Step, then: Swap.Step) throws {
        let office = try office()
        let asked = try desk(office, []).asking(request(), id: "s").swap
        let answered = try #require(asked.after(first, at: office.now))
        #expect(answered.after(then, at: office.now) == nil)
        #expect(throws: RotaRefusal.swapAnswered) {
            try desk(office, [answered]).answering("s", then, overrideIDs: ("a", "b"))
        }
    }

    @Test("What cannot be made cannot be asked for, and the field is named")
    func faults() throws {
        let office = try office()
        func fields(_ request: SwapRequest, _ swaps: [Swap] = []) throws -> [String]? {
            try faultFields { try desk(office, swaps).asking(request, id: "s") }
        }
        #expect(try fields(request()) == nil)
        #expect(try fields(request("2026-12-05 土曜", "B", asked: "A", other: nil)) == ["one"])
        #expect(try fields(request("2026-12-06 土曜")) == ["one.slot"])
        #expect(try fields(request(asked: "A", other: nil)) == ["asked"])
        #expect(try fields(request(other: "2026-12-12 土曜", of: "C")) == ["other", "other.physician"])
        #expect(try fields(request("2026-11-05 土曜")) == ["one.slot"])
        let known = try desk(office, []).asking(request(), id: "known").swap
        #expect(try fields(request(), [known]) == ["one"])
    }

    @Test("A shift that has begun is not swapped any more, and a swap of it has lapsed")
    func begun() throws {
        var office = try office()
        let asked = try desk(office, []).asking(request(), id: "s").swap
        office.now = try at("2026-12-05T13:30:00")
        #expect(!desk(office, [asked]).isOpen(asked))
        #expect(throws: RotaRefusal.self) { try desk(office, [asked]).answering("s", .accept, overrideIDs: ("a", "b")) }
        #expect(try faultFields { try desk(office, []).asking(request(), id: "t") } == ["one"])
    }

    @Test("A rota that has changed since makes a swap outdated: accepting it changes nothing and says why")
    func outdated() throws {
        var office = try office()
        let asked = try desk(office, []).asking(request(), id: "s").swap
        try office.override(.change("2026-12-12 土曜", "B", to: "C"))
        do {
            _ = try desk(office, [asked]).answering("s", .accept, overrideIDs: ("a", "b"))
            Issue.record("it was accepted")
        } catch .swapOutdated(let messages) {
            #expect(!messages.isEmpty)
        }
    }

    @Test("A part of a night is the office's to change: whole shifts alone are swapped")
    func parts() throws {
        var office = try office()
        try office.override(.change("2026-12-05 土曜", "A", to: "C", from: "2026-12-05T20:00:00"))
        #expect(try faultFields { try desk(office, []).asking(request(), id: "s") } == ["one"])
    }
}
