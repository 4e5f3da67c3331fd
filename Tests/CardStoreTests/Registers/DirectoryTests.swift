import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("Keeping the registers")
struct DirectoryTests {
    private let later = StoreFixture.now.adding(milliseconds: 86_400_000)

    @Test("A planned version of a physician counts from its instant on, to the millisecond, without anybody writing")
    func planned() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        let before = try #require(try fixture.store.registers().physicians["S001"])
        let after = before.with(kana: "サトウ　タクマ")
        try await fixture.enter([.physician(after, from: later)])
        time.now = later.adding(milliseconds: -1)
        #expect(try fixture.store.registers().physicians["S001"] == before)
        time.now = later
        #expect(try fixture.store.registers().physicians["S001"] == after)
        #expect(try fixture.store.registers().books["shimizu"]?.physicians["S001"] == after)
        let asOf = try #require(try fixture.store.book(of: "shimizu", asPublishedAt: later.adding(milliseconds: -1)))
        #expect(asOf.physicians["S001"] == before)
    }

    @Test("A planned hospital counts from its instant on, and so does its leaving")
    func plannedHospital() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        let hospital = Hospital(id: "H99", name: "試験病院", telephones: [], entrance: "裏口", address: "静岡市")
        try await fixture.enter([.hospital(hospital, from: later)])
        #expect(try fixture.store.registers().hospitals["H99"] == nil)
        #expect(try fixture.store.identifiers().isSuperset(of: ["H01", "H99", "S001"]))
        time.now = later
        #expect(try fixture.store.registers().hospitals["H99"] == hospital)
        let end = later.adding(milliseconds: 1000)
        try await fixture.enter([.hospitalRetired("H99", from: end)], at: later)
        #expect(try fixture.store.registers().hospitals["H99"] == hospital)
        time.now = end
        #expect(try fixture.store.registers().hospitals["H99"] == nil)
        try await fixture.enter([.hospital(hospital, from: end)], at: end)
        #expect(try fixture.store.registers().hospitals["H99"] == hospital)
        let history = try fixture.store.history(of: .hospital("H99"))
        #expect(history.map(\.after) == [.hospital(hospital), nil, .hospital(hospital)])
        #expect(history.map(\.before) == [nil, .hospital(hospital), nil])
        #expect(history.map(\.from) == [later, end, end])
    }

    @Test("A hospital that has retired does not come back with what was planned for it")
    func retiredForGood() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        let known = try #require(try fixture.store.registers().hospitals["H01"])
        let moved = Hospital(id: "H01", name: known.name, telephones: known.telephones, address: "静岡市駿河区")
        try await fixture.enter([.hospital(moved, from: later)])
        let directory: any Directory = fixture.store
        _ = try await directory.change(by: "test", at: StoreFixture.now) {
            try RegisterDesk(registers: $0, now: $1)
                .retiringHospital("H01", from: nil, history: try directory.history(of: .hospital("H01")))
        }
        #expect(try fixture.store.registers().hospitals["H01"] == nil)
        time.now = later
        #expect(try fixture.store.registers().hospitals["H01"] == nil)
    }

    @Test("What was entered counts at once, even for a clock that runs behind")
    func clockBehind() async throws {
        let behind = HandClock(StoreFixture.now.adding(milliseconds: -1_000_000))
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: behind.clock)
        let after = try #require(try fixture.store.registers().physicians["S001"]).with(kana: "サトウ　タクマ")
        try await fixture.enter([.physician(after, from: behind.now)], at: behind.now)
        #expect(try fixture.store.registers().physicians["S001"] == after)
        let history = try fixture.store.history(of: .physician("S001"))
        #expect(history.map(\.from) == [StoreFixture.now, StoreFixture.now.adding(milliseconds: 1)])
        #expect(history.map(\.enteredBy) == ["test", "K7"])
    }

    @Test("Of planned versions the one that began last counts, whichever was entered first")
    func severalPlanned() async throws {
        let time = HandClock(StoreFixture.now)
        let fixture = try await StoreFixture(seeds: ["shimizu"], clock: time.clock)
        let physician = try #require(try fixture.store.registers().physicians["S001"])
        let (far, near) = (physician.with(kana: "サキ"), physician.with(kana: "テマエ"))
        try await fixture.enter([.physician(far, from: later.adding(milliseconds: 1000))])
        try await fixture.enter([.physician(near, from: later)])
        time.now = later
        #expect(try fixture.store.registers().physicians["S001"] == near)
        time.now = later.adding(milliseconds: 1000)
        #expect(try fixture.store.registers().physicians["S001"] == far)
        let history = try fixture.store.history(of: .physician("S001"))
        #expect(history.map(\.before) == [nil, .physician(physician), .physician(physician)])
    }

    @Test("An association is changed as a whole; an area that is gone keeps its patients and can come back")
    func association() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let card = try await fixture.issue()
        let before = try #require(try fixture.store.registers().books["shizuoka"])
        let hours = try TelephoneHours(
            dayTypes: [.weekday, .saturday], span: #require(HourSpan(start: 540, end: 1050)))
        let after = Association(
            id: "shizuoka", name: "新しい名前",
            standingContact: StandingContact(name: "事務局", telephone: "054-000-0001", hours: hours),
            areas: [Area(id: "neu", name: "新区", addresses: ["静岡市新区"])])
        let own = try [#require(OwnHoliday("08-13/08-16")), #require(OwnHoliday("10-01"))]
        try await fixture.enter([.association(after, ownHolidays: own)])
        let book = try #require(try fixture.store.registers().books["shizuoka"])
        #expect(book.association == after)
        #expect(book.calendar.own == own)
        #expect(book.calendar.national == before.calendar.national)
        #expect(try await fixture.store.file(card.number)?.document.patient.area == "aoi")
        try await fixture.enter([.association(before.association, ownHolidays: before.calendar.own)])
        #expect(try fixture.store.registers().books["shizuoka"]?.association == before.association)
    }

    @Test("A slot ends where a version without any kind of day begins, and keeps its place in the list")
    func slots() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let before = try #require(try fixture.store.registers().books["shimizu"]?.slots)
        let first = before[0]
        let end = Slot(
            name: first.name, dayTypes: [], reach: first.reach, hours: first.hours, required: first.required,
            validFrom: StoreFixture.day("2027-04-01"))
        let new = Slot(
            name: "祝日夜間", dayTypes: [.holiday], reach: .areas(["yui"]), hours: first.hours,
            required: PerCall(first: 2, second: 1))
        try await fixture.enter([.slot(new, of: "shimizu"), .slot(end, of: "shimizu")])
        let slots = try #require(try fixture.store.registers().books["shimizu"]?.slots)
        #expect(slots == [first, end] + before.dropFirst() + [new])
    }

    @Test("The holiday table is replaced, and numbers that are handed back are gone")
    func holidays() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let table = HolidayTable(names: [StoreFixture.day("2028-01-01"): "元日", StoreFixture.day("2026-11-23"): "別名"])
        let telephones = [Telephone(label: "当番携帯", number: "090-0000-0001")]
        try await fixture.enter([
            .holidays(table, of: "shimizu"), .slotTelephones("夜間", telephones, of: "shimizu"),
            .slotTelephones("休日日勤", [], of: "shimizu"), .slotTelephones("土曜午後", [], of: "shimizu"),
            .slotTelephones("全域夜間", [], of: "shimizu"),
        ])
        let book = try #require(try fixture.store.registers().books["shimizu"])
        #expect(book.calendar.national == table)
        #expect(book.slotTelephones == ["夜間": telephones])
    }

    @Test("A rule that refuses, and an entry that does not fit, leave nothing behind")
    func refused() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu", "shizuoka"])
        let physician = try #require(try fixture.store.registers().physicians["S001"])
        let moved = Physician(
            id: physician.id, association: "shizuoka", name: physician.name, kana: physician.kana, organisation: "")
        let directory: any Directory = fixture.store
        await #expect(throws: Refusal(.stillNeeded)) {
            try await directory.change(by: "K7", at: StoreFixture.now) { _, _ in throw Refusal(.stillNeeded) }
        }
        await #expect(throws: DatabaseError.self) {
            try await fixture.enter([
                .slotTelephones("夜間", [], of: "shimizu"), .physician(moved, from: StoreFixture.now),
            ])
        }
        #expect(try fixture.store.history(of: .physician("S001")).count == 1)
        #expect(try fixture.store.registers().physicians["S001"] == physician)
    }

    @Test("A rule sees the registers as they are, and an instant later than anything entered before")
    func rule() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let early = StoreFixture.now.adding(milliseconds: -1000)
        let directory: any Directory = fixture.store
        _ = try await directory.change(by: "K7", at: early) { registers, now in
            #expect(now == StoreFixture.now.adding(milliseconds: 1))
            #expect(registers.physicians["S001"]?.association == "shimizu")
            #expect(registers.books["shimizu"]?.months.count == 3)
            return RegisterDecision()
        }
    }

    @Test("A physician's patients are those of their cards in force, and cards that name a hospital are counted")
    func patients() async throws {
        let fixture = try await StoreFixture(seeds: ["shizuoka"])
        let known = try fixture.store.patients(of: "P001")
        let inArea = try fixture.store.patients(in: "aoi", of: "shizuoka")
        let hospitals = try fixture.store.cards(naming: "H01")
        let card = try await fixture.issue()
        let patient = PatientOfPhysician(
            number: card.number, association: "shizuoka", name: "試験　太郎", kana: "シケン　タロウ", role: .attending,
            colour: .green, state: .active)
        #expect(try Set(fixture.store.patients(of: "P001")) == Set(known + [patient]))
        #expect(try fixture.store.patients(of: "P002").contains { $0.number == card.number && $0.role == .deputy })
        #expect(try fixture.store.cards(naming: "H01") == hospitals + 1)
        #expect(try fixture.store.cards(naming: "H0") == 0)
        #expect(try fixture.store.patients(in: "aoi", of: "shizuoka") == inArea + 1)
        #expect(try fixture.store.patients(in: "aoi", of: "shimizu") == 0)
        try await fixture.withdraw(card.number)
        #expect(try fixture.store.patients(of: "P001") == known)
        #expect(try fixture.store.cards(naming: "H01") == hospitals)
    }
}

extension StoreFixture {
    func enter(_ entries: [RegisterEntry], at instant: Instant = now) async throws {
        let directory: any Directory = store
        _ = try await directory.change(by: "K7", at: instant) { _, _ in RegisterDecision(entries: entries) }
    }
}
