import DutyRota
import Testing

@Suite("Month sheets")
struct MonthSheetTests {
    private static let header = "日付,枠,地区,第一当番,第二当番,備考\n"

    private var rota: TestRota {
        var rota = TestRota()
        rota.slots += [TestRota.slot("準夜", [.weekday], "17:30", "22:00", reach: .association, second: 0)].compactMap(
            \.self
        )
        rota.physicians = [
            TestRota.physician("P001", name: "髙﨑　太郎"), TestRota.physician("P002", name: "渡邉 花子"),
            TestRota.physician("P003", name: "佐藤 一"), TestRota.physician("P004", name: "佐藤　一"),
            TestRota.physician("P005", name: "鈴木 次郎", to: "2026-11-24"),
        ]
        return rota
    }

    private func read(_ rows: String, month: String = "2026-11") throws -> (places: [Place], faults: [TableFault]) {
        var faults: [TableFault] = []
        let rota = rota
        let places = MonthSheet.read(
            Array((MonthSheetTests.header + rows).utf8),
            file: "rota-\(month).csv",
            month: try #require(Month(month)),
            slots: rota.slots,
            areas: rota.areas,
            physicians: rota.physicians,
            calendar: TestRota.calendar,
            faults: &faults
        )
        return (places, faults)
    }

    private func holders(_ places: [Place], _ date: String, _ slot: String, _ area: AreaID?) throws -> PerCall<
        [PhysicianID]
    >? {
        let key = Place.Key(dutyDate: try day(date), slot: slot, area: area)
        return places.first { $0.key == key }?.holders
    }

    @Test("Every place of the month is there, by the kind of each day")
    func places() throws {
        let places = try MonthSheet.places(
            of: #require(Month("2026-11")),
            slots: rota.slots,
            areas: rota.areas,
            calendar: TestRota.calendar
        )
        // 19 weekdays with three places, 4 Saturdays with two, 7 Sundays and holidays with four.
        #expect(places.count == 19 * 3 + 4 * 2 + 7 * 4)
        #expect(places.allSatisfy { $0.holders == PerCall(first: [], second: []) })
        let holiday = try day("2026-11-03")
        #expect(places.filter { $0.key.dutyDate == holiday }.map(\.key.slot) == ["休日日中", "休日日中", "休日夜間", "休日夜間"])
        #expect(places.map(\.key.dutyDate) == places.map(\.key.dutyDate).sorted())
    }

    @Test("A new version of a slot counts from its first duty date on")
    func version() throws {
        let slots = [
            TestRota.slot("夜間", [.weekday], "18:00", "翌8:00", validFrom: "2026-11-17"),
            TestRota.slot("夜間", [.weekday], "17:30", "翌8:30"),
            TestRota.slot("夜間", [.weekday], "19:00", "翌8:00", validFrom: "2026-11-25"),
        ].compactMap(\.self)
        let month = try #require(Month("2026-11"))
        let calendar = TestRota.calendar
        #expect(try MonthSheet.places(of: month, slots: slots, areas: [], calendar: calendar).isEmpty)
        let places = try MonthSheet.places(of: month, slots: slots, areas: rota.areas, calendar: calendar)
        #expect(places.count == 19 * 2)
        for place in places {
            let dayOfMonth = place.key.dutyDate.parts.day
            let start = dayOfMonth < 17 ? "17:30" : dayOfMonth < 25 ? "18:00" : "19:00"
            #expect(try place.interval.lowerBound == at("\(place.key.dutyDate)T\(start):00"))
        }
    }

    @Test("Rule 3: past the holiday table there are no places, and the refusal names its last year")
    func holidayTableEnds() throws {
        let month = try #require(Month("2028-01"))
        let ends = #expect(throws: HolidayTableEnds.self) {
            try MonthSheet.places(of: month, slots: rota.slots, areas: rota.areas, calendar: TestRota.calendar)
        }
        #expect(ends?.lastYear == 2027)
        let (places, faults) = try read("", month: "2028-01")
        #expect(places.isEmpty)
        #expect(faults.count == 1)
        #expect(try #require(faults.first).message.contains("2027年"))
    }

    @Test("Rows fill their places: dates, areas and physicians in any spelling")
    func rows() throws {
        let rows = """
            2026-11-24,平日夜間,東部,P001,渡辺花子,　鍵は事務局　
            令和8年11月25日,平日　夜間,west,高崎太郎、渡邊　花子,,
            R8.11.24,準夜,全域,"P001，P002",,
            2026/11/25,準夜,,Ｐ００２,,
            ２０２６／１１／２３,休日日中,東部,"P001,
            P002",P001,
            """
        let (places, faults) = try read(rows)
        #expect(faults.isEmpty)
        #expect(try holders(places, "2026-11-24", "平日夜間", "east") == PerCall(first: ["P001"], second: ["P002"]))
        #expect(places.filter { !$0.remark.isEmpty }.map(\.remark) == ["鍵は事務局"])
        #expect(try holders(places, "2026-11-25", "平日夜間", "west") == PerCall(first: ["P001", "P002"], second: []))
        #expect(try holders(places, "2026-11-24", "準夜", nil) == PerCall(first: ["P001", "P002"], second: []))
        #expect(try holders(places, "2026-11-25", "準夜", nil) == PerCall(first: ["P002"], second: []))
        #expect(
            try holders(places, "2026-11-23", "休日日中", "east") == PerCall(first: ["P001", "P002"], second: ["P001"])
        )
        #expect(try holders(places, "2026-11-24", "平日夜間", "west") == PerCall(first: [], second: []))
    }

    @Test(
        "A faulty row is refused by row and column",
        arguments: [
            ("2026-12-01,平日夜間,東部,P001,,", "日付", "2026-11"), ("2026-11-31,平日夜間,東部,P001,,", "日付", "2026-11-31"),
            (",平日夜間,東部,P001,,", "日付", "空欄"), ("2026-11-24,,東部,P001,,", "枠", "空欄"),
            ("2026-11-24,休日日中,東部,P001,,", "枠", "は平日で、「休日日中」という枠はありません。この日の枠: 平日夜間、準夜"),
            ("2026-11-23,平日夜間,東部,P001,,", "枠", "は休日・勤労感謝の日で、「平日夜間」という枠はありません。この日の枠: 休日日中、休日夜間"),
            ("2026-11-24,夜勤,東部,P001,,", "枠", "平日夜間、準夜"), ("2026-11-24,平日夜間,東武,P001,,", "地区", "東部（east）、西部（west）"),
            ("2026-11-24,平日夜間,全域,P001,,", "地区", "東部、西部"), ("2026-11-24,平日夜間,,P001,,", "地区", "東部、西部"),
            ("2026-11-24,準夜,東部,P001,,", "地区", "全域"), ("2026-11-24,平日夜間,東部,渡辺花代,,", "第一当番", "渡邉 花子（P002）"),
            ("2026-11-24,平日夜間,東部,,P999,", "第二当番", "「P999」"), ("2026-11-24,平日夜間,東部,佐藤一,,", "第一当番", "P003）、佐藤　一（P004"),
            ("2026-11-25,平日夜間,東部,P005,,", "第一当番", "2026-11-24 まで"),
            ("2026-11-24,平日夜間,東部,P001、高崎太郎,,", "第一当番", "二度"),
            ("2026-11-24,平日夜間,東部,,\(Array(repeating: "P001", count: 21).joined(separator: "、")),", "第二当番", "20人"),
            ("2026-11-24,平日夜間,東部,P001,,\(String(repeating: "長", count: 201))", "備考", "200文字"),
            ("2026-11-24,平日夜間,東部,P001,,\"二\n行\"", "備考", "改行"), ("2026-11-24,平日夜間,東部,P001,,音\u{7}", "備考", "制御文字"),
        ]
    )
    func faulty(row: String, column: String, message: String) throws {
        let faults = try read("2026-11-26,平日夜間,東部,P001,,\n\(row)\n").faults
        #expect(faults.map(\.row) == [3])
        #expect(faults.map(\.column) == [column])
        #expect(try #require(faults.first).message.contains(message))
    }

    @Test("Rule 19: two who match are not guessed between, even where one is spelled exactly so")
    func ambiguous() throws {
        #expect(try read("2026-11-24,平日夜間,東部,佐藤　一,,\n").faults.count == 1)
        #expect(try read("2026-11-24,平日夜間,東部,P004,,\n").faults.isEmpty)
    }

    @Test("Rule 13: whoever leaves on a day still has that day's night")
    func lastDay() throws {
        #expect(try read("2026-11-24,平日夜間,東部,P005,,\n").faults.isEmpty)
    }

    @Test("The same place twice is a fault that names both rows")
    func twice() throws {
        let faults = try read("2026-11-24,平日夜間,東部,P001,,\n\nR8.11.24,平日夜間,east,P002,,\n").faults
        #expect(faults.map(\.row) == [4])
        #expect(try #require(faults.first).message == "2026-11-24（火） 平日夜間 東部 は2行目にもあります")
    }

    @Test("Rule 19: every faulty row is named, not only the first")
    func everyFault() throws {
        let rows = "2026-11-24,平日夜間,東武,P001,,\n2026-11-25,平日夜間,東部,誰か,誰も,\n2026-11-26,平日夜間,東部,P001,,\n"
        let faults = try read(rows).faults
        #expect(faults.map(\.row) == [2, 3, 3])
        #expect(faults.map(\.column) == ["地区", "第一当番", "第二当番"])
    }

    @Test("Places without a first call are gaps, and are described")
    func gaps() throws {
        var filled = try read("2026-11-02,平日夜間,東部,P001,,\n2026-11-02,平日夜間,西部,,P002,\n2026-11-02,準夜,全域,P001,,\n").places
        filled.removeAll { $0.key.dutyDate.parts.day != 2 }
        let gaps = MonthSheet.gaps(in: filled)
        #expect(gaps.map { MonthSheet.describe($0, areas: rota.areas) } == ["2026-11-02（月） 平日夜間 西部"])
        let empty = try read("").places
        #expect(MonthSheet.gaps(in: empty).count == empty.count)
    }

    @Test("A slot with a second call only is no gap while another slot has the first")
    func secondOnly() throws {
        var rota = TestRota()
        rota.slots = [
            TestRota.slot("一", [.weekday], "18:00", "翌0:00", second: 0),
            TestRota.slot("一朝", [.weekday], "翌0:00", "翌6:00", second: 0),
            TestRota.slot("二", [.weekday], "18:00", "翌6:00", first: 0),
        ].compactMap(\.self)
        rota.rows = [
            "2026-11-24 一 東部 A", "2026-11-24 一朝 東部 B", "2026-11-24 二 東部 - C", "2026-11-25 一 東部 A",
            "2026-11-25 二 東部 - C",
        ]
        let places = try rota.sheet(#require(Month("2026-11"))).places.filter {
            $0.key.area == "east" && [24, 25].contains($0.key.dutyDate.parts.day)
        }
        let gaps = MonthSheet.gaps(in: places).map { MonthSheet.describe($0, areas: rota.areas) }
        #expect(gaps == ["2026-11-25（水） 一朝 東部", "2026-11-25（水） 二 東部"])
    }

    @Test("A place of the whole association is described so")
    func describeWhole() throws {
        let place = try #require(read("").places.first { $0.key.area == nil })
        #expect(MonthSheet.describe(place, areas: rota.areas) == "2026-11-02（月） 準夜 全域")
    }
}
