import DutyRota
import Foundation
import Testing

@Suite("Slots")
struct SlotFileTests {
    private func read(_ rows: String) -> (slots: [Slot], faults: [TableFault]) {
        var faults: [TableFault] = []
        let bytes = Array(("name,dayTypes,areas,start,end,first,second,validFrom\n" + rows).utf8)
        return (Slot.read(slots: bytes, file: "slots.csv", areas: TestRota().areas, faults: &faults), faults)
    }

    @Test("The slots of the worked cases are read")
    func usual() throws {
        let rows = """
            平日夜間,weekday,*,17:30,翌08:30,1,1,
            土曜,saturday,*,13:00,翌08:30,1,1,
            休日日中,sunday holiday,*,08:30,17:30,1,1,
            休日夜間,sunday holiday,*,17:30,翌08:30,1,1,
            """
        let (slots, faults) = read(rows)
        #expect(faults.isEmpty)
        #expect(slots == TestRota.usualSlots)
    }

    @Test("A slot's name has one Unicode form, however it was typed: a database tells two apart that are equal here")
    func nameForm() {
        let (slots, _) = read("フ\u{3099}ロック夜間,weekday,*,17:30,翌08:30,1,1,")
        #expect(
            slots.map { Array($0.name.unicodeScalars) } == [
                Array("ブロック夜間".precomposedStringWithCanonicalMapping.unicodeScalars)
            ])
        #expect(slots[0].name.unicodeScalars.count == 6)
    }

    @Test(
        "Areas are named by id or name, * is each of them, 全域 the whole association",
        arguments: [
            ("*", .everyArea), ("＊", .everyArea), ("全域", .association), ("east", .areas(["east"])),
            ("西部 east", .areas(["west", "east"])), ("east east", .areas(["east"])),
        ] as [(String, Slot.Reach)]
    )
    func reach(text: String, reach: Slot.Reach) {
        let (slots, faults) = read("夜間,weekday,\(text),17:30,翌8:30,１,０,\n")
        #expect(faults.isEmpty)
        #expect(slots.map(\.reach) == [reach])
        #expect(slots.map(\.required) == [PerCall(first: 1, second: 0)])
    }

    @Test("The optional column may be absent")
    func withoutValidFrom() {
        var faults: [TableFault] = []
        let bytes = Array("name,dayTypes,areas,start,end,first,second\n夜間,weekday,*,17:30,翌8:30,1,0\n".utf8)
        #expect(Slot.read(slots: bytes, file: "slots.csv", areas: TestRota().areas, faults: &faults).count == 1)
        #expect(faults.isEmpty)
    }

    @Test(
        "Rule 19: a faulty row is refused with its number and column",
        arguments: [
            ("夜間,weekday,*,17:30,17:30,1,1,\n", "end"), ("夜間,weekday,*,20:00,18:00,1,1,\n", "end"),
            ("夜間,weekday,*,17.30,翌8:30,1,1,\n", "start"), (",weekday,*,17:30,翌8:30,1,1,\n", "name"),
            ("夜間,,*,17:30,翌8:30,1,1,\n", "dayTypes"), ("夜間,平日,*,17:30,翌8:30,1,1,\n", "dayTypes"),
            ("夜間,weekday,北部,17:30,翌8:30,1,1,\n", "areas"), ("夜間,weekday,,17:30,翌8:30,1,1,\n", "areas"),
            ("夜間,weekday,* east,17:30,翌8:30,1,1,\n", "areas"), ("夜間,weekday,*,17:30,翌8:30,,1,\n", "first"),
            ("夜間,weekday,*,17:30,翌8:30,1,-1,\n", "second"), ("夜間,weekday,*,17:30,翌8:30,1,10,\n", "second"),
            ("夜間,weekday,*,17:30,翌8:30,0,0,\n", "first"), ("夜間,weekday,*,17:30,翌8:30,1,1,2027-02-29\n", "validFrom"),
        ]
    )
    func faulty(row: String, column: String) {
        let (slots, faults) = read("土曜,saturday,*,13:00,翌8:30,1,1,\n" + row)
        #expect(faults.map(\.row) == [3])
        #expect(faults.map(\.column) == [column])
        #expect(slots.map(\.name) == ["土曜"])
    }

    @Test("A name may come again from another day on, and not twice from one")
    func versions() {
        let slot = "夜間,weekday,*,17:30,翌8:30,1,1,"
        #expect(read("\(slot)\n\(slot)2026-12-01\n").faults.isEmpty)
        #expect(read("\(slot)\n\(slot)\n").faults.contains { $0.row == 3 && $0.column == "name" })
        #expect(read("\(slot)R8.12.1\n\(slot)2026-12-01\n").faults.contains { $0.row == 3 && $0.column == "name" })
        #expect(read("夜　間,sunday,*,17:30,翌8:30,1,1,\n\(slot)\n").faults.map(\.column) == ["name"])
    }

    @Test(
        "Rule 8: two slots of one area and call order that overlap are refused",
        arguments: [
            // On the same day.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,east,20:00,22:00,1,0,"),
            // Across midnight, from any kind of day into the next.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,*,8:00,12:00,1,0,"),
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,saturday,*,8:00,12:00,1,0,"),
            ("甲,sunday,*,17:30,翌8:30,1,0,", "乙,holiday,*,8:29,12:00,1,0,"),
            ("甲,holiday,*,17:30,翌8:30,1,0,", "乙,sunday,*,8:29,12:00,1,0,"),
            ("甲,sunday,*,8:00,12:00,1,0,", "乙,saturday,*,17:30,翌8:30,1,0,"),
            // In the second call alone.
            ("甲,weekday,*,17:30,翌8:30,1,1,", "乙,weekday,*,20:00,22:00,0,1,"),
            // For the whole association, and in a later version.
            ("甲,weekday,全域,17:30,翌8:30,1,0,", "乙,weekday,全域,20:00,22:00,1,0,"),
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,*,20:00,22:00,1,0,2027-04-01"),
            // On the eve of a new version, the night still running.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "甲,weekday,*,8:00,12:00,1,0,2027-04-01"),
        ]
    )
    func overlapping(first: String, second: String) throws {
        let faults = read("\(first)\n\(second)\n").faults
        #expect(faults.map(\.row) == [3])
        #expect(try #require(faults.first).message.contains("（2行目）"))
    }

    @Test(
        "Rule 8: a slot that reaches into its own next day is refused",
        arguments: ["8:30,翌8:31", "0:00,翌0:01", "20:00,45:00"]
    )
    func overlappingItself(hours: String) {
        #expect(read("毎日,weekday,*,\(hours),1,0,\n").faults.map(\.row) == [2])
    }

    @Test(
        "Slots that never meet are accepted",
        arguments: [
            // One ends as the other begins.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,*,8:30,17:30,1,0,"),
            // Other areas; an area's own and the whole association's; other call orders; other kinds of day.
            ("甲,weekday,east,17:30,翌8:30,1,0,", "乙,weekday,west,20:00,22:00,1,0,"),
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,全域,20:00,22:00,1,0,"),
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,weekday,*,20:00,22:00,0,1,"),
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,holiday,*,17:30,翌8:30,1,0,"),
            // No weekday comes before a Sunday, and none after a Saturday.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "乙,sunday,*,0:00,24:00,1,0,"),
            ("甲,saturday,*,17:30,翌8:30,1,0,", "乙,weekday,*,0:00,24:00,1,0,"),
            // Never valid on one day, nor on two that follow one another.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "甲,weekday,*,18:00,翌9:00,1,0,2027-04-01"),
            // 2027-04-03 is a Saturday: the last Friday of the old version is two days before the first Sunday of the new one.
            ("甲,weekday,*,17:30,翌8:30,1,0,", "甲,sunday,*,8:00,12:00,1,0,2027-04-03"),
        ]
    )
    func apart(first: String, second: String) {
        #expect(read("\(first)\n\(second)\n").faults.isEmpty)
        #expect(read("\(second)\n\(first)\n").faults.isEmpty)
    }

    @Test("A slot that fills one Sunday after another and reaches past them does not meet itself")
    func longWeekend() {
        #expect(read("週末,saturday,*,12:00,翌24:00,1,0,\n").faults.isEmpty)
        #expect(read("連休,holiday,*,12:00,翌24:00,1,0,\n").faults.map(\.row) == [2])
    }
}
