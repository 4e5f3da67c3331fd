import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Loading folders")
struct LoadTests {
    @Test("The shipped folders load, with every card, month and physician")
    func shipped() async throws {
        let fixture = try await StoreFixture()
        let book = try StoreFixture.seeds(["shizuoka", "shimizu"])
        let summary = try await fixture.store.load(book, options: LoadOptions(actor: "test"), at: StoreFixture.now)
        #expect(summary.associations == 2)
        #expect(summary.physicians == 70)
        #expect(summary.hospitals == 6)
        #expect(summary.months == 6)
        #expect(summary.cards == 132)
        let registers = try fixture.store.registers()
        for folder in book.folders {
            let stored = try #require(registers.books[folder.association.id])
            #expect(stored.association == folder.association)
            #expect(stored.calendar == folder.calendar)
            #expect(stored.slots == folder.slots)
            #expect(stored.physicians.values.sorted { $0.id < $1.id } == folder.physicians.sorted { $0.id < $1.id })
            #expect(stored.slotTelephones == folder.slotTelephones)
            #expect(stored.months.mapValues(\.places) == folder.months)
        }
        #expect(Set(registers.hospitals.values) == Set(book.hospitals))
        for card in book.folders.flatMap(\.cards) {
            let number = try #require(card.number)
            let stored = try await fixture.store.file(number)
            #expect(stored?.life.state == card.life.state)
            #expect(stored?.document.wish == card.document.wish)
        }
    }

    @Test("A second load is refused; with --merge it changes nothing that is the same")
    func second() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let book = try StoreFixture.seeds(["shimizu"])
        await #expect(throws: Refusal(.notEmpty)) {
            try await fixture.store.load(book, options: LoadOptions(actor: "test"), at: StoreFixture.now)
        }
        let counts = try await fixture.counts()
        let merged = try await fixture.store.load(
            book, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        #expect(merged.cards == 0)
        #expect(merged.months == 0)
        #expect(try await fixture.counts() == counts)
        let versions = try await fixture.store.writer.read {
            try Int.fetchOne($0, sql: "SELECT max(version) FROM physician_version")
        }
        #expect(versions == 1)
    }

    @Test("A patient's identifier that is another person's is refused, in the files and against the register")
    func otherPerson() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        var within = try StoreFixture.seeds(["shizuoka"])
        within.folders[0].cards[1].document.patient.id = within.folders[0].cards[0].document.patient.id
        #expect(within.faults(numberLength: .eight).contains { $0.row == 2 && $0.column == "patient.id" })
        var against = try StoreFixture.seeds(["shizuoka"])
        against.folders[0].cards[0].document.patient.id =
            try StoreFixture.seeds(["shimizu"]).folders[0].cards[0].document.patient.id
        await #expect {
            try await fixture.store.load(
                against, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        } throws: { ($0 as? SeedFaults)?.faults.contains { $0.column == "patient.id" } == true }
        #expect(try fixture.store.registers().associations.count == 1)
    }

    @Test("A second card in force for a patient is refused by row")
    func secondInForce() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        var book = try StoreFixture.seeds(["shimizu"])
        let index = try #require(book.folders[0].cards.firstIndex { $0.life.state == .active })
        book.folders[0].cards = [book.folders[0].cards[index].numbered(CardNumber(issued: 12_345_676))]
        await #expect {
            try await fixture.store.load(book, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        } throws: { ($0 as? SeedFaults)?.faults.map(\.column) == ["patient.id"] }
    }

    @Test("Another association is merged in beside the first")
    func mergeOther() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let merged = try await fixture.store.load(
            StoreFixture.seeds(["shizuoka"]), options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        #expect(merged.cards == 120)
        #expect(try fixture.store.registers().associations.map(\.id) == ["shimizu", "shizuoka"])
    }

    @Test("A month with a gap is refused by name until it is acknowledged")
    func gaps() async throws {
        let fixture = try await StoreFixture()
        var book = try StoreFixture.seeds(["shimizu"])
        let month = Month(year: 2026, month: 11)
        book.folders[0].months[month]?[3].holders = PerCall(first: [], second: [])
        await #expect {
            try await fixture.store.load(book, options: LoadOptions(actor: "test"), at: StoreFixture.now)
        } throws: { error in
            (error as? SeedFaults)?.gaps.count == 1 && (error as? SeedFaults)?.gaps[0].contains("2026-11-") == true
        }
        #expect(try fixture.store.isEmpty())
        let options = LoadOptions(acknowledgesGaps: true, actor: "test")
        #expect(try await fixture.store.load(book, options: options, at: StoreFixture.now).months == 3)
    }

    @Test("A fault found only by the database leaves nothing loaded")
    func nearNumber() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let taken = try #require(try StoreFixture.seeds(["shimizu"]).folders[0].cards[0].number)
        let near = try #require(taken.neighbours.first)
        var book = try StoreFixture.seeds(["shizuoka"])
        let card = book.folders[0].cards[4]
        book.folders[0].cards[4] = card.numbered(near)
        await #expect {
            try await fixture.store.load(book, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        } throws: { error in
            (error as? SeedFaults)?.faults.map(\.row) == [card.position]
        }
        #expect(try fixture.store.registers().associations.count == 1)
    }

    @Test("The length of numbers is chosen once")
    func numberLength() async throws {
        let fixture = try await StoreFixture()
        var book = try StoreFixture.seeds(["shimizu"])
        book.folders[0].cards = book.folders[0].cards.map { $0.numbered(nil) }
        let options = LoadOptions(numberLength: .twelve, actor: "test")
        #expect(try await fixture.store.load(book, options: options, at: StoreFixture.now).cards == 12)
        #expect(try fixture.store.registers().numberLength == .twelve)
        let numbers = try await fixture.store.writer.read { try Int.fetchAll($0, sql: "SELECT number FROM card") }
        #expect(numbers.allSatisfy { CardNumber($0, length: .twelve) != nil })
        var changed = options
        changed.merges = true
        changed.numberLength = .eight
        await #expect(throws: Refusal(.notEmpty)) {
            try await fixture.store.load(book, options: changed, at: StoreFixture.now)
        }
    }
}

extension SeedCard {
    fileprivate func numbered(_ number: CardNumber?) -> SeedCard {
        SeedCard(position: position, number: number, document: document, life: life, acknowledged: acknowledged)
    }
}
