import DutyRota
import EmergencyCards
import Testing

@Suite("Withdrawing a card")
struct WithdrawalTests {
    private let today = Scene.day("2026-11-24")

    private func decide(_ life: CardLife, by physician: PhysicianID = "G") throws -> CardLife? {
        let card = Card(
            number: CardNumber(issued: 12_345_676), document: Scene.green, life: life, version: 1,
            enteredAt: Scene.night)
        let desk = CardDesk(
            holder: KeyHolder(id: "K", role: .physician, scope: .physician(physician)), registers: Scene().registers,
            today: today)
        let file = CardFile(card: card, patient: PatientFile(last: card, hasDouble: false))
        return try desk.decide(Withdrawal(), file)?.changes.first?.life
    }

    @Test(
        "A card in force ends as withdrawn, today",
        arguments: [
            CardLife(state: .active), CardLife(state: .suspended, suspendedSince: Scene.day("2026-11-01")),
        ])
    func withdraw(_ life: CardLife) throws {
        let ended = try decide(life)
        #expect(ended?.state == .ended)
        #expect(ended?.endedReason == .withdrawn)
        #expect(ended?.endedOn == today)
        #expect(ended?.suspendedSince == nil)
    }

    @Test("Withdrawn twice is withdrawn once")
    func twice() throws {
        #expect(try decide(CardLife(state: .ended, endedReason: .withdrawn)) == nil)
    }

    @Test("The deputy withdraws too; to any other physician there is no such card")
    func access() throws {
        #expect(try decide(CardLife(state: .active), by: "D")?.endedReason == .withdrawn)
        #expect(throws: Refusal(.unknownCard, hiding: .notYours)) {
            try decide(CardLife(state: .active), by: "A")
        }
    }
}
