import DutyRota
import EmergencyCards
import Foundation
import Testing

@testable import CardStore

/// A year of nights over a store of its own: everything at random from a seed, by a clock that is moved by hand.
final class NightYear {
    let fixture: StoreFixture
    let time: HandClock
    let rules = CallRules()
    /// Opened anew now and then, as after a restart.
    var store: CardStore
    var random: SplitMix
    var ledger = NightLedger()
    var cards: [Card] = []
    /// Calls that are not closed, as far as anybody was told.
    var open: [CallID] = []
    /// Those that were closed last.
    var recent: [CallID] = []
    /// When the clock stood furthest.
    var latest: Instant
    var serial = 0
    var restarts = 0

    init(seed: UInt64) async throws {
        time = HandClock(StoreFixture.at("2026-12-01T12:00:00+09:00"))
        fixture = try await StoreFixture(seeds: ["shizuoka"], clock: time.clock)
        store = fixture.store
        random = SplitMix(state: seed)
        latest = time.now
        try await publishYear()
        for number in 0..<24 { cards.append(try await issue(number)) }
    }

    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func pick<Item>(_ items: [Item]) -> Item? { items.randomElement(using: &random) }

    /// A green or a yellow card of a patient of its own; every fourth is one for training.
    private func issue(_ number: Int) async throws -> Card {
        let kana = Array("アイウエオカキクケコサシスセソタチツテトナニヌネ")[number]
        var document = StoreFixture.document(
            number.isMultiple(of: 3) ? .yellow : .green, name: "試験\(number)", kana: "シケン　\(kana)\(kana)ロウ")
        document.attendingPhysician = PhysicianID(String(format: "P%03d", number % 12 + 1))
        document.wish.confirmedBy = document.attendingPhysician
        document.deputyPhysician = PhysicianID(String(format: "P%03d", number % 7 + 20))
        document.patient.area = number.isMultiple(of: 5) ? "suruga" : "aoi"
        document.patient.address = "静岡市\(number.isMultiple(of: 5) ? "駿河区" : "葵区")追手町\(number + 1)-1"
        document.hospitals = ["H01", "H02"].map {
            AgreedHospital(hospital: $0, agreedOn: StoreFixture.day("2026-11-01"), patientNumber: nil)
        }
        document.training = number.isMultiple(of: 4)
        let entry = CardEntry(
            document: document, acknowledged: [.areaMismatch, .possibleDuplicate], isDraft: false,
            holder: KeyHolder(id: "K2", role: .association, scope: .association("shizuoka")))
        return try await store.issue(patient: PatientKey(document), repetition: nil, by: "K2", at: time.now) {
            [now = time.now] in
            try entry.decide($0, on: now.day)
        }.card
    }

    /// Publishes twelve months at random; now and then nobody holds a call.
    private func publishYear() async throws {
        let book = try #require(try store.registers().books["shizuoka"])
        let year = [Month(year: 2026, month: 12)] + (1...11).map { Month(year: 2027, month: $0) }
        let free = book.physicians.values.filter { physician in
            !physician.telephones.isEmpty
                && year.allSatisfy { month in month.days.allSatisfy { physician.isActive(on: $0) } }
        }.map(\.id).sorted { $0.text < $1.text }
        for month in year {
            var places = try MonthSheet.places(
                of: month, slots: book.slots, areas: book.association.areas, calendar: book.calendar)
            for index in places.indices {
                for order in CallOrder.allCases where !chance(6) {
                    places[index].holders[order] = [pick(free) ?? "P001"]
                }
            }
            try await store.publish(places, month: month, of: "shizuoka", at: time.now)
            ledger.duty.places += places
        }
    }

    func sameCard(_ number: CardNumber) -> Card? { cards.first { $0.number == number } }

    func desk(_ card: Card, _ person: String) throws -> CallDesk {
        CallDesk(
            author: CallEntry.Author(key: "fire", person: person), now: time.now,
            planner: CallPlanner(card: card, registers: try store.registers(), rules: rules), rules: rules)
    }
}
