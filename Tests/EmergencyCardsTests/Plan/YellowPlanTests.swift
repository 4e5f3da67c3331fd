import DutyRota
import EmergencyCards
import Testing

@Suite("The plan of a yellow card")
struct YellowPlanTests {
    private var scene: Scene {
        var scene = Scene()
        scene.document = Scene.yellow
        return scene
    }

    @Test("The ambulance goes first, then GP, deputy, and the hospitals in the agreed order")
    func order() {
        #expect(scene.answer().steps == ["ordinaryDispatch", "attending:G", "deputy:D", "hospital:H1", "hospital:H2"])
    }

    @Test("The duty physician and the standing contact are no part of it")
    func noDuty() {
        #expect(!scene.answer().plan.contains { $0.kind == .dutyPhysician || $0.kind == .standingContact })
    }

    @Test("A hospital that nobody knows any more is listed as skipped")
    func unknownHospital() {
        var scene = scene
        scene.hospitals.removeFirst()
        #expect(scene.answer().steps.suffix(2) == ["hospital:H1 -noTelephone", "hospital:H2"])
    }

    @Test("A night number comes first at night and behind the main one by day")
    func nightNumber() {
        let night = HourSpan(start: 17 * 60, end: 32 * 60).map { TelephoneHours(dayTypes: [], span: $0) }
        var scene = scene
        scene.hospitals[0] = Hospital(
            id: "H1", name: "県立病院",
            telephones: [
                Telephone(label: "夜間", number: "054-000-0111", hours: night),
                Telephone(label: "代表", number: "054-000-0101"),
            ], address: "葵区")
        let labels = { (answer: LookupAnswer) in answer.plan.first { $0.id == "hospital:H1" }?.telephones.map(\.label) }
        #expect(labels(scene.answer()) == ["夜間", "代表"])
        #expect(labels(scene.answer(at: Scene.at("2026-11-24T10:00:00+09:00"))) == ["代表", "夜間"])
    }
}
