import DutyRota
import EmergencyCards
import Testing

@Suite("Withdrawing a card")
struct WithdrawalTests {
    private let today = Scene.day("2026-11-24")
    private let own = Withdrawal(
        holder: KeyHolder(id: "K", role: .physician, scope: .physician("G")), registers: Scene().registers)

    private func card(_ life: CardLife) -> Card {
        Card(
            number: CardNumber(issued: 12_345_676), document: Scene.green, life: life, version: 1,
            enteredAt: Scene.night)
    }

    @Test(
        "A card in force ends as withdrawn, today",
        arguments: [
            CardLife(state: .active), CardLife(state: .suspended, suspendedSince: Scene.day("2026-11-01")),
        ])
    func withdraw(_ life: CardLife) throws {
        let change = try own.decide(card(life), on: today)
        #expect(change?.life.state == .ended)
        #expect(change?.life.endedReason == .withdrawn)
        #expect(change?.life.endedOn == today)
        #expect(change?.life.suspendedSince == nil)
    }

    @Test("Withdrawn twice is withdrawn once")
    func twice() throws {
        #expect(try own.decide(card(CardLife(state: .ended, endedReason: .withdrawn)), on: today) == nil)
    }

    @Test(
        "A card that ended otherwise, or never began, cannot be withdrawn",
        arguments: [
            CardLife(state: .draft), CardLife(state: .ended, endedReason: .superseded),
            CardLife(state: .ended, endedReason: .deceased),
        ])
    func notInForce(_ life: CardLife) {
        #expect(throws: Refusal(.notInForce)) { try own.decide(card(life), on: today) }
    }

    @Test(
        "Another physician's card cannot be withdrawn; not even as deputy",
        arguments: [("A", false), ("D", false), ("G", true)])
    func access(_ physician: String, may: Bool) {
        let withdrawal = Withdrawal(
            holder: KeyHolder(id: "K", role: .physician, scope: .physician(PhysicianID(physician))),
            registers: Scene().registers)
        #expect(((try? withdrawal.decide(card(CardLife(state: .active)), on: today)) != nil) == may)
    }
}
