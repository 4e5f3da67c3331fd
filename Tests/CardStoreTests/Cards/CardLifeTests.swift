import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("The life of cards on the register")
struct CardLifeTests {
    private let physician = KeyHolder(id: "K1", role: .physician, scope: .physician("P001"))

    @Test("Withdrawn, and looked up in the next millisecond 10,000 times from other connections: never the wish")
    func withdrawn() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let number = try await fixture.issue().number
        #expect(try fixture.store.find(number)?.answering.life.state == .active)
        let other = try CardStore(fixture.files)
        try await fixture.withdraw(number)
        var inForce = 0
        for _ in 0..<5_000 {
            for store in [fixture.store, other] where try store.find(number)?.answering.life.state.isInForce ?? true {
                inForce += 1
            }
        }
        #expect(inForce == 0)
    }

    @Test("A lost card, its new one and the one of the other colour after it: every number leads to the one in force")
    func chain() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let first = try await fixture.issue()
        let second = try await fixture.act(Reissue(reason: "紛失"), on: first.number, by: physician)
        #expect(second.others.map(\.number) == [first.number])
        var other = StoreFixture.document(.yellow)
        other.patient.id = first.document.patient.id
        let third = try await fixture.issue(other)
        for number in [first.number, second.card.number, third.number] {
            #expect(try fixture.store.find(number)?.answering == third)
        }
        // All on one day, in one millisecond: the last one answers all the same.
        try await fixture.withdraw(third.number)
        for number in [first.number, second.card.number, third.number] {
            #expect(try fixture.store.find(number)?.answering.life.endedReason == .withdrawn)
        }
        let patient = try #require(first.document.patient.id)
        #expect(try await fixture.store.patient(patient)?.cards.map(\.number.value).first == third.number.value)
    }

    @Test("A repeated reissue gives the same new card and writes nothing")
    func repeated() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let number = try await fixture.issue().number
        let desk = CardDesk(holder: physician, registers: try fixture.store.registers(), today: StoreFixture.now.day)
        let once = Repetition(holder: "K1", key: "a", request: [1])
        let reissue = { @Sendable (repetition: Repetition) in
            try await fixture.store.change(
                number, person: PersonKey(), repetition: repetition, by: "K1", at: StoreFixture.now
            ) { try desk.decide(Reissue(), $0) }.card
        }
        let first = try await reissue(once)
        let counts = try await fixture.counts()
        #expect(try await reissue(once) == first)
        #expect(try await fixture.counts() == counts)
        await #expect(throws: Refusal(.idempotencyKeyReused)) {
            try await reissue(Repetition(holder: "K1", key: "a", request: [2]))
        }
    }

    @Test("Issued twenty times at once, a patient has one card")
    func issuedAtOnce() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let first = try await fixture.issue()
        try await fixture.withdraw(first.number)
        let issued = await withTaskGroup(of: Card?.self) { group in
            for index in 0..<20 {
                group.addTask {
                    // Half of them know the patient, half would enter them anew.
                    var document = StoreFixture.document()
                    if index.isMultiple(of: 2) { document.patient.id = first.document.patient.id }
                    return try? await fixture.issue(document)
                }
            }
            return await group.reduce(into: [Card]()) { issued, card in if let card { issued.append(card) } }
        }
        #expect(issued.count == 1)
        #expect(try fixture.store.find(first.number)?.answering == issued.first)
    }

    @Test(
        "A correction lies in the patient's row; one that makes them somebody else is refused and leaves nothing behind"
    )
    func patch() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        try await fixture.issue(StoreFixture.document(kana: "ベツ　ジン"))
        let counts = try await fixture.counts()
        let double = try CardPatch(.object(["patient": .object(["kana": .string("ベツ　ジン")])])) { $0 == 1 }
        await #expect(throws: Refusal.self) { try await fixture.act(double, on: card.number) }
        #expect(try await fixture.counts() == counts)
        let telephone = try CardPatch(.object(["patient": .object(["telephones": .array([.string("054-000-9000")])])]))
        { $0 == 1 }
        let changed = try await fixture.act(telephone, on: card.number).card
        #expect(changed.version == 2)
        #expect(try fixture.store.find(card.number)?.answering == changed)
        let patient = try #require(card.document.patient.id)
        #expect(try await fixture.store.patient(patient)?.details.telephones == ["054-000-9000"])
    }

    @Test("All of a physician's cards change hands in one step, those of others and ended ones do not")
    func handOver() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        let ended = try await fixture.withdraw(try await fixture.issue(StoreFixture.document(kana: "ベツ　ジン")).number)
        let wish = HandOver(from: "P001", to: "P003", reason: "閉院")
        let before = try await fixture.counts()
        await #expect(throws: Refusal(.notInForce)) {
            try await fixture.store.change(cardsOf: "P001", in: "shizuoka", by: "K2", at: StoreFixture.now) { cards in
                #expect(!cards.isEmpty)
                throw Refusal(.notInForce)
            }
        }
        #expect(try await fixture.counts() == before)
        let changed = try await fixture.store.change(
            cardsOf: "P001", in: "shizuoka", by: "K2", at: StoreFixture.now
        ) { wish.decide($0) }
        #expect(changed.map(\.number).contains(card.number))
        #expect(!changed.map(\.number).contains(ended.number))
        #expect(try await fixture.store.file(card.number)?.document.attendingPhysician == "P003")
        #expect(try await fixture.store.versions(of: card.number).last?.action == .handOver)
        let rest = try await fixture.store.change(
            cardsOf: "P001", in: "shizuoka", by: "K2", at: StoreFixture.now
        ) { wish.decide($0) }
        #expect(rest.isEmpty)
    }
}
