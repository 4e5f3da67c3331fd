import DutyRota
import Testing

@Suite("Tables of spreadsheets")
struct SpreadsheetTableTests {
    private func read(_ cells: [[String]], lastRow: Int = .max) -> (rows: [Table.Row], faults: [TableFault]) {
        var faults: [TableFault] = []
        let table = Table(
            file: "t.xlsx", cells: cells, required: ["a", "b"], optional: ["c"], lastRow: lastRow, faults: &faults)
        return (table.rows, faults)
    }

    private func read(csv text: String, lastRow: Int) -> (rows: [Table.Row], faults: [TableFault]) {
        var faults: [TableFault] = []
        let table = Table(
            file: "t.csv", bytes: Array(text.utf8), required: ["a", "b"], optional: ["c"], lastRow: lastRow,
            faults: &faults)
        return (table.rows, faults)
    }

    @Test("Cells are trimmed, found by the header and counted as a spreadsheet counts")
    func rows() {
        let (rows, faults) = read([
            [" b ", "a", "", ""], [], ["　2　", "1"], ["", " "], ["4", "3\n,\"x\""], ["", "", "", ""],
        ])
        #expect(faults.isEmpty)
        #expect(rows.map { [$0["a"], $0["b"], $0["c"]] } == [["1", "2", ""], ["3\n,\"x\"", "4", ""]])
        #expect(rows.map(\.number) == [3, 5])
    }

    @Test(
        "The header's rules are those of CSV files",
        arguments: [
            ([["a"], ["1"]], 1, "b"), ([["a", "b", "x"], ["1", "2", "3"]], 1, "x"), ([["a", "b", "a"]], 1, "a"),
            ([["a", "b"], ["1", "2"], ["1", "2", "3"]], 3, nil), ([], nil, nil), ([[]], 1, "a"),
        ] as [([[String]], Int?, String?)]
    )
    func header(cells: [[String]], row: Int?, column: String?) {
        let faults = read(cells).faults
        #expect(faults.first?.row == row)
        #expect(faults.first?.column == column)
        #expect(faults.first?.file == "t.xlsx")
    }

    @Test("An apostrophe of a spreadsheet's cell is the cell's own")
    func apostrophe() {
        #expect(read([["a", "b"], ["'=1", "'x"]]).rows.map { [$0["a"], $0["b"]] } == [["'=1", "'x"]])
    }

    @Test("A value below the last row is one fault, and empty rows below it are none")
    func lastRow() {
        let row = ["1", "2"]
        #expect(read([["a", "b"], row, row], lastRow: 3).faults.isEmpty)
        #expect(read([["a", "b"], row, row, [], ["", " "]], lastRow: 3).faults.isEmpty)
        let (rows, faults) = read([["a", "b"], row, row, [], row, row], lastRow: 3)
        #expect(rows.count == 2)
        #expect(faults.map(\.row) == [5])
        #expect(faults.first?.message.contains("3行目まで") == true)
        #expect(read(csv: "a,b\n1,2\n1,2\n\n\n", lastRow: 3).faults.isEmpty)
        #expect(read(csv: "a,b\n1,2\n1,2\n1,2\n1,2\n", lastRow: 3).faults.map(\.row) == [4])
    }

    @Test(
        "An apostrophe before what a spreadsheet would take for a formula is taken away, and no other",
        arguments: [
            ("'=1", "=1"), ("'-", "-"), ("''@x", "'@x"), ("'x", "'x"), ("=1", "=1"), ("'", "'"), ("'＝x", "＝x"),
            ("'\t1", "1"),
        ]
    )
    func formulas(text: String, read expected: String) {
        let (rows, faults) = read(csv: "a,b\n\(text),2\n", lastRow: 9)
        #expect(faults.isEmpty)
        #expect(rows.map { $0["a"] } == [expected])
    }

    @Test("Half-width kana in CP932 are not taken for UTF-8")
    func halfWidthKana() {
        // ﾅｲ is C5 B2, which could be one two-byte character of UTF-8; 枠 is 98 67.
        let bytes =
            Array("a,b\n".utf8) + [0x98, 0x67, 0x2C] + Array([[0xC5, 0xB2], [0xC5, 0xB2], [0xC5, 0xB2]].joined())
        var faults: [TableFault] = []
        let table = Table(file: "t.csv", bytes: bytes, required: ["a", "b"], optional: [], faults: &faults)
        #expect(faults.isEmpty)
        #expect(table.rows.map { $0["b"] } == ["ﾅｲﾅｲﾅｲ"])
    }
}
