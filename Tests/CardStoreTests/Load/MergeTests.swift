import DutyRota
import EmergencyCards
import Testing

@testable import CardStore

@Suite("Merging folders into what is there")
struct MergeTests {
    @Test("Merging changes what differs, as a new version and a new revision")
    func merge() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        var book = try StoreFixture.seeds(["shimizu"])
        let month = Month(year: 2026, month: 11)
        book.folders[0].cards[0].document.wish.text = "別の希望"
        let number = try #require(book.folders[0].cards[0].number)
        book.folders[0].months[month]?[0].holders.first = ["S010"]
        let merged = try await fixture.store.load(
            book, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        #expect(merged.cards == 1)
        #expect(merged.months == 1)
        #expect(try await fixture.store.file(number)?.version == 2)
        #expect(try await fixture.store.file(number)?.document.wish.text == "別の希望")
        #expect(try fixture.store.registers().books["shimizu"]?.months[month]?.revision == 2)
    }

    @Test("Who gets or loses hours by a merged sheet is told as after any publication; of a first sheet nobody is")
    func told() async throws {
        let fixture = try await StoreFixture()
        var book = try StoreFixture.seeds(["shimizu"])
        let month = Month(year: 2026, month: 12)
        var earlier = book
        earlier.folders[0].months[month] = nil
        _ = try await fixture.store.load(earlier, options: LoadOptions(actor: "test"), at: StoreFixture.now)
        let lost = try #require(book.folders[0].months[month]?[0].holders.first.first)
        for physician in [lost, "S010"] {
            try await fixture.store.choose(
                NoticeChoice(addresses: [NoticeAddress(channel: .sms, target: "090-0000-0001")]),
                for: .physician(physician))
        }
        func told() throws -> [String] {
            try fixture.store.outbox.deliveries(DeliveryQuestion()).map {
                "\($0.delivery.notice.kind.rawValue) \($0.delivery.notice.recipient.text)"
            }.sorted()
        }
        let options = LoadOptions(merges: true, actor: "test")
        #expect(try await fixture.store.load(book, options: options, at: StoreFixture.now).months == 1)
        #expect(try told() == [])
        book.folders[0].months[month]?[0].holders.first = ["S010"]
        _ = try await fixture.store.load(book, options: options, at: StoreFixture.now)
        #expect(try told() == ["shiftChanged physician:S010", "shiftChanged physician:\(lost)"].sorted())
    }

    @Test("A month whose cell an override lies on is not replaced by a file: the fault names place and override")
    func underOverride() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let place = try fixture.places()[0]
        try await fixture.store.decide(at: StoreFixture.now) {
            $1.overrides = [.sample("O1", on: place, to: "S003", at: $0)]
        }
        var book = try StoreFixture.seeds(["shimizu"])
        let month = Month(year: 2026, month: 11)
        let options = LoadOptions(merges: true, actor: "test")
        book.folders[0].months[month]?[1].holders.first = ["S010"]
        #expect(try await fixture.store.load(book, options: options, at: StoreFixture.now).months == 1)
        book.folders[0].months[month]?[0].holders.first = ["S010"]
        let faults = await #expect(throws: SeedFaults.self) {
            try await fixture.store.load(book, options: options, at: StoreFixture.now)
        }?.faults
        #expect(faults?.map(\.file) == ["shimizu/rota-2026-11.csv"])
        for words in ["2026-11-01 休日日勤 清水区", "佐々木　拓真→深澤　正樹", "O1", "rota publish"] {
            #expect(faults?.first?.message.contains(words) == true, "\(words)")
        }
        #expect(try fixture.store.registers().books["shimizu"]?.months[month]?.revision == 2)
        try await fixture.store.decide(at: StoreFixture.now) {
            $1.lifts = ["O1": Lift(at: $0, by: "test", reason: "")]
        }
        #expect(try await fixture.store.load(book, options: options, at: StoreFixture.now).months == 1)
    }

    @Test("Merging keeps what only the register has: areas, slots, holidays of other years")
    func mergeKeepsOthers() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let known = try #require(try fixture.store.registers().books["shimizu"])
        let area = Area(id: "neu", name: "新区", addresses: ["静岡市新区"])
        let slot = Slot(
            name: "新しい枠", dayTypes: [.weekday], reach: .areas(["neu"]), hours: known.slots[0].hours,
            required: PerCall(first: 1, second: 0))
        var names = known.calendar.national.names
        names[StoreFixture.day("2035-01-01")] = "元日"
        try await fixture.enter([
            .association(
                Association(
                    id: "shimizu", name: "別の名前", standingContact: known.association.standingContact,
                    areas: [area] + known.association.areas), ownHolidays: []),
            .slot(slot, of: "shimizu"), .holidays(HolidayTable(names: names), of: "shimizu"),
        ])
        _ = try await fixture.store.load(
            StoreFixture.seeds(["shimizu"]), options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        let merged = try #require(try fixture.store.registers().books["shimizu"])
        #expect(merged.association.name == known.association.name)
        #expect(merged.association.areas == known.association.areas + [area])
        #expect(merged.calendar.own == known.calendar.own)
        #expect(merged.calendar.national.names == names)
        #expect(merged.slots == known.slots + [slot])
    }

    @Test("A card that was withdrawn meanwhile stays withdrawn, and a number handed back is called no more")
    func mergeKeepsEnds() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka", "shimizu"])
        var book = try StoreFixture.seeds(["shimizu", "shizuoka"])
        let card = try #require(book.folders[1].cards.first { $0.life.state == .active }?.number)
        try await fixture.withdraw(card)
        #expect(book.folders[0].slotTelephones.isEmpty == false)
        book.folders[0] = book.folders[0].withoutSlotTelephones
        let merged = try await fixture.store.load(
            book, options: LoadOptions(merges: true, actor: "test"), at: StoreFixture.now)
        #expect(merged.endedKept == 1)
        #expect(try await fixture.store.file(card)?.life.endedReason == .withdrawn)
        #expect(try fixture.store.registers().books["shimizu"]?.slotTelephones.isEmpty == true)
    }
}

extension SeedFolder {
    /// The folder as it would be read without its telephones of slots.
    fileprivate var withoutSlotTelephones: SeedFolder {
        var files = (try? StoreFixture.files(name)) ?? [:]
        files["telephones.csv"] = nil
        var faults: [TableFault] = []
        return SeedFolder.read(name: name, files: files, faults: &faults) ?? self
    }
}
