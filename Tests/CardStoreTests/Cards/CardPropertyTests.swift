import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

/// Random lives, whatever comes of each act: what must hold after every one of them.
@Suite("Random lives of cards")
struct CardPropertyTests {
    @Test("One card in force, every number answers with it, versions without a gap, each reads back", arguments: 1...4)
    func lives(_ seed: UInt64) async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        var random = SplitMix(state: seed)
        let first = try await fixture.issue()
        let patient = try #require(first.document.patient.id)
        var written: [CardNumber: [Int: Card]] = [first.number: [1: first]]
        var refused = 0
        for step in 1...50 {
            let instant = StoreFixture.now.adding(milliseconds: Int64(step) * 1000 * 60 * 60)
            let numbers = written.keys.sorted { $0.value < $1.value }
            let number = try #require(numbers.randomElement(using: &random))
            do {
                let outcome = try await act(
                    Int.random(in: 0..<13, using: &random), on: number, of: patient, fixture, at: instant)
                for card in [outcome.card] + outcome.others where written[card.number]?[card.version] == nil {
                    written[card.number, default: [:]][card.version] = card
                }
            } catch is Refusal { refused += 1 }
            try await check(fixture, patient, written)
        }
        #expect(refused < 50)
    }

    private func act(
        _ kind: Int, on number: CardNumber, of patient: PatientID, _ fixture: StoreFixture, at instant: Instant
    ) async throws -> CardOutcome {
        let physician = KeyHolder(id: "K1", role: .physician, scope: .physician("P001"))
        func done(_ act: some CardAct) async throws -> CardOutcome {
            try await fixture.act(act, on: number, by: physician, at: instant)
        }
        switch kind {
        case 0: return try await done(Withdrawal())
        case 1, 2: return try await done(Reissue())
        case 3, 4: return try await done(Reopening(reason: "誤り"))
        case 5: return try await done(Suspension())
        case 6: return try await done(Resumption())
        case 7: return try await done(Renewal())
        case 8: return try await done(DraftIssue())
        case 9: return try await done(try #require(Closing(.deceased)))
        case 10:
            let door = JSONValue.string("\(instant.milliseconds)")
            return try await done(
                try CardPatch(.object(["patient": .object(["doorNotes": door])]), isMeant: { _ in true }))
        default:
            var document = StoreFixture.document(kind == 11 ? .green : .yellow)
            document.patient.id = patient
            let entry = CardEntry(
                document: document, acknowledged: [], isDraft: instant.milliseconds.isMultiple(of: 3), holder: physician
            )
            return try await fixture.store.issue(
                patient: PatientKey(document), repetition: nil, by: "K1", at: instant
            ) { try entry.decide($0, on: instant.day) }
        }
    }

    private func check(
        _ fixture: StoreFixture, _ patient: PatientID, _ written: [CardNumber: [Int: Card]]
    ) async throws {
        let record = try #require(try await fixture.store.patient(patient))
        #expect(Set(record.cards.map(\.number)) == Set(written.keys))
        let inForce = record.cards.filter { $0.life.state.isInForce }
        #expect(inForce.count <= 1)
        for (number, cards) in written {
            let found = try #require(try fixture.store.find(number))
            if let card = inForce.first { #expect(found.answering == card) }
            let answer = LookUp(
                reading: NumberReading(number.text, length: .eight), at: StoreFixture.now, rehearsal: false
            )
            .answer(found, registers: try fixture.store.registers())
            #expect(answer.isInForce == !inForce.isEmpty)
            if inForce.isEmpty { #expect(answer.plan.map(\.id) == ["ordinaryDispatch"]) }
            let versions = try await fixture.store.versions(of: number).map(\.card)
            #expect(versions.map(\.version) == Array(1...versions.count))
            for version in versions { #expect(version == cards[version.version]) }
        }
    }
}
