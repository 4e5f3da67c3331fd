import DutyRota
import Testing

@Suite("Month sheets, written and read")
struct SheetRoundTripTests {
    /// Names that are hard to write, some of them of two physicians.
    private static let names = [
        "髙﨑　太郎", "高崎太郎", "渡邉 花子", "全域", "佐藤，一", "岡〜田", "ﾅｲﾄｳ ｱｲ", "=鈴木", "'－木村", "㈱松 ①郎", "辻\"本\"", "表 ソ",
    ]
    private static let remarks = ["", "", "鍵は事務局", "=1+1", "'@", "ﾅｲｼｮ", "～－①", "a, \"b\"", "-"]

    private static func places(_ rota: RandomRota, _ lot: inout SeededGenerator, _ people: [Physician]) throws
        -> [Place]
    {
        let book = try rota.book()
        return try MonthSheet.places(
            of: SheetDesk.november, slots: rota.slots, areas: rota.areas, calendar: book.calendar
        ).map { place in
            var place = place
            let members = people.filter { $0.isActive(on: place.key.dutyDate) }.map(\.id)
            for order in CallOrder.allCases {
                place.holders[order] = Array(members.shuffled(using: &lot).prefix(Int.random(in: 0...3, using: &lot)))
            }
            place.remark = lot.pick(remarks, or: "")
            return place
        }
    }

    @Test(
        "What is written reads back as the same places, in every coding and as a spreadsheet",
        arguments: 0..<30 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        let rota = RandomRota(seed: seed, grain: 30)
        var lot = SeededGenerator(seed: seed &+ 1000)
        let people = SheetRoundTripTests.names.shuffled(using: &lot).enumerated().map { index, name in
            TestRota.physician(PhysicianID("P\(index)"), name: name, to: lot.chance(20) ? "2026-11-14" : "")
        }
        let places = try SheetRoundTripTests.places(rota, &lot, people)
        let table = MonthSheet.table(of: places, areas: rota.areas, physicians: people)
        let files = try SheetCoding.allCases.map {
            SheetSource.csv(try CSVWriter.bytes(of: table, file: "f", coding: $0))
        }
        for source in files + [.cells(table)] {
            var faults: [TableFault] = []
            let read = MonthSheet.read(
                source, file: "f", month: SheetDesk.november, slots: rota.slots, areas: rota.areas, physicians: people,
                calendar: try rota.book().calendar, faults: &faults)
            #expect(faults.map(\.description) == [])
            let isSame = read == places
            #expect(isSame)
        }
    }
}
