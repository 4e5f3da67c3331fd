import DutyRota
import EmergencyCards
import Foundation
import GRDB

@testable import CardStore

extension StoreFixture {
    /// The shipped folders after a life in which everything that an export knows of has happened at least once.
    static func withLife(seed: UInt64) async throws -> StoreFixture {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        var random = SplitMix(state: seed)
        try await fixture.liveCards(&random)
        try await fixture.liveRota(&random)
        try await fixture.liveRegisters()
        try await fixture.liveNights()
        try await fixture.liveCalls()
        try await fixture.liveErasures()
        _ = try fixture.store.addKey(role: .fire, scope: .installation, at: now)
        try await fixture.store.addFeed(
            FeedAddress(
                id: "F1", association: "shimizu", subject: .area("yui"), createdAt: now, createdBy: "test"),
            hash: KeyHash(of: "secret"))
        return fixture
    }

    /// An instant so many minutes and some milliseconds on.
    static func minute(_ minutes: Int) -> Instant { now.adding(milliseconds: Int64(minutes) * 60_000 + 7) }

    /// Two numbers whose cards have been erased: of somebody who is gone, and of somebody who has another card.
    private func liveErasures() async throws {
        let randomness = Randomness.system
        try await store.writer.write { database in
            for patient in ["NULL", "(SELECT min(key) FROM patient WHERE association = 'shimizu')"] {
                let number = try CardStore.reserveNumber(length: .eight, randomness: randomness, database)
                try database.execute(
                    sql: """
                        INSERT INTO erased_card
                        SELECT ?, 'shimizu', 'green', 'deceased', '2020-01-31', 3, 1790000000000, \(patient)
                        """, arguments: [number.value])
            }
        }
    }

    private func liveCards(_ random: inout SplitMix) async throws {
        let names = ["髙﨑　𠮷江", "葛󠄀西　花", "\"引用\"　\\記号", "試験　四郎", "試験　五郎"]
        for (index, name) in names.enumerated() {
            var document = Self.document(name: name, kana: "シケン　\(["ア", "イ", "ウ", "エ", "オ"][index])")
            document.wish.text = ["行を\n分けて", "「家で」", "\\と\"引用\"", "🏠", "a/b"][index]
            document.training = index == 4
            let card = try await issue(document, acknowledging: [.possibleDuplicate], at: Self.minute(index))
            switch index {
            case 0: try await withdraw(card.number, at: Self.minute(10))
            case 1:
                var yellow = document
                yellow.colour = .yellow
                yellow.patient.id = card.document.patient.id
                try await issue(yellow, at: Self.minute(11))
            case 2:
                try await change(card, to: CardLife(state: .suspended, issuedOn: card.life.issuedOn)) {
                    $0.suspendedSince = Self.day("2026-11-20")
                    $0.suspendedWhere = "静岡県立総合病院"
                }
            default: break
            }
        }
        let numbers = try await store.writer.read {
            try Int.fetchAll($0, sql: "SELECT number FROM card WHERE state = 'active' ORDER BY number")
        }
        for number in numbers.shuffled(using: &random).prefix(8) {
            try await store.write(.change, on: CardNumber(issued: number), at: Self.minute(20), reason: "薬が変わった") {
                document, _ in
                document.clinical.medication = "変更 \(number)"
                document.patient.doorNotes = "鍵 \(number)"
            }
        }
    }

    private func change(_ card: Card, to life: CardLife, _ make: (inout CardLife) -> Void) async throws {
        var life = life
        make(&life)
        try await store.write(.suspend, on: card.number, at: Self.minute(12), reason: "入院") { [life] in $1 = life }
    }

    private func liveRota(_ random: inout SplitMix) async throws {
        let month = Month(year: 2026, month: 11)
        let places = try store.registers().books["shimizu"]?.months[month]?.places ?? []
        var changed = places
        changed[5].remark = "備考, \"引用\""
        changed[6].holders = PerCall(first: ["S002", "S003"], second: [])
        try await store.publish(changed, month: month, of: "shimizu", at: Self.minute(1))
        try await store.publish(places, month: month, of: "shimizu", at: Self.minute(2))
        let held = places.filter { !$0.holders.first.isEmpty }.shuffled(using: &random).prefix(6)
        for (index, place) in held.enumerated() {
            try await store.decide(at: Self.minute(3 + index)) { now, decision in
                decision.overrides = [
                    .sample(
                        "O\(index)", on: place, to: index == 3 ? nil : "S004", at: now, exchange: index < 2 ? "E1" : nil
                    )
                ]
            }
        }
        try await store.decide(at: Self.minute(20)) { now, decision in
            decision.lifts = ["O2": Lift(at: now, by: "K3", reason: "戻った")]
            decision.absences = ["A1", "A2"].map {
                Absence(
                    id: $0, physician: "S003", from: StoreFixture.day("2026-12-01"), to: StoreFixture.day("2026-12-05"),
                    reason: "学会", madeAt: now, madeBy: "K3")
            }
        }
        try await store.decide(at: Self.minute(21)) { now, decision in
            decision.absenceLifts = ["A1": Lift(at: now, by: "K3", reason: "中止")]
            decision.draft = .written(
                MonthDraft(
                    month: month, version: 3, base: 2,
                    rows: [
                        MonthDraft.Row(
                            key: places[0].key, holders: PerCall(first: ["S001"], second: ["S002"]), remark: "下書き")
                    ], changedAt: now, changedBy: "K3"))
        }
    }

    private func liveRegisters() async throws {
        let book = try store.registers().books["shimizu"]
        guard let book, let physician = book.physicians["S001"], let slot = book.slots.first else { return }
        let renamed = Physician(
            id: physician.id, association: "shimizu", name: "佐藤　拓真", kana: physician.kana,
            organisation: physician.organisation, email: "x@example.jp", areas: physician.areas, activeFrom: nil,
            activeTo: Self.day("2027-03-31"), telephones: physician.telephones)
        var areas = book.association.areas
        areas.removeLast()
        let association = DutyRota.Association(
            id: "shimizu", name: "清水医師会（改）", standingContact: book.association.standingContact, areas: areas)
        let ended = Slot(
            name: slot.name, dayTypes: [], reach: slot.reach, hours: slot.hours, required: slot.required,
            validFrom: Self.day("2026-12-01"))
        let own = book.calendar.own
        for (index, entry) in [
            RegisterEntry.physician(renamed, from: Self.minute(40_000)), .hospitalRetired("H06", from: Self.minute(0)),
            .association(association, ownHolidays: own), .slot(ended, of: "shimizu"),
            .slotTelephones("夜間", [], of: "shimizu"),
            .holidays(HolidayTable(names: [Self.day("2026-11-23"): "別名"]), of: "shimizu"),
        ].enumerated() {
            _ = try await store.change(by: "K7", at: Self.minute(index)) { _, _ in RegisterDecision(entries: [entry]) }
        }
    }

    private func liveNights() async throws {
        _ = try await store.change(by: "fire", at: Self.now) { _, now in
            var decision = NightDecision()
            let until = now.adding(milliseconds: 36_000_000)
            decision.marks.unavailabilities = ["U1", "U2"].map { .sample($0, from: now, until: until) }
            decision.marks.fullHospitals = ["F1", "F2"].map {
                FullHospital(id: $0, hospital: "H01", from: now, until: until, reason: "満床", madeBy: "fire")
            }
            return decision
        }
        _ = try await store.change(by: "fire", at: Self.minute(1)) { _, now in
            var decision = NightDecision()
            decision.lifts = [
                "U2": Lift(at: now, by: "fire", reason: "来た"), "F2": Lift(at: now, by: "fire", reason: "空いた"),
            ]
            return decision
        }
    }
}

extension StoreFixture {
    /// What an export writes, by folder and file.
    func exported(_ associations: [AssociationID]? = nil, at instant: Instant = minute(100)) throws -> [String: [String:
        Data]]
    {
        var folders: [String: [String: Data]] = [:]
        try store.export(associations, at: instant, announce: { _ in }) { id, file, bytes in
            folders[id.text, default: [:]][file, default: Data()].append(contentsOf: bytes)
        }
        return folders
    }

    /// A store into which folders were brought back.
    static func restored(_ folders: [String: [String: Data]]) async throws -> StoreFixture {
        let fixture = try await StoreFixture()
        _ = try await fixture.store.restore(
            folders.sorted { $0.key < $1.key }.map { ArchiveFolder(name: $0.key, files: $0.value) })
        return fixture
    }
}
