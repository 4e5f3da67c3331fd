import DutyRota
import Testing

@Suite("Tables")
struct TableTests {
    private func read(
        _ bytes: [UInt8],
        required: [String] = ["a", "b"],
        optional: [String] = ["c"]
    ) -> (rows: [Table.Row], faults: [TableFault]) {
        var faults: [TableFault] = []
        let table = Table(file: "t.csv", bytes: bytes, required: required, optional: optional, faults: &faults)
        return (table.rows, faults)
    }

    private func read(_ text: String) -> (rows: [Table.Row], faults: [TableFault]) { read(Array(text.utf8)) }

    @Test(
        "Rows are read whatever their line breaks, with or without a byte order mark",
        arguments: [
            "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\u{FEFF}a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4\r",
            "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n", "\u{FEFF}\"a\",b\n1,2\n3,4\n", "b,a\n2,1\n4,3\n",
            " a ,　b\n1 ,　2　\n3,4\n",
            "a,b,,\n1,2,,\n3,4,,\n",
        ]
    )
    func lineBreaks(text: String) {
        let (rows, faults) = read(text)
        #expect(faults.isEmpty)
        #expect(rows.map { [$0["a"], $0["b"]] } == [["1", "2"], ["3", "4"]])
        #expect(rows.map(\.number) == [2, 3])
    }

    @Test("Quotes keep commas, quotes and line breaks, and a quoted line break does not count as a row")
    func quotes() {
        let (rows, faults) = read("a,b\r\n\"1,\"\"x\"\"\r\ny\",\"\"\r\n3,4\r\n")
        #expect(faults.isEmpty)
        #expect(rows.map { $0["a"] } == ["1,\"x\"\r\ny", "3"])
        #expect(rows.map(\.number) == [2, 3])
    }

    @Test("Empty rows are left out, and their numbers still count")
    func emptyRows() {
        let (rows, faults) = read("a,b\n\n1,2\n ,　\n,\n3,4\n\n")
        #expect(faults.isEmpty)
        #expect(rows.map(\.number) == [3, 6])
    }

    @Test("A short row has empty cells, and so has a column that the file does not have")
    func shortRow() {
        let (rows, faults) = read("a,b\n1\n")
        #expect(faults.isEmpty)
        #expect(rows.map { [$0["a"], $0["b"], $0["c"]] } == [["1", "", ""]])
    }

    @Test("CP932 is read as Excel writes it: 髙﨑①㈱～ and half-width kana")
    func cp932() {
        let name: [UInt8] = [0xFB, 0xFC, 0xFA, 0xB1, 0x87, 0x40, 0x87, 0x8A, 0x81, 0x60, 0xB1, 0x20, 0x83, 0x5C]
        let (rows, faults) = read(Array("a,b\r\n1,".utf8) + name + Array("\r\n".utf8))
        #expect(faults.isEmpty)
        #expect(rows.map { $0["b"] } == ["髙﨑①㈱～ｱ ソ"])
    }

    @Test("CP932 headers are found by their names")
    func cp932Header() {
        // 枠 and 地区, whose bytes include one that is a backslash in ASCII elsewhere.
        let bytes: [UInt8] = [0x98, 0x67, 0x2C, 0x92, 0x6E, 0x8B, 0xE6, 0x0A, 0x31, 0x2C, 0x95, 0x5C, 0x0A]
        let (rows, faults) = read(bytes, required: ["枠", "地区"])
        #expect(faults.isEmpty)
        #expect(rows.map { [$0["枠"], $0["地区"]] } == [["1", "表"]])
    }

    @Test("One bad byte names its row and column, in UTF-8 and in CP932")
    func badByte() {
        let utf8 = Array("a,b\n静岡,葵区\n駿河,".utf8) + [0xE6, 0x9D] + Array(",\n清水,東部\n".utf8)
        let cp932: [UInt8] = Array("a,b\n".utf8) + [0x97, 0x5A, 0x2C, 0x93, 0x8C, 0x0A, 0x31, 0x2C, 0x93, 0x0A]
        for (bytes, row) in [(utf8, 3), (cp932, 3), ([0xEF, 0xBB, 0xBF] + cp932, 2)] {
            let faults = read(bytes).faults
            #expect(faults.first?.row == row)
            #expect(faults.last?.column == "b")
        }
        #expect(read(utf8).faults.count == 1)
        #expect(read(utf8).rows.map { $0["a"] } == ["静岡", "清水"])
    }

    @Test("A character that only one computer has (外字) is refused")
    func privateCharacter() {
        #expect(read(Array("a,b\n1,".utf8) + [0xF0, 0x40, 0x0A]).faults.map(\.row) == [2])
    }

    @Test("Unknown columns are refused by name, with the names there are")
    func unknownColumn() throws {
        let (rows, faults) = read("a,b,ｃ,d\n1,2,3,4\n")
        #expect(faults.map(\.column) == ["ｃ", "d"])
        #expect(faults.allSatisfy { $0.row == 1 && $0.message.contains("a、b、c") })
        #expect(rows.count == 1)
    }

    @Test("Missing columns are refused by name, and no row is read")
    func missingColumn() {
        let (rows, faults) = read("b\n1\n")
        #expect(faults.map(\.column) == ["a"])
        #expect(rows.isEmpty)
    }

    @Test("A column may stand only once")
    func repeatedColumn() {
        #expect(read("a,b,a\n1,2,3\n").faults.map(\.column) == ["a"])
    }

    @Test("A nameless column between others is refused")
    func namelessColumn() {
        #expect(read("a,,b\n1,2,3\n").faults.map(\.row) == [1])
    }

    @Test("A row with too many cells is a fault")
    func surplusCell() {
        let (_, faults) = read("a,b\n1,2\n3,4,5\n")
        #expect(faults.map(\.row) == [3])
        #expect(faults.first?.message.contains("「5」") == true)
    }

    @Test(
        "Quotes that do not fit are a fault of their row",
        arguments: [
            ("a,b\n1,2\n3,4\"5\n6,7\n", 3), ("a,b\n\"1\"x,2\n", 2), ("a,b\n1,2\n3,\"4\n5,6\n", 3), ("a,\"b\n1,2\n", 1),
        ]
    )
    func badQuotes(text: String, row: Int) {
        #expect(read(text).faults.map(\.row) == [row])
    }

    @Test("An empty file is a fault", arguments: ["", "\u{FEFF}"])
    func empty(text: String) {
        #expect(read(text).faults.map(\.row) == [nil])
    }

    @Test("A fault is described by where it is")
    func description() {
        let fault = TableFault(file: "rota-2026-11.csv", row: 12, column: "枠", message: "空欄です")
        #expect(fault.description == "rota-2026-11.csv 12行目「枠」: 空欄です")
        #expect(TableFault(file: "f.csv", message: "空です").description == "f.csv: 空です")
    }
}
