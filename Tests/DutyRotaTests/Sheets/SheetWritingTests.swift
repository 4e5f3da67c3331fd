import DutyRota
import Testing

@Suite("Writing month sheets")
struct SheetWritingTests {
    private var office: SheetDesk {
        var office = SheetDesk()
        office.rota.slots += [TestRota.slot("準夜", [.weekday], "17:30", "22:00", reach: .association)].compactMap(\.self)
        office.rota.physicians = [
            TestRota.physician("P001", name: "髙﨑　太郎"), TestRota.physician("P002", name: "渡邉 花子"),
            TestRota.physician("P003", name: "佐藤 一"), TestRota.physician("P004", name: "佐藤　一"),
            TestRota.physician("P005", name: "P006"), TestRota.physician("P006", name: "鈴木 次郎"),
            TestRota.physician("P007", name: "スミス、P007"), TestRota.physician("P008", name: "岡〜田"),
            TestRota.physician("P009", name: "退職", to: "2026-10-31"),
            TestRota.physician("P010", name: "新任", from: "2026-11-30"),
        ]
        office.rota.rows = [
            "2026-11-24 平日夜間 東部 P001,P002 P003", "2026-11-24 平日夜間 西部 P004 P005", "2026-11-24 準夜 全域 P007 P008",
        ]
        return office
    }

    private func table(_ office: SheetDesk) throws -> [[String]] {
        MonthSheet.table(
            of: try office.rota.sheet(SheetDesk.november).places, areas: office.rota.areas,
            physicians: office.rota.physicians)
    }

    private func csv(_ cell: String, _ coding: SheetCoding) throws -> [UInt8] {
        try CSVWriter.bytes(of: [["日付", "備考"], ["x", cell]], file: "f.csv", coding: coding)
    }

    private func read(_ bytes: [UInt8]) -> [String] {
        var faults: [TableFault] = []
        let table = Table(file: "f.csv", bytes: bytes, required: ["日付", "備考"], optional: [], faults: &faults)
        #expect(faults.isEmpty)
        return table.rows.map { $0["備考"] }
    }

    @Test("A sheet has the columns of the files, and names whoever can be told by name")
    func form() throws {
        let table = try table(office)
        #expect(table.first == ["日付", "枠", "地区", "第一当番", "第二当番", "備考"])
        let day = table.filter { $0[0] == "2026-11-24" }
        #expect(
            day == [
                ["2026-11-24", "平日夜間", "東部", "髙﨑　太郎、渡邉 花子", "P003", ""],
                ["2026-11-24", "平日夜間", "西部", "P004", "P005", ""],
                ["2026-11-24", "準夜", "全域", "P007", "P008", ""],
            ])
        #expect(table.count == 1 + (try office.rota.sheet(SheetDesk.november)).places.count)
    }

    @Test("An area whose name another has, or that of the whole association, is written by id")
    func areas() throws {
        var office = office
        office.rota.areas = [
            Area(id: "a", name: "東部", addresses: []), Area(id: "b", name: "東　部", addresses: []),
            Area(id: "c", name: "全域", addresses: []), Area(id: "d", name: "〜西", addresses: []),
        ]
        office.rota.rows = []
        #expect(Set(try table(office).dropFirst().map { $0[2] }) == ["東部", "b", "c", "d", "全域"])
        #expect(office.read(.cells(try table(office))).faults.isEmpty)
    }

    @Test("Cells with commas, quotes and line breaks are quoted, and rows end in CR LF")
    func quotes() throws {
        let bytes = try CSVWriter.bytes(
            of: [["a", "b"], ["1,2", "\"x\"\n\r\ny"], ["", "z"]], file: "f", coding: .utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == "a,b\r\n\"1,2\",\"\"\"x\"\"\n\r\ny\"\r\n,z\r\n")
    }

    @Test("Each coding begins as it should")
    func marks() throws {
        let utf8 = try csv("髙", .utf8)
        #expect(try csv("髙", .utf8WithMark) == [0xEF, 0xBB, 0xBF] + utf8)
        #expect(utf8.starts(with: [0xE6, 0x97, 0xA5]))
        #expect(
            try csv("髙", .cp932) == [
                0x93, 0xFA, 0x95, 0x74, 0x2C, 0x94, 0xF5, 0x8D, 0x6C, 13, 10, 0x78, 0x2C, 0xFB, 0xFC, 13, 10,
            ])
    }

    @Test("Texts read back as they were, in every coding", arguments: SheetCoding.allCases)
    func texts(coding: SheetCoding) throws {
        let texts = [
            "髙﨑①㈱～－", "ﾅｲﾅｲﾅｲﾅｲ", "表ソ能", "=1+1", "+81", "-", "@家", "'=x", "''-", "'", "'x", "＝ＳＵＭ", "－", "a,b", "\"",
            "\"\"", "一\n二",
            "\u{FA19}\\~|",
        ]
        for text in texts {
            let read = read(try csv(text, coding))
            #expect(read.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)], "\(text)")
        }
    }

    @Test(
        "Nothing that a spreadsheet would take for a formula begins a cell",
        arguments: ["=1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x"])
    func formulas(text: String) throws {
        #expect(String(decoding: try csv(text, .utf8), as: UTF8.self).hasSuffix(",'\(text)\r\n"))
    }

    @Test("CP932 has the signs that Unicode has twice in its own shape")
    func signs() throws {
        #expect(read(try csv("〜−‖—¢£¬¥", .cp932)) == ["～－∥―￠￡￢￥"])
        #expect(read(try csv("〜−‖—¢£¬¥", .utf8)) == ["〜−‖—¢£¬¥"])
    }

    @Test(
        "What CP932 does not have is refused by row, column and character",
        arguments: [
            ("吉𠮷田𠮷", "「𠮷」 "), ("葛\u{E0100}西", "「葛\u{E0100}」 "), ("é😀", "「é」「😀」 "), ("か\u{3099}", "「か\u{3099}」 "),
            ("\u{80}", "「\u{80}」 "),
        ]
    )
    func unwritable(text: String, named: String) throws {
        let refusal = #expect(throws: UnwritableSheet.self) { try csv(text, .cp932) }
        let faults = try #require(refusal).faults
        #expect(faults.map(\.row) == [2])
        #expect(faults.map(\.column) == ["備考"])
        #expect(faults.first?.message.hasPrefix(named) == true)
        #expect(faults.first?.file == "f.csv")
        #expect(read(try csv(text, .utf8WithMark)) == [text])
    }

    @Test("A slot with a sign that CP932 writes otherwise is found again")
    func slotSigns() throws {
        var office = office
        office.rota.slots = [TestRota.slot("17〜22時", [.weekday], "17:00", "22:00")].compactMap(\.self)
        office.rota.rows = ["2026-11-24 17〜22時 東部 P008 P001"]
        let bytes = try CSVWriter.bytes(of: table(office), file: "f", coding: .cp932)
        let (places, faults) = office.read(.csv(bytes))
        #expect(faults.isEmpty)
        #expect(places == (try office.rota.sheet(SheetDesk.november)).places)
    }

    @Test("Two slots that differ in nothing but such a sign are not guessed between")
    func twinSlots() throws {
        var office = office
        office.rota.slots = [
            TestRota.slot("17〜22時", [.weekday], "17:00", "22:00"),
            TestRota.slot("17～22時", [.weekday], "22:00", "23:00"),
        ].compactMap(\.self)
        let faults = office.read(.cells([["日付", "枠", "地区", "第一当番", "第二当番"], ["2026-11-24", "17〜22時", "東部"]])).faults
        #expect(faults.map(\.column) == ["枠"])
    }

    @Test("A workbook's sheet has days as days, lists to choose from, and colours")
    func spreadsheet() throws {
        let places = try office.rota.sheet(SheetDesk.november).places
        let sheet = MonthSheet.spreadsheet(
            of: places, month: SheetDesk.november, areas: office.rota.areas, physicians: office.rota.physicians,
            calendar: TestRota.calendar)
        #expect(sheet.name == "2026-11")
        #expect([sheet.columns.map(\.name)] + sheet.rows == (try table(office)))
        #expect(sheet.columns.map(\.isDay) == [true, false, false, false, false, false])
        #expect(sheet.columns[1].choices == ["休日日中", "休日夜間", "平日夜間", "準夜", "土曜"])
        #expect(sheet.columns[2].choices == ["東部", "西部", "全域"])
        let members = ["髙﨑　太郎", "渡邉 花子", "P003", "P004", "P005", "鈴木 次郎", "P007", "P008", "新任"]
        #expect(sheet.columns[3].choices == members && sheet.columns[4].choices == members)
        for (index, place) in places.enumerated() {
            let type = TestRota.calendar.dayType(of: place.key.dutyDate)
            let shade: Spreadsheet.Shade? = type == .weekday ? nil : type == .saturday ? .saturday : .holiday
            #expect(sheet.shades[index] == shade)
        }
    }
}
