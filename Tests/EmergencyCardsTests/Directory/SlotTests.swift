import DutyRota
import EmergencyCards
import Testing

@Suite("The slots")
struct SlotTests {
    private static let saturday = """
        {"name":"土曜","dayTypes":["saturday"],"areas":"*","start":"13:00","end":"翌8:30","first":1,"second":1}
        """

    private func change(_ patch: String, of name: String = "平日夜間", _ office: Office = Office()) throws
        -> RegisterDecision
    {
        try office.desk.changingSlot(name, by: json(patch), of: "shizuoka")
    }

    @Test(
        "A new slot is as its document says",
        arguments: [(#""*""#, Slot.Reach.everyArea), (#""全域""#, .association), (#"["seibu"]"#, .areas(["seibu"]))])
    func enters(areas: String, reach: Slot.Reach) throws {
        let document = Self.saturday.replacing(#""*""#, with: areas)
        let decision = try Office().desk.enteringSlot(json(document), of: "shizuoka")
        let hours = try #require(HourSpan(start: 780, end: 1950))
        let slot = Slot(
            name: "土曜", dayTypes: [.saturday], reach: reach, hours: hours, required: PerCall(first: 1, second: 1))
        #expect(decision.entries == [.slot(slot, of: "shizuoka")])
        #expect(
            text { slot.write(to: &$0, telephones: []) }
                == #"{"name":"土曜","dayTypes":["saturday"],"areas":\#(areas),"start":"13:00","end":"翌08:30","first":1,"second":1,"validFrom":null,"telephones":[]}"#
        )
    }

    @Test(
        "Every faulty field is named",
        arguments: [
            ("{}", ["name", "dayTypes", "areas", "start", "end", "first", "second"]),
            (
                #"{"name":"平日　夜間","dayTypes":["sunday"],"areas":["seibu"],"start":"17:30","end":"18:30","first":1,"second":0}"#,
                ["name"]
            ),
            (
                #"{"name":"a","dayTypes":["sun"],"areas":"葵区","start":"20:00","end":"18:00","first":10,"second":1.5}"#,
                ["dayTypes[0]", "areas[0]", "end", "first", "second"]
            ),
            (
                #"{"name":"a","dayTypes":["sunday"],"areas":["*","tobu"],"start":"1時","end":"翌8:30","first":0,"second":0}"#,
                ["areas", "start", "first"]
            ),
            (
                #"{"name":"a","dayTypes":["sunday"],"areas":["seibu"],"start":"8:30","end":"翌9:00","first":1,"second":1,"validFrom":"2026-11-01","telephones":[{"label":"当番","number":"1"}]}"#,
                ["telephones[0].number", "validFrom"]
            ),
        ])
    func faults(document: String, fields: [String]) {
        #expect(refused { try Office().desk.enteringSlot(json(document), of: "shizuoka") } == fields)
    }

    @Test(
        "A slot that would overlap another is refused as in the file",
        arguments: [
            (#"["weekday"]"#, #""*""#, "17:00", "18:00", true), (#"["weekday"]"#, #""*""#, "08:30", "17:30", false),
            (#"["saturday"]"#, #"["seibu"]"#, "08:00", "09:00", true),
            (#"["saturday"]"#, #""全域""#, "08:00", "09:00", false),
            (#"["sunday"]"#, #"["seibu"]"#, "09:00", "12:00", false),
            (#"["sunday"]"#, #"["tobu"]"#, "09:00", "12:00", true),
            (#"["holiday"]"#, #"["tobu"]"#, "10:00", "翌11:00", true),
        ])
    func clashes(types: String, areas: String, start: String, end: String, isRefused: Bool) {
        let document =
            #"{"name":"新","dayTypes":\#(types),"areas":\#(areas),"start":"\#(start)","end":"\#(end)","first":1,"second":0}"#
        let fields = Set(refused { try Office().desk.enteringSlot(json(document), of: "shizuoka") })
        #expect(fields == (isRefused ? ["start"] : []))
    }

    @Test("A clash says with which slot, and in whose call")
    func clashWords() {
        let refusal = #expect(throws: Refusal.self) {
            try change(#"{"dayTypes":["weekday","sunday"],"start":"17:00"}"#)
        }
        #expect(refusal?.errors.map(\.message) == ["枠「日曜日勤」と時間が重なります（東部の第一当番）。"])
    }

    @Test("A change is a new version from its day on, and leaves the telephones alone")
    func versions() throws {
        let slots = try change(#"{"start":"18:00","validFrom":"2027-01-01"}"#).entries
        let version = Office.slot("平日夜間", [.weekday], .everyArea, 1080, 1950, from: Scene.day("2027-01-01"))
        #expect(slots == [.slot(version, of: "shizuoka")])
    }

    @Test("A change without a day counts from today; of a slot that lies ahead, from its beginning")
    func defaultDay() throws {
        var office = Office()
        office.slots.append(Office.slot("土曜", [.saturday], .everyArea, 780, 1000, from: Scene.day("2027-01-09")))
        #expect(try change(#"{"first":2}"#).slots.map(\.validFrom) == [Office.today])
        #expect(try change(#"{"first":2,"validFrom":null}"#).slots.map(\.validFrom) == [Office.today])
        #expect(try change(#"{"end":"18:00"}"#, of: "土曜", office).slots.map(\.validFrom) == [Scene.day("2027-01-09")])
        #expect(
            try change(#"{"validFrom":"2026-12-05"}"#, of: "土曜", office).slots.map(\.validFrom) == [
                Scene.day("2026-12-05")
            ])
    }

    @Test("A change goes out from the version that is valid on its day")
    func base() throws {
        var office = Office()
        office.slots.append(Office.slot("平日夜間", [.weekday], .everyArea, 1200, 1950, from: Scene.day("2027-01-01")))
        #expect(try change(#"{"second":1,"validFrom":"2026-12-01"}"#).slots.map(\.hours.start) == [1050])
        let later = try change(#"{"second":1,"validFrom":"2027-02-01"}"#, of: "平日夜間", office)
        #expect(later.slots.map(\.hours.start) == [1200])
        #expect(later.slots.map(\.required.second) == [1])
    }

    @Test("What the register says already is not entered again")
    func same() throws {
        #expect(try change(#"{"start":"17:30","validFrom":"2026-12-01"}"#).entries == [])
    }

    @Test("Changed telephones are entered, and no new version of the slot for them")
    func telephones() throws {
        let entries = try change(#"{"telephones":[{"label":"当番携帯","number":"09011113333"}]}"#).entries
        #expect(
            entries == [.slotTelephones("平日夜間", [Telephone(label: "当番携帯", number: "090-1111-3333")], of: "shizuoka")]
        )
        let cleared = try change(#"{"telephones":null}"#).entries
        #expect(cleared == [.slotTelephones("平日夜間", [], of: "shizuoka")])
    }

    @Test(
        "A change that cannot be is refused",
        arguments: [
            ("平日夜間", #"{"name":"夜間"}"#, ["name"]), ("平日夜間", #"{"dayTypes":[]}"#, ["dayTypes"]),
            ("平日夜間", #"{"validFrom":"2026-11-23"}"#, ["validFrom"]), ("平日夜間", #"{"frist":null}"#, ["frist"]),
            ("夜", "{}", ["not-found"]),
        ])
    func badPatch(name: String, patch: String, fields: [String]) {
        #expect(refused { try change(patch, of: name) } == fields)
    }

    @Test("A retired slot has no kinds of day from its day on, nor has a later version")
    func retires() throws {
        var office = Office()
        office.slots.append(Office.slot("平日夜間", [.weekday], .everyArea, 1200, 1950, from: Scene.day("2027-02-01")))
        let ended = try office.desk.retiringSlot("平日夜間", from: Scene.day("2027-01-01"), of: "shizuoka").slots
        #expect(ended.map(\.validFrom) == [Scene.day("2027-01-01"), Scene.day("2027-02-01")])
        #expect(ended.allSatisfy { $0.dayTypes.isEmpty })
        #expect(
            (office.slots + ended).valid(on: Scene.day("2026-12-31")).contains {
                $0.name == "平日夜間" && !$0.dayTypes.isEmpty
            })
        #expect(refused { try office.desk.retiringSlot("夜", from: Office.today, of: "shizuoka") } == ["not-found"])
        #expect(
            refused { try office.desk.retiringSlot("平日夜間", from: Scene.day("2026-11-23"), of: "shizuoka") } == ["from"])
    }

    @Test("Published months that no longer match are named, those before the day and those untouched are not")
    func publishAnew() throws {
        let (november, december) = (Month(year: 2026, month: 11), Month(year: 2026, month: 12))
        var office = Office()
        #expect(office.book.monthsToPublishAnew(from: Office.today) == [])
        office.slots += try change(#"{"start":"18:00","validFrom":"2026-12-10"}"#).slots
        #expect(office.book.monthsToPublishAnew(from: Office.today) == [december])
        office.slots = Office().slots
        office.slots += try change(#"{"start":"18:00"}"#).slots
        #expect(office.book.monthsToPublishAnew(from: Office.today) == [november, december])
        office = Office()
        office.ownHolidays = ["12-30/01-03"]
        #expect(office.book.monthsToPublishAnew(from: Office.today) == [december])
        #expect(office.book.monthsToPublishAnew(from: Scene.day("2026-12-30")) == [])
    }
}
