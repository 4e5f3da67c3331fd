import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("The register of cards")
struct RegisterTests {
    private let office = KeyHolder(id: "K2", role: .association, scope: .association("shizuoka"))

    @Test("A number within two digits of one ever issued is drawn again", arguments: NumberLength.allCases)
    func distance(_ length: NumberLength) async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.writer.write { database in
            var random = Randomness.system
            let first = CardNumber.draw(length: length, using: &random)
            try CardStore.reserve(first, database)
            #expect(try !CardStore.isFree(first, database))
            for neighbour in first.neighbours { #expect(try !CardStore.isFree(neighbour, database)) }
            for _ in 0..<300 {
                _ = try CardStore.reserveNumber(length: length, randomness: .system, database)
            }
            let issued = Set(try Int.fetchAll(database, sql: "SELECT number FROM issued_number"))
            let tooNear = issued.filter { value in
                CardNumber(issued: value).neighbours.contains { issued.contains($0.value) }
            }
            #expect(tooNear.isEmpty)
        }
    }

    @Test("Where no number is left that is said, and nothing is written")
    func exhausted() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"], randomness: Randomness { 7 })
        let first = try await fixture.issue()
        #expect(first.version == 1)
        await #expect(throws: Refusal(.numbersExhausted)) {
            try await fixture.issue(StoreFixture.document(kana: "ベツ　ジン"))
        }
    }

    @Test("A rule that refuses leaves nothing behind")
    func nothingHalfDone() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let before = try await fixture.counts()
        await #expect(throws: Refusal(.activeCardExists)) {
            try await fixture.store.issue(
                patient: PatientKey(StoreFixture.document()), repetition: nil, by: "K", at: StoreFixture.now
            ) { _ in throw Refusal(.activeCardExists) }
        }
        #expect(try await fixture.counts() == before)
    }

    @Test("Another patient with the same kana and birth date is told of, however it is spelt")
    func double() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        try await fixture.issue()
        let again = StoreFixture.document(kana: "シケン　タロー")
        await #expect(throws: Refusal.self) { try await fixture.issue(again) }
        let other = try await fixture.issue(again, acknowledging: [.possibleDuplicate])
        #expect(other.version == 1)
    }

    @Test("The same request again gives the same card; the same key with another request is refused")
    func repetition() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let once = Repetition(holder: "K1", key: "a", request: [1])
        let first = try await fixture.issue(repetition: once)
        let counts = try await fixture.counts()
        #expect(try await fixture.issue(repetition: once) == first)
        #expect(try await fixture.counts() == counts)
        await #expect(throws: Refusal(.idempotencyKeyReused)) {
            try await fixture.issue(repetition: Repetition(holder: "K1", key: "a", request: [2]))
        }
    }

    @Test("Every version is kept, with who entered it")
    func versions() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        let withdrawn = try await fixture.withdraw(card.number, at: StoreFixture.now.adding(milliseconds: 5))
        let versions = try await fixture.store.versions(of: card.number)
        #expect(
            versions == [
                CardVersion(card: card, action: .issue, reason: nil, enteredBy: "K1"),
                CardVersion(card: withdrawn, action: .withdraw, reason: nil, enteredBy: "K2"),
            ])
    }

    @Test("A card that has ended is read as it was when it ended, whatever the patient's next card says of them")
    func endedAsItWas() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let withdrawn = try await fixture.withdraw(try await fixture.issue().number)
        var next = StoreFixture.document(.yellow)
        next.patient.id = withdrawn.document.patient.id
        next.patient.address = "静岡市葵区追手町1-1"
        let card = try await fixture.issue(next, at: StoreFixture.now.adding(milliseconds: 5))
        #expect(try await fixture.store.file(withdrawn.number) == withdrawn)
        #expect(try await fixture.store.file(card.number)?.document.patient.address == next.patient.address)
    }

    @Test("Two cards in force for one patient are impossible, whatever the code above does")
    func oneInForce() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        var other = StoreFixture.document(.yellow)
        other.patient.id = card.document.patient.id
        let decision = CardDecision(
            new: NewCard(.issue, document: other, life: CardLife(state: .active, issuedOn: StoreFixture.now.day)),
            changes: [])
        let counts = try await fixture.counts()
        await #expect(throws: DatabaseError.self) {
            try await fixture.store.issue(patient: PatientKey(other), repetition: nil, by: "K", at: StoreFixture.now) {
                _ in
                decision
            }
        }
        #expect(try await fixture.counts() == counts)
    }

    @Test("A draft for a patient on the register changes nothing of what is known of them")
    func draftLeavesPatient() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        var patient = PatientDetails()
        patient.id = card.document.patient.id
        let draft = CardDocument(association: "shizuoka", colour: .yellow, patient: patient)
        let entry = CardEntry(document: draft, acknowledged: [], isDraft: true, holder: office)
        let drafted = try await fixture.store.issue(
            patient: PatientKey(draft), repetition: nil, by: "K2", at: StoreFixture.now
        ) { try entry.decide($0, on: StoreFixture.now.day) }.card
        #expect(drafted.document.patient == card.document.patient)
        #expect(try fixture.store.find(card.number)?.answering == card)
    }

    @Test("A card that was never issued cannot be changed")
    func unknown() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        await #expect(throws: Refusal(.unknownCard)) {
            try await fixture.store.change(CardNumber(issued: 12_345_676), by: "K", at: StoreFixture.now) { _ in nil }
        }
    }
}

extension StoreFixture {
    /// How many rows each table of cards has.
    func counts() async throws -> [Int] {
        try await store.writer.read { database in
            try ["patient", "card", "card_version", "issued_number", "repetition", "patient_telephone"].map {
                try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? -1
            }
        }
    }
}
