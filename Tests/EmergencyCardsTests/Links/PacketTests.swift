import DutyRota
import EmergencyCards
import Testing

@Suite("What a link shows of a patient")
struct PacketTests {
    private func packet(
        _ reader: Packet.Reader, isRehearsal: Bool = false, _ change: (inout LinkNight) -> Void = { _ in }
    ) -> Packet {
        var document = Scene.yellow
        document.clinical.diagnosis = "慢性心不全"
        document.clinical.allergies = "ペニシリン"
        document.clinical.lastVisitOn = Scene.day("2026-11-20")
        var night = LinkNight(document)
        change(&night)
        return Packet(
            night.card, for: reader, registers: night.scene.registers, isRehearsal: isRehearsal, at: Scene.night)
    }

    @Test("A duty physician and the hospital are shown what was written only with the patient's consent")
    func consent() {
        for (reader, isWhole) in [
            (Packet.Reader.physician(.dutyPhysician), false), (.hospital("H1"), false),
            (.physician(.attendingPhysician), true), (.physician(.deputyPhysician), true), (.dispatcher, true),
        ] {
            let shown = packet(reader) { $0.scene.document.consent.sharedWith = [.fire] }
            #expect(shown.isWhole == isWhole)
            #expect(shown.items.contains { $0.field == .diagnosis || $0.field == .wish } == isWhole)
            #expect(shown.items.contains { $0.field == .family })
            #expect(shown.remarks.contains { $0.contains("同意が登録されて") } == (reader.isConsentNeeded))
            #expect(packet(reader).isWhole)
        }
    }

    @Test("A hospital that the card does not name is shown no diagnosis")
    func otherHospital() {
        #expect(!packet(.hospital("H9")).isWhole)
    }

    @Test("Of a card that is in force no more there is no wish and no diagnosis, for anybody")
    func ended() {
        for reader in [Packet.Reader.physician(.attendingPhysician), .hospital("H1"), .dispatcher] {
            let shown = packet(reader) {
                $0.scene.life = CardLife(state: .ended, endedReason: .withdrawn, endedOn: Scene.day("2026-11-24"))
            }
            #expect(!shown.items.contains { $0.field == .diagnosis || $0.field == .wish })
        }
    }

    @Test("The wish is a quotation with its author and date, and what was written has its day")
    func wish() throws {
        let items = packet(.physician(.dutyPhysician)).items
        let wish = try #require(items.first { $0.field == .wish })
        #expect(wish.text == "「家で最期まで過ごしたい。」")
        #expect(wish.note?.contains("医師G") == true && wish.note?.contains("令和8年4月1日") == true)
        #expect(items.filter { $0.text.contains("家で最期まで") }.count == 1)
        #expect(items.first { $0.field == .diagnosis }?.note == "令和8年11月24日現在")
        #expect(items.first { $0.field == .birthDate }?.text == "昭和13年2月11日（1938年）88歳")
        #expect(items.first { $0.field == .infections }?.text == "（記載なし）")
    }

    @Test("In a rehearsal no number can be dialled nor read")
    func rehearsal() {
        for reader in [Packet.Reader.physician(.dutyPhysician), .hospital("H1"), .dispatcher] {
            let numbers = packet(reader, isRehearsal: true).items.flatMap(\.numbers)
            #expect(!numbers.isEmpty && numbers.allSatisfy { $0.dial == nil && !$0.text.contains(where: \.isNumber) })
            #expect(packet(reader).items.flatMap(\.numbers).allSatisfy { $0.dial != nil })
        }
    }

    @Test("The crew sees where to go and whether they are awaited, and nothing of the patient's illness")
    func crew() throws {
        var night = LinkNight(Scene.yellow)
        night.scene.document.clinical.diagnosis = "慢性心不全"
        try night.open()
        func view() throws -> LinkView {
            let link = try #require(night.links.first { $0.kind == .crew })
            return LinkView(
                LinkScene(link: link, call: night.call, links: night.links), card: night.card,
                plan: night.planner.steps(at: night.now), registers: night.scene.registers, at: night.now,
                rules: night.rules)
        }
        let asked = try view()
        #expect(asked.items.isEmpty && asked.reception?.isAccepted == false)
        #expect(asked.reception?.lines.first?.text == "県立病院")
        try night.act { try $0.answering(.declined(reason: "満床"), at: "hospital:H1", in: $1) }
        #expect(try view().reception?.lines.first?.text == "市立病院")
        try night.act { try $0.answering(.accepted(arrivesAt: nil), at: "hospital:H2", in: $1) }
        let accepted = try view()
        #expect(accepted.reception?.isAccepted == true && accepted.reception?.state == "受け入れます")
        #expect(!"\(accepted)".contains("慢性心不全") && !"\(accepted)".contains("見本"))
    }
}

extension Packet.Reader {
    fileprivate var isConsentNeeded: Bool {
        self != .physician(.attendingPhysician) && self != .physician(.deputyPhysician)
    }
}
