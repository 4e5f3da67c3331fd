import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Testing

@Suite("Finding a card by its number")
struct FinderTests {
    @Test("A number ever issued is found, any other is not")
    func find() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        #expect(try fixture.store.find(card.number)?.answering == card)
        #expect(try fixture.store.find(CardNumber(issued: 12_345_676)) == nil)
    }

    @Test("Whatever a document says comes back as it was written")
    func roundTrip() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        var full = StoreFixture.document(.yellow)
        full.hospitals.append(AgreedHospital(hospital: "H02", agreedOn: nil, patientNumber: "A-1"))
        full.training = true
        full.clinical.infections = "なし"
        var bare = StoreFixture.document(kana: "ベツ　ジン")
        bare.visitingNurse = nil
        bare.deputyPhysician = nil
        bare.hospitals = []
        bare.patient.telephones = []
        bare.clinical = Clinical()
        for document in [full, bare] {
            let card = try await fixture.issue(document)
            let found = try #require(try fixture.store.find(card.number)).answering
            var expected = document
            expected.patient.id = found.document.patient.id
            expected.validUntil = found.life.validUntil
            #expect(found.document == expected)
            #expect(try await fixture.store.file(card.number) == found)
        }
    }

    @Test("The old number of a patient with a new card answers with the new one")
    func oldNumber() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let old = try await fixture.issue()
        var other = StoreFixture.document(.yellow)
        other.patient.id = old.document.patient.id
        let new = try await fixture.issue(other)
        let found = try #require(try fixture.store.find(old.number))
        #expect(found.read.number == old.number)
        #expect(found.read.state == .ended)
        #expect(found.read.endedReason == .superseded)
        #expect(found.answering == new)
    }

    @Test("Without a card in force the last one answers, a draft never for an ended card")
    func lastCard() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        let office = KeyHolder(id: "K2", role: .association, scope: .association("shizuoka"))
        let ended = try await fixture.withdraw(card.number)
        var draft = StoreFixture.document()
        draft.patient.id = card.document.patient.id
        let entry = CardEntry(document: draft, acknowledged: [], isDraft: true, holder: office)
        let drafted = try await fixture.store.issue(
            patient: PatientKey(draft), repetition: nil, by: "K2", at: StoreFixture.now
        ) { try entry.decide($0, on: StoreFixture.now.day) }.card
        #expect(try fixture.store.find(card.number)?.answering == ended)
        #expect(ended.version == 2)
        #expect(try fixture.store.find(drafted.number)?.read.state == .draft)
    }

    @Test("A couple in one household is listed, once each, by address before telephone")
    func household() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let husband = try await fixture.issue()
        var other = StoreFixture.document(name: "試験　花子", kana: "シケン　ハナコ")
        other.patient.address = "静岡県静岡市葵区追手町９９番地の１"
        let wife = try await fixture.issue(other)
        var caller = StoreFixture.document(name: "別居　次郎", kana: "ベッキョ　ジロウ")
        caller.patient.address = "静岡市葵区本通1-1"
        caller.patient.telephones = ["０９０-0000-9990".applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? ""]
        let brother = try await fixture.issue(caller)
        let found = try #require(try fixture.store.find(husband.number)).household
        #expect(found.map(\.card.number) == [wife.number, brother.number])
        #expect(found.map(\.matchedBy) == [.address, .telephone])
        try await fixture.withdraw(wife.number)
        #expect(try fixture.store.find(husband.number)?.household.map(\.card.number) == [brother.number])
    }

    @Test("Of several candidates those ever issued are told")
    func candidates() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        let told = try fixture.store.issued(among: [CardNumber(issued: 12_345_676), card.number])
        #expect(told.map(\.number) == [card.number])
        #expect(told.first?.kana == "シケン　タロウ")
    }
}
