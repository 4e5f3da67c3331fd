import DutyRota
import EmergencyCards
import GRDB
import Testing

@testable import CardStore

@Suite("The journal of the registers")
struct JournalTests {
    @Test(
        "What a load enters is in the journal once, with nothing before it; the same again is not",
        arguments: [
            RegisterSubject.association("shimizu"), .slot("夜間", of: "shimizu"),
            .slotTelephones("夜間", of: "shimizu"), .holidays("shimizu"), .physician("S001"), .hospital("H01"),
        ])
    func load(_ subject: RegisterSubject) async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let options = LoadOptions(merges: true, actor: "again")
        _ = try await fixture.store.load(StoreFixture.seeds(["shimizu"]), options: options, at: StoreFixture.now)
        let history = try fixture.store.history(of: subject)
        #expect(history.count == 1)
        #expect(history.map(\.before) == [nil])
        #expect(history.map(\.enteredBy) == ["test"])
        #expect(history.map(\.enteredAt) == [StoreFixture.now])
        #expect(history.allSatisfy { $0.after != nil })
    }

    @Test("A change says what was before and what is after")
    func change() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let slot = try #require(try fixture.store.registers().books["shimizu"]?.slots.first)
        let changed = Slot(
            name: slot.name, dayTypes: slot.dayTypes, reach: slot.reach, hours: slot.hours,
            required: PerCall(first: 2, second: 0))
        try await fixture.enter([
            .slot(changed, of: "shimizu"), .slotTelephones("夜間", [], of: "shimizu"),
            .holidays(HolidayTable(names: [StoreFixture.day("2026-11-23"): "別名"]), of: "shimizu"),
        ])
        let version = try #require(try fixture.store.history(of: .slot(slot.name, of: "shimizu")).last)
        #expect(version.enteredAt == StoreFixture.now.adding(milliseconds: 1))
        #expect(version.enteredBy == "K7")
        #expect(version.before == .journal(Self.slot(first: 1)))
        #expect(version.after == .journal(Self.slot(first: 2)))
        let numbers = try fixture.store.history(of: .slotTelephones("夜間", of: "shimizu"))
        #expect(numbers.map { $0.after == nil } == [false, true])
        #expect(numbers[1].before == numbers[0].after)
        let days = try #require(try fixture.store.history(of: .holidays("shimizu")).last)
        #expect(days.after == .journal(#"{"days":[{"date":"2026-11-23","name":"別名"}]}"#))
        guard case .journal(let gone) = days.before else { throw Refusal(.notFound) }
        #expect(gone.contains(#"{"date":"2026-11-23","name":"勤労感謝の日"}"#))
    }

    @Test("The journal of an association names contact, areas and own holidays")
    func association() async throws {
        let fixture = try await StoreFixture(seeds: ["shimizu"])
        let known = try #require(try fixture.store.registers().books["shimizu"])
        let hours = try TelephoneHours(dayTypes: [.weekday], span: #require(HourSpan(start: 540, end: 1050)))
        let changed = Association(
            id: "shimizu", name: "名", standingContact: StandingContact(name: "窓口", telephone: "054", hours: hours),
            areas: [Area(id: "yui", name: "由比", addresses: ["静岡市"])])
        try await fixture.enter([.association(changed, ownHolidays: known.calendar.own)])
        #expect(
            try fixture.store.history(of: .association("shimizu")).last?.after
                == .journal(
                    #"{"id":"shimizu","name":"名","standingContact":{"name":"窓口","telephone":"054","hours":"#
                        + #"{"dayTypes":["weekday"],"startMinute":540,"endMinute":1050}},"areas":"#
                        + #"[{"id":"yui","name":"由比","addresses":["静岡市"]}],"ownHolidays":["12-29/01-03"]}"#))
    }

    private static func slot(first: Int) -> String {
        #"{"name":"土曜午後","dayTypes":["saturday"],"areas":["shimizu"],"startMinute":780,"endMinute":1050,"#
            + #""first":\#(first),"second":0,"validFrom":null}"#
    }
}
