import DutyRota
import EmergencyCards
import Testing

@Suite("The plan of a green card")
struct GreenPlanTests {
    @Test("At night: GP, deputy, first call, second call, standing contact, ordinary dispatch")
    func ordinaryNight() {
        let answer = Scene().answer()
        #expect(
            answer.steps == [
                "attending:G", "deputy:D", "duty:1:A:2026-11-24", "duty:2:C:2026-11-24", "standingContact",
                "ordinaryDispatch",
            ])
        #expect(answer.plan.map(\.step) == [1, 2, 3, 4, 5, 6])
        #expect(answer.plan.allSatisfy { $0.status == .callable })
        #expect(answer.duty?.status == .onDuty)
    }

    @Test("A visiting nurse who is named is called after the GP")
    func nurse() {
        var scene = Scene()
        scene.document.visitingNurse = VisitingNurse(name: "訪問看護ステーション", telephone: "054-000-0500")
        #expect(scene.answer().steps.prefix(3) == ["attending:G", "nurse", "deputy:D"])
        scene.document.visitingNurse = VisitingNurse(name: "訪問看護ステーション", telephone: nil)
        #expect(scene.answer().steps.prefix(3) == ["attending:G", "nurse -noTelephone", "deputy:D"])
    }

    @Test("A nurse whose name is missing is still called")
    func namelessNurse() {
        var scene = Scene()
        scene.document.visitingNurse = VisitingNurse(name: nil, telephone: "054-000-0500")
        #expect(scene.answer().steps.prefix(2) == ["attending:G", "nurse"])
    }

    @Test("GP and deputy both gone: both are listed as skipped, and the duty physician is called")
    func bothGone() {
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", activeTo: Scene.day("2026-11-23"))
        scene.physicians["D"] = Scene.physician("D", telephones: [])
        let answer = scene.answer()
        #expect(
            answer.steps.prefix(3) == [
                "attending:G -inactivePhysician", "deputy:D -noTelephone", "duty:1:A:2026-11-24",
            ])
        #expect(answer.plan[0].telephones.isEmpty, "a number that must not be dialled is not shown")
    }

    @Test("A GP is still the GP on the last day as a member")
    func lastDay() {
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", activeTo: Scene.day("2026-11-24"))
        #expect(scene.answer().steps.first == "attending:G")
    }

    @Test("A GP who is also on duty is called once")
    func sameDutyPhysician() {
        var scene = Scene()
        scene.holders.first = ["G"]
        #expect(scene.answer().steps.contains("duty:1:G:2026-11-24 -samePerson"))
    }

    @Test("A GP who is also on duty with a duty telephone is called on it, too")
    func dutyTelephone() {
        var scene = Scene()
        scene.holders.first = ["G"]
        scene.slotTelephones = [Telephone(label: "当番携帯", number: "090-0000-0999")]
        let step = scene.answer().plan.first { $0.id == "duty:1:G:2026-11-24" }
        #expect(step?.status == .callable)
        #expect(step?.telephones.first?.number == "090-0000-0999")
    }

    @Test("One physician in both calls is called once")
    func bothCalls() {
        var scene = Scene()
        scene.holders = PerCall(first: ["A"], second: ["A"])
        #expect(scene.answer().steps.contains("duty:2:A:2026-11-24 -samePerson"))
    }

    @Test("A GP whom a skipped step left uncalled is not taken for called already")
    func skippedIsNotCalled() {
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", telephones: [])
        scene.holders.first = ["G"]
        scene.slotTelephones = [Telephone(label: "当番携帯", number: "090-0000-0999")]
        #expect(scene.answer().steps.prefix(3) == ["attending:G -noTelephone", "deputy:D", "duty:1:G:2026-11-24"])
    }

    @Test("On a weekday by day nobody is on duty, and the plan goes on")
    func daytime() {
        let answer = Scene().answer(at: Scene.at("2026-11-24T10:00:00+09:00"))
        #expect(
            answer.steps == [
                "attending:G", "deputy:D", "duty:1:offHours -offHours", "standingContact", "ordinaryDispatch",
            ])
        #expect(answer.duty?.next?.shifts.map(\.physician.id) == ["A", "C"])
    }

    @Test("A month that is not published is said, and the plan goes on")
    func unpublished() {
        var scene = Scene()
        scene.isPublished = false
        #expect(scene.answer().steps.contains("duty:1:unpublished -unpublished"))
        #expect(scene.answer().steps.suffix(2) == ["standingContact", "ordinaryDispatch"])
    }

    @Test("An area without slots has the association's physician where there is one")
    func areaWithoutSlots() {
        var scene = Scene()
        scene.document.patient.area = "seibu"
        #expect(scene.answer().steps.contains("duty:1:offHours -offHours"))
        scene.hasAssociationSlot = true
        let answer = scene.answer()
        #expect(answer.steps.contains("duty:1:B:2026-11-24"))
        #expect(answer.plan.first { $0.physician == "B" }?.shift?.scope == .association)
    }

    @Test("A gap is listed; the second call and the association's physician are called at once")
    func gap() {
        var scene = Scene()
        scene.holders.first = []
        scene.hasAssociationSlot = true
        #expect(
            scene.answer().steps == [
                "attending:G", "deputy:D", "duty:1:gap -gap", "duty:2:C:2026-11-24", "duty:1:B:2026-11-24",
                "standingContact",
                "ordinaryDispatch",
            ])
    }

    @Test("A first call who has left is a gap with a name")
    func inactiveDuty() {
        var scene = Scene()
        scene.physicians["A"] = Scene.physician("A", activeTo: Scene.day("2026-11-23"))
        let answer = scene.answer()
        #expect(answer.duty?.status == .gap)
        #expect(answer.steps.contains("duty:1:A:2026-11-24 -inactivePhysician"))
        #expect(!answer.steps.contains("duty:1:gap -gap"))
    }

    @Test("A telephone that is only answered by day comes last at night and stays in the list")
    func dayTelephone() {
        let hours = HourSpan(start: 9 * 60, end: 17 * 60).map { TelephoneHours(dayTypes: [.weekday], span: $0) }
        let numbers = [
            Telephone(label: "診療所", number: "054-000-0200", hours: hours),
            Telephone(label: "携帯", number: "090-0000-0200"),
        ]
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", telephones: numbers)
        #expect(scene.answer().plan[0].telephones.map(\.label) == ["携帯", "診療所"])
        #expect(
            scene.answer(at: Scene.at("2026-11-24T10:00:00+09:00")).plan[0].telephones.map(\.label) == ["診療所", "携帯"])
    }

    @Test("Two steps of one plan never share an identifier")
    func identifiers() {
        var scene = Scene()
        scene.document.deputyPhysician = "G"
        scene.holders = PerCall(first: ["B"], second: ["B"])
        scene.physicians["A"] = nil
        scene.hasAssociationSlot = true
        let ids = scene.answer().plan.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("A plan is never empty and a green one always ends with ordinary dispatch", arguments: CardState.allCases)
    func neverEmpty(_ state: CardState) {
        var scene = Scene()
        scene.life.state = state
        scene.document.attendingPhysician = nil
        scene.document.deputyPhysician = nil
        scene.physicians = [:]
        let plan = scene.answer().plan
        #expect(plan.last?.kind == .ordinaryDispatch)
        #expect(plan.count { $0.kind == .ordinaryDispatch } == 1)
    }
}
