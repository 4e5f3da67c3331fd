import DutyRota
import EmergencyCards
import Testing

@Suite("Handing a physician's patients over")
struct HandOverTests {
    private let wish = HandOver(from: "G", to: "A", deputy: "B", reason: "閉院")

    @Test("Every card and draft goes to the new physician; the confirmation stays whose it was")
    func attending() {
        let changes = wish.decide([ActDesk.card(), ActDesk.draft(), ActDesk.ended(.withdrawn)])
        #expect(changes.map(\.document.attendingPhysician) == ["A", "A"])
        #expect(changes.map(\.document.deputyPhysician) == ["D", "D"])
        #expect(changes.map(\.action) == [.handOver, .handOver])
        #expect(changes.first?.life.confirmed?.by == "G")
        #expect(changes.first?.reason == "閉院")
        #expect(changes.first?.document.wish.confirmedBy == "G")
    }

    @Test("Where the physician is deputy another one becomes deputy, and nobody their own")
    func deputy() {
        var document = Scene.green
        document.attendingPhysician = "C"
        document.deputyPhysician = "G"
        #expect(wish.decide([ActDesk.card(document)]).first?.document.deputyPhysician == "B")
        document.attendingPhysician = "B"
        #expect(wish.decide([ActDesk.card(document)]).first?.document.deputyPhysician == .some(nil))
        document.attendingPhysician = "G"
        document.deputyPhysician = "A"
        let both = wish.decide([ActDesk.card(document)]).first?.document
        #expect(both?.attendingPhysician == "A")
        #expect(both?.deputyPhysician == nil)
    }

    @Test(
        "Who takes over is a member who can be called",
        arguments: [("G", "to"), ("X", "to"), ("N", "to"), ("L", "to"), ("A", nil)] as [(PhysicianID, String?)])
    func able(_ to: PhysicianID, fault: String?) {
        var scene = Scene()
        scene.physicians["N"] = Scene.physician("N", telephones: [])
        scene.physicians["L"] = Scene.physician("L", activeTo: Scene.day("2026-11-23"))
        let wish = HandOver(from: "G", to: to, reason: "閉院")
        var fields: [String] = []
        do throws(Refusal) {
            try wish.check(of: "shizuoka", registers: scene.registers, on: ActDesk.today)
        } catch { fields = error.errors.map(\.field) }
        #expect(fields == (fault.map { [$0] } ?? []))
        #expect(throws: Refusal.self) { try wish.check(of: "shimizu", registers: scene.registers, on: ActDesk.today) }
    }
}
