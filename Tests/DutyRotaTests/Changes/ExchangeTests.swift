import DutyRota
import Testing

@Suite("Exchanges: two duties change hands as one act")
struct ExchangeTests {
    private func office() throws -> Office {
        try Office(
            ["2026-12-05 土曜 東部 A -", "2026-12-12 土曜 東部 B -", "2026-12-13 休日日中 東部 C,D -"],
            months: ["2026-12"])
    }

    private func request(
        _ one: PhysicianID = "A", _ other: PhysicianID = "B", at place: String = "2026-12-12 土曜", reason: String = "学会"
    ) throws -> ExchangeRequest {
        try ExchangeRequest(one: .side("2026-12-05 土曜", one), other: .side(place, other), reason: reason)
    }

    @Test("A 12-05 ↔ B 12-12: B, and A, in both whole nights")
    func both() throws {
        var office = try office()
        let made = try office.exchange(request())
        #expect(made.overrides.map(\.exchange) == ["x2", "x2"])
        #expect(made.decision.overrides == made.overrides)
        for (instant, who) in [
            ("2026-12-05T13:00:00", "B"), ("2026-12-05T22:00:00", "B"), ("2026-12-06T08:29:59.999", "B"),
            ("2026-12-12T22:00:00", "A"), ("2026-12-13T08:29:59.999", "A"),
        ] {
            #expect(try office.who(instant) == [who])
        }
    }

    @Test("By whichever identifier it is lifted, both halves are", arguments: ["o1", "o2", "x2"])
    func lifted(id: String) throws {
        var office = try office()
        try office.exchange(request())
        let lifted = try office.lift(id)
        #expect(Set(lifted.decision.lifts.keys) == ["o1", "o2"])
        #expect(try office.who("2026-12-05T22:00:00") == ["A"])
        #expect(try office.who("2026-12-12T22:00:00") == ["B"])
    }

    @Test("When one half can't be done, nothing is, and the fault names the side")
    func neither() throws {
        let office = try office()
        func fields(_ request: ExchangeRequest) throws -> [String]? {
            try faultFields { try office.desk.exchanging(request, id: "x", overrideIDs: ("a", "b")) }
        }
        #expect(try fields(request("A", "C")) == ["other.physician"])
        #expect(try fields(request("C", "B")) == ["one.physician"])
        #expect(try fields(request("A", "B", at: "2026-12-12 平日夜間")) == ["other.slot"])
        #expect(try fields(request("A", "A")) == ["other.physician"])
        #expect(try fields(request("A", "A", at: "2026-12-05 土曜")) == ["other.physician", "other.slot"])
        #expect(try fields(request(reason: "")) == ["reason"])
        #expect(throws: RotaRefusal.unpublished(Month(year: 2026, month: 11))) {
            try fields(request("A", "B", at: "2026-11-28 土曜"))
        }
    }

    @Test("Whoever holds the other call already can't take it over")
    func already() throws {
        var office = try office()
        try office.override(.change("2026-12-05 土曜", "A", to: "C"))
        let desk = office.desk
        let request = try ExchangeRequest(
            one: .side("2026-12-05 土曜", "C"), other: .side("2026-12-13 休日日中", "D"), reason: "学会")
        let fields = try faultFields { try desk.exchanging(request, id: "x", overrideIDs: ("a", "b")) }
        #expect(fields == ["one.physician"])
    }

    @Test("First and second call of one night can be exchanged")
    func calls() throws {
        var office = try Office(["2026-11-24 平日夜間 東部 A C"])
        try office.exchange(
            ExchangeRequest(
                one: .side("2026-11-24 平日夜間", "A"), other: .side("2026-11-24 平日夜間", "C", order: .second), reason: "都合"))
        #expect(try office.who("2026-11-24T22:00:00") == ["C", "A"])
    }

    @Test("Of a night that runs already the rest is exchanged")
    func running() throws {
        var office = try office()
        office.now = try at("2026-12-05T20:00:00")
        let made = try office.exchange(request())
        #expect(made.isUrgent)
        #expect(try office.who("2026-12-05T19:59:59.999") == ["A"])
        #expect(try office.who("2026-12-05T20:00:00") == ["B"])
    }

    @Test("Who told the office of the agreement is kept with the reason")
    func agreed() throws {
        let agreement = try ExchangeRequest.Agreement(by: "医師A", on: day("2026-11-19"))
        let request = try ExchangeRequest(
            one: .side("2026-12-05 土曜", "A"), other: .side("2026-12-12 土曜", "B"), reason: "学会", agreed: agreement)
        let made = try office().desk.exchanging(request, id: "x", overrideIDs: ("a", "b"))
        #expect(made.overrides.map(\.reason) == Array(repeating: "学会（合意: 医師A、2026-11-19）", count: 2))
    }

    @Test("A swap that is asked, or declined, changes nothing in any answer; accepted it is an exchange")
    func swap() throws {
        var office = try office()
        var swap = try Swap(
            id: "s1", one: .side("2026-12-05 土曜", "A"), other: .side("2026-12-12 土曜", "B"), askedBy: "医師A",
            askedAt: at("2026-11-18T09:00:00"))
        for answer in [Swap.Answer.pending, .declined(office.now)] {
            swap.answer = answer
            #expect(try swap.exchange(at: office.desk, overrideIDs: ("a", "b")) == nil)
        }
        swap.answer = .accepted(try at("2026-11-19T09:00:00"))
        let made = try #require(try swap.exchange(at: office.desk, overrideIDs: ("a", "b")))
        #expect(made.overrides.map(\.exchange) == ["s1", "s1"])
        #expect(made.overrides.first?.reason == "当番交換の依頼（医師A、2026-11-18）（合意: 医師B、2026-11-19）")
        #expect(try office.who("2026-12-05T22:00:00") == ["A"], "not before it is kept")
        office.keeping(made)
        #expect(try office.who("2026-12-05T22:00:00") == ["B"])
        #expect(try office.who("2026-12-12T22:00:00") == ["A"])
    }
}
