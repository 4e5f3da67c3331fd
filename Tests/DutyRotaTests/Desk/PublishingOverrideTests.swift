import DutyRota
import Testing

@Suite("Publishing a month again under standing overrides")
struct PublishingOverrideTests {
    private let office = PublishingAgain()

    @Test("Rule 22: an override whose cell stays as it was is not asked about, whatever changes elsewhere")
    func unchanged() throws {
        let decision = try office.publish("2026-11-24 平日夜間 東部 A D", over: office.swapped())
        #expect(decision.lifts == [:] && decision.overrides == [])
        #expect(try office.holder(decision, office.swapped(), at: "2026-11-24T22:00:00") == ["B"])
    }

    @Test(
        "Rule 22: an override whose cell has other holders must be kept or lifted by name; acknowledging it is not enough"
    )
    func asked() throws {
        let rota = try office.swapped()
        #expect(office.place.dutyDate.description == "2026-11-24")
        #expect(office.open { try office.publish("2026-11-24 平日夜間 東部 D C", over: rota) } == ["overriddenCell:o1"])
        let acknowledged = ["overriddenCell:o1"]
        #expect(
            office.open { try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, acknowledge: acknowledged) }
                == acknowledged)
        let sheet = try FullRota(rows: ["2026-11-24 平日夜間 東部 D C"]).sheet("2026-11")
        let problem = try office.desk(rota).book.problems(
            publishing: sheet, vanished: [], rules: CheckRules(), now: at("2026-11-10T12:00:00")
        )
        .first
        let words =
            "2026-11-24（火） 平日夜間 東部 第一当番: 表の当番が医師Aから医師Dに変わります。"
            + "変更「医師A → 医師B」を引き継ぐか取り消すか、決めてください"
        #expect(problem?.message == words)
        #expect(problem?.place == office.place && problem?.override == "o1" && problem?.physicians == ["A", "B"])
    }

    @Test("Rule 22: a kept override lies on the same seat of the new cell, and says whom it replaces now")
    func kept() throws {
        let rota = try office.swapped()
        let decision = try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, keep: ["o1"])
        let made = try #require(decision.overrides.first)
        #expect(decision.overrides.count == 1)
        #expect(made.id == "n11" && made.seat == .published("D") && made.replaces == "D" && made.physician == "B")
        #expect(made.reason == "急用" && made.madeBy == "office" && made.place == office.place)
        #expect(try made.madeAt == at("2026-11-10T12:00:00"))
        #expect(decision.lifts["o1"]?.reason == "第2版の公開で、新しい変更に引き継ぎました")
        #expect(decision.lifts["o1"]?.at == made.madeAt)
        #expect(try office.holder(decision, rota, at: "2026-11-24T22:00:00") == ["B"])
        #expect(decision.publication?.acknowledged == [])
    }

    @Test("Rule 22: a lifted override is gone, and the sheet shows")
    func lifted() throws {
        let rota = try office.swapped()
        let decision = try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, lift: ["o1"])
        #expect(decision.overrides == [])
        #expect(decision.lifts["o1"] == Lift(at: try at("2026-11-10T12:00:00"), by: "office", reason: "第2版の公開で取り消しました"))
        #expect(try office.holder(decision, rota, at: "2026-11-24T22:00:00") == ["D"])
    }

    @Test("A kept stand-in whom the new sheet names anyway is simply lifted")
    func heldAnyway() throws {
        let decision = try office.publish("2026-11-24 平日夜間 東部 B C", over: office.swapped(), keep: ["o1"])
        #expect(decision.overrides == [])
        #expect(decision.lifts["o1"]?.reason == "第2版の表で本人が当番になったため、変更は不要になりました")
    }

    @Test("Where the new cell is shorter a kept override brings a seat of its own, and fills the gap there would be")
    func shorter() throws {
        let rota = try office.swapped()
        let row = "2026-11-24 平日夜間 東部 - C"
        let decision = try office.publish(row, over: rota, keep: ["o1"])
        let made = try #require(decision.overrides.first)
        #expect(made.seat == .added("n11") && made.replaces == nil)
        #expect(try office.holder(decision, rota, at: "2026-11-24T22:00:00") == ["B"])
        #expect(office.open { try office.publish(row, over: rota, lift: ["o1"]) } == ["gap:2026-11-24:平日夜間:east"])
    }

    @Test("An override whose place vanishes can only be lifted")
    func vanished() throws {
        let rota = try office.swapped()
        let slots = Array(PublishingAgain.later.dropFirst())
        let row = "2026-11-28 土曜 東部 A C"
        #expect(office.open { try office.publish(row, over: rota, slots: slots) } == ["overriddenCell:o1"])
        #expect(office.faults { try office.publish(row, over: rota, slots: slots, keep: ["o1"]) } == ["keep[0]"])
        #expect(try office.publish(row, over: rota, slots: slots, lift: ["o1"]).lifts.count == 1)
    }

    @Test(
        "What is named without being in question is a fault of its field",
        arguments: [
            (["o1", "o9"], [], ["keep[1]"]), ([], ["o9", "o1"], ["lift[0]"]), (["o1"], ["o1"], ["keep[0]"]),
            (["x"], ["y"], ["keep[0]", "lift[0]"]),
        ]
    )
    func notInQuestion(keep: [String], lift: [String], fields: [String]) throws {
        let rota = try office.swapped()
        #expect(
            office.faults { try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, keep: keep, lift: lift) } == fields
        )
    }

    @Test("Rule 9: of an exchange neither half is lifted without the other while that is to come")
    func exchange() throws {
        var rota = office.old
        try rota.override("o1", "2026-11-24", "平日夜間", "east", replaces: "A", by: "D", exchange: "x")
        try rota.override("o2", "2026-12-12", "土曜", "east", replaces: "D", by: "A", exchange: "x")
        let row = "2026-11-24 平日夜間 東部 B C"
        let error = #expect(throws: RotaRefusal.self) { try office.publish(row, over: rota) }
        guard case .unacknowledged(let problems) = error else { return #expect(Bool(false)) }
        #expect(problems.first?.message.contains("交換の片方です。取り消すなら 2026-12-12（土） 土曜 東部") == true)
        #expect(office.faults { try office.publish(row, over: rota, lift: ["o1"]) } == ["lift[0]"])
        #expect(office.faults { try office.publish(row, over: rota, lift: ["o2"]) } == ["lift[0]"])
        #expect(office.faults { try office.publish(row, over: rota, keep: ["o1"], lift: ["o2"]) } == ["lift[0]"])
        #expect(try Set(office.publish(row, over: rota, lift: ["o1", "o2"]).lifts.keys) == ["o1", "o2"])
        let kept = try office.publish(row, over: rota, keep: ["o1"])
        #expect(kept.overrides.map(\.exchange) == ["x"] && Set(kept.lifts.keys) == ["o1"])
        // Once the other half is over, it has counted, and the one is lifted alone.
        let later = try office.publish(row, over: rota, lift: ["o1"], now: "2026-12-13T08:30:00")
        #expect(Set(later.lifts.keys) == ["o1"])
    }

    @Test("Rule 15: a correction of the past decides about its overrides too")
    func past() throws {
        let rota = try office.swapped()
        let now = "2027-02-01T00:00:00"
        #expect(
            office.open { try office.publish("2026-11-24 平日夜間 東部 D C", over: rota, now: now) } == ["overriddenCell:o1"])
    }
}
