import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("The rota as it was known at an instant")
struct AsPublishedTests {
    static let november = Month(year: 2026, month: 11)

    /// What there was to see one millisecond after each of the things that happened, an hour apart.
    struct Seen: Sendable, CustomTestStringConvertible {
        let hour: Int
        let holder: PhysicianID?
        let revision: Int?
        var isAway = false
        var kana: String? = "ササキ　タクマ"
        var isMarked = false

        var testDescription: String { "after hour \(hour)" }
    }

    @Test(
        "Each instant shows what was published, overridden, taken back and said by then",
        arguments: [
            Seen(hour: -1, holder: nil, revision: nil, kana: nil), Seen(hour: 0, holder: "S001", revision: 1),
            Seen(hour: 1, holder: "S002", revision: 1), Seen(hour: 2, holder: "S003", revision: 1),
            Seen(hour: 3, holder: "S002", revision: 1), Seen(hour: 4, holder: "S002", revision: 2),
            Seen(hour: 5, holder: "S002", revision: 2, isAway: true), Seen(hour: 6, holder: "S002", revision: 2),
            Seen(hour: 7, holder: "S002", revision: 2, kana: "サトウ　タクマ"),
            Seen(hour: 8, holder: "S002", revision: 2, kana: "サトウ　タクマ", isMarked: true),
            Seen(hour: 9, holder: "S002", revision: 2, kana: "サトウ　タクマ"),
        ])
    func asKnown(_ seen: Seen) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let place = try #require(try fixture.places().first)
        try await fixture.tellStory(of: place)
        let instant = hour(seen.hour).adding(milliseconds: 1)
        let book = try #require(try fixture.store.book(of: "shimizu", asPublishedAt: instant))
        #expect(book.months[Self.november]?.revision == seen.revision)
        #expect(book.place(place.key).flatMap { book.holdings(of: $0).first?.physician } == seen.holder)
        #expect((book.absence(of: "S001", on: StoreFixture.day("2026-12-02")) != nil) == seen.isAway)
        #expect(book.physicians["S001"]?.kana == seen.kana)
        let during = hour(12)
        #expect(book.unavailabilities.contains { $0.interval.contains(during) } == seen.isMarked)
    }

    @Test("The numbers of slots, the areas and the standing contact are those of the time too")
    func registers() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let first = try #require(try fixture.store.registers().books["shimizu"])
        let slot = try #require(first.slots.first?.name)
        let hours = try #require(HourSpan(start: 1050, end: 1950))
        let night = [
            Telephone(label: "当番携帯", number: "090-0000-0001", hours: TelephoneHours(dayTypes: [.sunday], span: hours))
        ]
        let moved = DutyRota.Association(
            id: "shimizu", name: first.association.name,
            standingContact: StandingContact(name: "新しい窓口", telephone: "054-000-0001"),
            areas: first.association.areas.map { Area(id: $0.id, name: "新" + $0.name, addresses: []) })
        let directory: any Directory = fixture.store
        for (at, entry) in [
            (1, RegisterEntry.slotTelephones(slot, night, of: "shimizu")),
            (2, .association(moved, ownHolidays: [])), (3, .slotTelephones(slot, [], of: "shimizu")),
        ] {
            _ = try await directory.change(by: "test", at: hour(at)) { _, _ in RegisterDecision(entries: [entry]) }
        }
        for (at, telephones, association) in [
            (0, first.slotTelephones[slot] ?? [], first.association), (1, night, first.association), (2, night, moved),
            (3, [], moved),
        ] {
            let instant = hour(at).adding(milliseconds: 1)
            let book = try #require(try fixture.store.book(of: "shimizu", asPublishedAt: instant))
            #expect(book.slotTelephones[slot] ?? [] == telephones, "after hour \(at)")
            #expect(book.association == association, "after hour \(at)")
            #expect(book.calendar.own.isEmpty == (at >= 2), "after hour \(at)")
        }
    }

    @Test("What is there now is what was known last, and the chronicle has all of it")
    func now() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let place = try #require(try fixture.places().first)
        try await fixture.tellStory(of: place)
        let last = try #require(try fixture.store.book(of: "shimizu", asPublishedAt: hour(20)))
        let now = try #require(try fixture.store.registers().books["shimizu"])
        #expect(now.months == last.months)
        #expect(now.overrides == last.overrides)
        #expect(now.overrides.map(\.id) == ["O1"], "what was taken back is no more in the registers")
        #expect(now.absences == last.absences)
        #expect(now.physicians == last.physicians)
        let chronicle = try fixture.store.chronicle(of: "shimizu", months: Self.november...Self.november)
        #expect(chronicle.revisions.map(\.sheet.revision) == [1, 2])
        #expect(chronicle.overrides.map(\.id) == ["O1", "O2"])
        #expect(chronicle.overrides.map { $0.lift?.at } == [nil, hour(3)])
        #expect(chronicle.unavailabilities.map(\.id) == ["U1"])
        let other = Month(year: 2027, month: 1)
        let later = try fixture.store.chronicle(of: "shimizu", months: other...other)
        #expect(later.revisions.map(\.sheet.month) == [other])
        #expect(later.overrides.isEmpty)
        #expect(later.unavailabilities.isEmpty)
    }
}

/// So many hours after the folders were loaded.
private func hour(_ hour: Int) -> Instant { StoreFixture.now.adding(milliseconds: Int64(hour) * 3_600_000) }

extension StoreFixture {
    /// Loaded at hour 0; then override, override over it, taken back, published again, away, back, renamed, unable to come, able again.
    fileprivate func tellStory(of place: Place) async throws {
        try await store.decide(at: hour(1)) { $1.overrides = [.sample("O1", on: place, to: "S002", at: $0)] }
        try await store.decide(at: hour(2)) { $1.overrides = [.sample("O2", on: place, to: "S003", at: $0)] }
        try await store.decide(at: hour(3)) { $1.lifts = ["O2": Lift(at: $0, by: "test", reason: "")] }
        try await store.publish(try places(), month: AsPublishedTests.november, of: "shimizu", at: hour(4))
        try await store.decide(at: hour(5)) { $1.absences = [.sample("A1", at: $0)] }
        try await store.decide(at: hour(6)) { $1.absenceLifts = ["A1": Lift(at: $0, by: "test", reason: "")] }
        let directory: any Directory = store
        _ = try await directory.change(by: "test", at: hour(7)) { registers, now in
            let physician = registers.physicians["S001"].map { $0.with(kana: "サトウ　タクマ") }
            return RegisterDecision(entries: physician.map { [.physician($0, from: now)] } ?? [])
        }
        let desk: any NightDesk = store
        _ = try await desk.change(by: "test", at: hour(8)) { _, now in
            .marking(.sample("U1", from: now, until: hour(15)))
        }
        _ = try await desk.change(by: "test", at: hour(9)) { _, now in .lifting("U1", at: now) }
    }
}

extension Physician {
    /// The physician under another reading of the name.
    func with(kana: String) -> Physician {
        Physician(
            id: id, association: association, name: name, kana: kana, organisation: organisation, email: email,
            areas: areas, activeFrom: activeFrom, activeTo: activeTo, telephones: telephones)
    }
}
