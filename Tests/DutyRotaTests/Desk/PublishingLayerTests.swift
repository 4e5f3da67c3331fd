import DutyRota
import Testing

@Suite("Publishing a month again: overrides one above the other, and hours that change")
struct PublishingLayerTests {
    private let office = PublishingAgain()

    @Test("Rule 9: of overrides that lie one above the other those kept stay so, and each says whom it replaces")
    func chain() throws {
        var rota = try office.swapped()
        rota.overrides.append(
            Override(
                id: "a2",
                place: office.place,
                order: .first,
                seat: .published("A"),
                replaces: "B",
                start: try at("2026-11-24T20:00:00"),
                physician: "D",
                reason: "急病",
                madeAt: TestRota.publishedAt.adding(milliseconds: 9),
                madeBy: "office"
            )
        )
        let decision = try office.publish(
            "2026-11-24 平日夜間 東部 C -", over: rota, keep: ["a2", "o1"], acknowledge: ["short:2026-11-24:平日夜間:east:second"]
        )
        #expect(decision.overrides.map(\.replaces) == ["C", "B"])
        #expect(decision.overrides.map(\.seat) == [.published("C"), .published("C")])
        #expect(try office.holder(decision, rota, at: "2026-11-24T19:59:59.999") == ["B"])
        #expect(try office.holder(decision, rota, at: "2026-11-24T20:00:00") == ["D"])
        #expect(
            office.open { try office.publish("2026-11-24 平日夜間 東部 B C", over: rota, keep: ["o1"]) } == [
                "overriddenCell:a2"
            ])
        // The upper one gives the night back to the new holder: it is not idle while the lower one is kept.
        rota.overrides.append(try moved(rota.overrides[1], to: "C", id: "a3"))
        let back = try office.publish("2026-11-24 平日夜間 東部 C A", over: rota, keep: ["o1", "a3"], lift: ["a2"])
        #expect(try office.holder(back, rota, at: "2026-11-24T22:00:00") == ["C"])
    }

    @Test("Rule 9: overrides of one seat that the new cell lacks share the seat that the first of them brings")
    func sharedSeat() throws {
        var rota = try office.swapped()
        let start = "2026-11-24T20:00:00"
        try rota.override("o2", "2026-11-24", "平日夜間", "east", replaces: "A", by: "D", from: start)
        let decision = try office.publish("2026-11-24 平日夜間 東部 - C", over: rota, keep: ["o1", "o2"])
        #expect(decision.overrides.map(\.seat) == [.added("n11"), .added("n11")])
        #expect(decision.overrides.map(\.replaces) == [nil, "B"])
        #expect(try office.holder(decision, rota, at: "2026-11-24T19:59:59.999") == ["B"])
        #expect(try office.holder(decision, rota, at: start) == ["D"])
    }

    @Test(
        "One physician's stand-ins for parts of a night all go on, and say whom they replace",
        arguments: [("2026-11-24T22:00:00", "D"), ("2026-11-24T20:00:00", "B")]
    )
    func parts(start: String, replaced: PhysicianID) throws {
        var rota = try office.swapped(to: "2026-11-24T22:00:00")
        let end = "2026-11-25T02:00:00"
        try rota.override("o2", "2026-11-24", "平日夜間", "east", replaces: "A", by: "B", from: start, to: end)
        let decision = try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, keep: ["o1", "o2"])
        #expect(decision.overrides.map(\.replaces) == ["D", replaced])
        #expect(try office.holder(decision, rota, at: "2026-11-25T01:59:59.999") == ["B"])
        #expect(try office.holder(decision, rota, at: end) == ["D"])
    }

    private func moved(_ override: Override, to physician: PhysicianID, id: String) throws -> Override {
        Override(
            id: id,
            place: override.place,
            order: override.order,
            seat: override.seat,
            replaces: override.physician,
            start: override.start,
            physician: physician,
            reason: "復帰",
            madeAt: override.madeAt.adding(milliseconds: 1),
            madeBy: "office"
        )
    }

    @Test("Rule 11: when only the hours change, an override of the whole slot follows them unasked")
    func hours() throws {
        let decision = try office.publish(
            "2026-11-24 平日夜間 東部 A C", over: office.swapped(), slots: PublishingAgain.later)
        #expect(decision.lifts == [:])
        #expect(try office.holder(decision, office.swapped(), at: "2026-11-24T19:00:00") == ["B"])
    }

    @Test("Rule 22: an override with hours of its own is asked about when the slot's change, and kept within them")
    func timed() throws {
        let rota = try office.swapped(from: "2026-11-24T17:30:00", to: "2026-11-24T23:00:00")
        let row = "2026-11-24 平日夜間 東部 A C"
        #expect(
            office.open { try office.publish(row, over: rota, slots: PublishingAgain.later) } == ["overriddenCell:o1"])
        let decision = try office.publish(row, over: rota, slots: PublishingAgain.later, keep: ["o1"])
        let made = try #require(decision.overrides.first)
        #expect(try made.start == at("2026-11-24T19:00:00") && made.end == at("2026-11-24T23:00:00"))
        #expect(made.seat == .published("A") && made.replaces == "A")
        let early = try office.swapped(from: "2026-11-24T17:30:00", to: "2026-11-24T18:30:00")
        #expect(
            office.faults { try office.publish(row, over: early, slots: PublishingAgain.later, keep: ["o1"]) } == [
                "keep[0]"
            ])
    }
}
