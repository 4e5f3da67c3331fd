import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// A store on files of its own in a temporary folder, which goes when the fixture goes.
final class StoreFixture: Sendable {
    let folder: URL
    let files: StoreFiles
    let store: CardStore

    init(
        seeds names: [String] = [], randomness: Randomness = .system, clock: Clock = Clock { now },
        alarm: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("card-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        files = StoreFiles(cards: folder.appendingPathComponent("cards.sqlite").path)
        store = try CardStore(files, randomness: randomness, clock: clock, alarm: alarm)
        if !names.isEmpty {
            _ = try await store.load(Self.seeds(names), options: LoadOptions(actor: "test"), at: Self.now)
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static let now = at("2026-11-24T22:00:00+09:00")
    static func at(_ text: String) -> Instant { (try? Instant(rfc3339: text)) ?? Instant(milliseconds: 0) }
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// The files of a shipped folder.
    static func files(_ name: String) throws -> [String: [UInt8]] {
        let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Seeds/\(name)")
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
        let pairs = try names.map { ($0, Array(try Data(contentsOf: seeds.appendingPathComponent($0)))) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The shipped folders, read; a fault in them is an error here.
    static func seeds(_ names: [String]) throws -> SeedBook {
        var faults: [TableFault] = []
        let folders = try names.compactMap {
            SeedFolder.read(name: $0, files: try files($0), faults: &faults)
        }
        guard faults.isEmpty else { throw SeedFaults(faults: faults, gaps: []) }
        return SeedBook(folders: folders)
    }

    /// A document that can be issued in the shipped association of 静岡.
    static func document(_ colour: Colour = .green, name: String = "試験　太郎", kana: String = "シケン　タロウ") -> CardDocument {
        var patient = PatientDetails()
        patient.name = name
        patient.kana = kana
        patient.birthDate = day("1940-01-02")
        patient.sex = .male
        patient.postalCode = "420-0853"
        patient.address = "静岡市葵区追手町99-1"
        patient.area = "aoi"
        patient.doorNotes = "玄関は\n右側"
        patient.telephones = ["054-000-9990", "090-0000-9990"]
        var document = CardDocument(association: "shizuoka", colour: colour, patient: patient)
        document.family = [FamilyMember(name: "試験　花子", relationship: "妻", telephone: "090-0000-9991")]
        document.attendingPhysician = "P001"
        document.deputyPhysician = "P002"
        document.visitingNurse = VisitingNurse(name: "訪問看護", telephone: "054-000-9992")
        document.wish.text = "「家で」\n過ごしたい。"
        document.wish.confirmedOn = day("2026-11-01")
        document.wish.confirmedBy = "P001"
        document.wish.participants = ["本人", "妻"]
        document.clinical.diagnosis = "慢性心不全"
        document.clinical.lastVisitOn = day("2026-11-20")
        document.hospitals = [AgreedHospital(hospital: "H01", agreedOn: day("2026-11-01"), patientNumber: nil)]
        document.consent.givenBy = "本人"
        document.consent.relationship = "本人"
        document.consent.givenOn = day("2026-11-01")
        document.consent.sharedWith = [.fire, .dutyPhysician, .hospital]
        return document
    }

    /// Issues a card as its physician would.
    @discardableResult
    func issue(
        _ document: CardDocument = document(), acknowledging codes: Set<Refusal.Code> = [],
        repetition: Repetition? = nil,
        at instant: Instant = now
    ) async throws -> Card {
        let entry = CardEntry(
            document: document, acknowledged: codes, isDraft: false,
            holder: KeyHolder(id: "K1", role: .physician, scope: .physician("P001")))
        return try await store.issue(
            patient: PatientKey(document), repetition: repetition, by: "K1", at: instant
        ) { try entry.decide($0, on: instant.day) }.card
    }

    /// Withdraws a card as the association's office would.
    @discardableResult
    func withdraw(_ number: CardNumber, at instant: Instant = now) async throws -> Card {
        try await act(Withdrawal(), on: number, at: instant).card
    }

    /// Does an act as the association's office would.
    @discardableResult
    func act(
        _ act: some CardAct, on number: CardNumber,
        by holder: KeyHolder = KeyHolder(id: "K2", role: .association, scope: .association("shizuoka")),
        at instant: Instant = now
    ) async throws -> CardOutcome {
        let desk = CardDesk(holder: holder, registers: try store.registers(), today: instant.day)
        let person = (act as? CardPatch)?.person ?? PersonKey()
        return try await store.change(number, person: person, repetition: nil, by: holder.id, at: instant) {
            try desk.decide(act, $0)
        }
    }
}

extension CardStore {
    /// Writes an act as a test says it, whatever the rules have to say.
    @discardableResult
    func write(
        _ action: CardAction, on number: CardNumber, at instant: Instant, reason: String? = nil,
        _ make: @Sendable (inout CardDocument, inout CardLife) -> Void = { _, _ in }
    ) async throws -> Card {
        try await change(number, by: "K1", at: instant) { file in
            var (document, life) = (file.card.document, file.card.life)
            make(&document, &life)
            return CardDecision(CardChange(action, of: file.card, document: document, life: life, reason: reason))
        }.card
    }
}
