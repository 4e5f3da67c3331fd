import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("Lists of cards")
struct CardListsTests {
    private static let today = StoreFixture.now.day

    @Test("What the register gives on a question is enough for the rules, on any day")
    func enough() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        let lists = try CardLists(fixture.files)
        let registers = try fixture.store.registers()
        for association in registers.associations {
            let all = try await lists.all(of: association.id).map(\.card)
            for later in Array(0...400) + [800] {
                let rules = DueRules(registers: registers, on: Self.today.adding(later))
                let asked = try await lists.candidates(rules.question(.association(association.id)))
                #expect(rules.list(asked) == rules.list(all))
                #expect(!rules.list(asked).isEmpty)
            }
            let rules = DueRules(registers: registers, on: Self.today.adding(90))
            for physician in registers.physicians.values where physician.association == association.id {
                let own = all.filter { [$0.attending, $0.deputy].contains(physician.id) }
                let scope = CardScope.physician(physician.id, of: association.id)
                #expect(rules.list(try await lists.candidates(rules.question(scope))) == rules.list(own))
            }
        }
    }

    @Test("Cards on which calls have left something are given, whatever else is the matter with them")
    func flagged() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let lists = try CardLists(fixture.files)
        let all = try await lists.all(of: "shizuoka").map(\.card)
        let flags = all.map { CardFlag(card: $0.number, kind: .deathCertified, call: "C1", at: StoreFixture.now) }
        let registers = try fixture.store.registers().marking(NightMarks(flags: flags))
        let rules = DueRules(registers: registers, on: Self.today)
        let due = rules.list(try await lists.candidates(rules.question(.association("shizuoka"))))
        #expect(due == rules.list(all))
        let inForce = all.filter { $0.life.state.isInForce && !$0.hasDied }
        #expect(due.filter { $0.reason == .deathCertified }.count == inForce.count && !inForce.isEmpty)
    }

    @Test("Numbers come in pages that miss none and repeat none, by state and physician")
    func pages() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        let lists = try CardLists(fixture.files)
        let all = try await lists.all(of: "shizuoka")
        #expect(all.count == 120)
        let scopes: [CardScope] = [
            .association("shizuoka"), .physician("P001", of: "shizuoka"), .physician("P001", of: nil),
        ]
        for scope in scopes {
            for state in [nil] + CardState.allCases.map(Optional.some) {
                let expected = all.map(\.card).filter { card in
                    let isIn =
                        if case .physician = scope { [card.attending, card.deputy].contains("P001") } else { true }
                    return isIn && (state == nil || card.life.state == state)
                }.map(\.number)
                var (found, after): ([CardNumber], CardNumber?) = ([], nil)
                repeat {
                    let page = try await lists.numbers(CardFilter(scope: scope, state: state), after: after, limit: 7)
                    found += page
                    after = page.count == 7 ? page.last : nil
                } while after != nil
                #expect(found == expected)
            }
        }
    }

    @Test("A hospital's list has the yellow cards in force that name it")
    func hospital() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        let lists = try CardLists(fixture.files)
        let cards = try await lists.all(of: "shizuoka") + lists.all(of: "shimizu")
        for hospital in try fixture.store.registers().hospitals.keys {
            let named = cards.filter { card in
                card.card.colour == .yellow && card.card.life.state.isInForce
                    && card.card.hospitals.contains { $0.hospital == hospital }
            }
            let all = try await lists.numbers(naming: hospital, of: nil, after: nil, limit: 500)
            #expect(all == named.map(\.number).sorted { $0.value < $1.value })
            let own = try await lists.numbers(naming: hospital, of: "shimizu", after: nil, limit: 500)
            #expect(own == named.filter { $0.card.association == "shimizu" }.map(\.number))
        }
    }

    @Test("Counts are those of the cards")
    func counts() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        let lists = try CardLists(fixture.files)
        let cards = try await lists.all(of: "shizuoka")
        let counts = try await lists.counts(of: "shizuoka", on: Self.today)
        let inForce = cards.filter { $0.card.life.state.isInForce }
        for state in CardState.allCases {
            #expect(counts.states[state] ?? 0 == cards.count { $0.card.life.state == state })
        }
        for colour in Colour.allCases {
            #expect(counts.colours[colour] ?? 0 == inForce.count { $0.card.colour == colour })
        }
        #expect(
            counts.physicians == Dictionary(grouping: inForce.compactMap(\.card.attending)) { $0 }.mapValues(\.count))
        #expect(counts.ages.map(\.cards).reduce(0, +) == inForce.count)
        let seventies = inForce.count { (70...79).contains($0.birthDate?.age(on: Self.today) ?? 0) }
        #expect(counts.ages.first { $0.from == 70 }?.cards == seventies)
    }

    @Test("A card that lost its confirmation waits since that version, one never confirmed since it was issued")
    func waiting() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        for days in [1, 3] {
            let instant = StoreFixture.now.adding(milliseconds: Int64(days) * 86_400_000)
            try await fixture.store.write(.change, on: card.number, at: instant) { $1.confirmed = nil }
        }
        let kept = try await CardLists(fixture.files).listed([card.number]).first?.card
        #expect(kept?.isConfirmed == false)
        #expect(kept?.waitingSince == Self.today.adding(1))
    }

    @Test("After a death the patient's other cards are on no list")
    func death() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let lists = try CardLists(fixture.files)
        let card = try await fixture.issue()
        var draft = StoreFixture.document(.yellow)
        draft.patient.id = card.document.patient.id
        let entry = CardEntry(
            document: draft, acknowledged: [], isDraft: true,
            holder: KeyHolder(id: "K2", role: .association, scope: .association("shizuoka")))
        let drafted = try await fixture.store.issue(
            patient: PatientKey(draft), repetition: nil, by: "K2", at: StoreFixture.now
        ) { try entry.decide($0, on: Self.today) }.card
        let rules = DueRules(registers: try fixture.store.registers(), on: Self.today.adding(400))
        let scope = CardScope.association("shizuoka")
        let before = rules.list(try await lists.candidates(rules.question(scope)))
        #expect(before.contains { $0.number == drafted.number } && before.contains { $0.number == card.number })
        try await fixture.store.write(.close, on: card.number, at: StoreFixture.now) {
            ($1.state, $1.endedReason, $1.endedOn) = (.ended, .deceased, Self.today)
        }
        let after = rules.list(try await lists.candidates(rules.question(scope)))
        #expect(!after.contains { $0.number == drafted.number || $0.number == card.number })
        #expect(rules.entries(for: try #require(try await lists.listed([drafted.number]).first).card).isEmpty)
    }
}

extension CardLists {
    /// Every card of an association.
    func all(of association: AssociationID) async throws -> [ListedCard] {
        try await listed(
            numbers(CardFilter(scope: .association(association), state: nil), after: nil, limit: 100_000))
    }
}
