import DutyRota
import Testing

@testable import Workbooks

@Suite("Cells that are refused")
struct RefusedCellsTests {
    private func cell(_ place: String, row: Int, _ content: String = "<v>1</v>", type: String = "n") -> String {
        #"<row r="\#(row)"><c r="\#(place)" t="\#(type)">\#(content)</c></row>"#
    }

    @Test("A formula is refused by its place, even where its value is known")
    func formula() throws {
        let workbook = PlainWorkbook(rows: cell("AB7", row: 7, "<f>1+1</f><v>2</v>"))
        #expect(try fault(in: workbook) == SpreadsheetFault(row: 7, column: "AB", message: WorkbookWords.formula))
    }

    @Test("A shared formula's further cells are refused too")
    func sharedFormula() throws {
        let workbook = PlainWorkbook(rows: cell("A2", row: 2, #"<f t="shared" si="0"/><v>2</v>"#))
        #expect(try fault(in: workbook) == SpreadsheetFault(row: 2, column: "A", message: WorkbookWords.formula))
    }

    @Test("An error value is refused by its place and name")
    func errorValue() throws {
        let workbook = PlainWorkbook(rows: cell("C3", row: 3, "<v>#N/A</v>", type: "e"))
        let expected = SpreadsheetFault(row: 3, column: "C", message: WorkbookWords.errorValue("#N/A"))
        #expect(try fault(in: workbook) == expected)
    }

    @Test("A value in row 5,000 is read, one in row 5,001 refused")
    func rows() throws {
        let rows = try PlainWorkbook(rows: cell("A5000", row: 5_000)).rows()
        #expect(rows.count == 5_000)
        let further = PlainWorkbook(rows: cell("A5001", row: 5_001))
        #expect(try fault(in: further) == SpreadsheetFault(row: 5_001, column: "A", message: WorkbookWords.tooManyRows))
    }

    @Test("A value in column 50 is read, one in column 51 refused")
    func columns() throws {
        let rows = try PlainWorkbook(rows: cell("AX1", row: 1)).rows()
        #expect(rows.first?.count == 50)
        let further = PlainWorkbook(rows: cell("AY1", row: 1))
        #expect(try fault(in: further) == SpreadsheetFault(row: 1, column: "AY", message: WorkbookWords.tooManyColumns))
    }

    @Test("A text of 1,000 characters is read, one of 1,001 refused")
    func characters() throws {
        let long = String(repeating: "当", count: 1_000)
        let rows = try PlainWorkbook(value: long, type: "str").rows()
        #expect(rows == [[long]])
        let longer = PlainWorkbook(value: long + "番", type: "str")
        #expect(try fault(in: longer) == SpreadsheetFault(row: 1, column: "A", message: WorkbookWords.tooLong))
    }

    @Test("Styled rows and cells without values are no reason to refuse, wherever they are")
    func emptyRows() throws {
        let rows = (2...20_000).map { #"<row r="\#($0)" ht="18.75" customHeight="1"><c r="A\#($0)" s="1"/></row>"# }
        let workbook = PlainWorkbook(
            rows: cell("A1", row: 1) + rows.joined() + #"<row r="1048576"><c r="XFD1048576" s="1"/></row>"#)
        let read = try workbook.rows()
        #expect(read == [["1"]])
    }

    @Test(
        "Cells that contradict their place or kind are refused",
        arguments: [
            #"<row r="2"/><row r="1"/>"#, #"<row r="2"/><row r="2"/>"#, #"<row r="0"/>"#, #"<row r="x"/>"#,
            #"<row r="1048577"/>"#,
            #"<row r="1"><c r="A2"/></row>"#, #"<row r="1"><c r="B1"/><c r="A1"/></row>"#,
            #"<row r="1"><c r="A1"/><c r="A1"/></row>"#,
            #"<row r="1"><c r="XFE1"/></row>"#, #"<row r="1"><c t="x"><v>1</v></c></row>"#,
            #"<row r="1"><c><c/></c></row>"#,
            #"<row r="1"><c t="s"><v>1</v></c></row>"#, #"<row r="1"><c t="s"><v>-1</v></c></row>"#,
            #"<row r="1"><c><v>abc</v></c></row>"#, #"<row r="1"><c><v>nan</v></c></row>"#, #"<c r="A0"><v>1</v></c>"#,
        ])
    func contradictions(rows: String) throws {
        let fault = try fault(in: PlainWorkbook(rows: rows))
        #expect(fault?.message == WorkbookWords.broken)
    }

    @Test("A text that many cells share does not make the sheet endless")
    func sharedText() throws {
        let cells = String(repeating: #"<c t="s"><v>0</v></c>"#, count: 50)
        var workbook = PlainWorkbook(rows: String(repeating: "<row>\(cells)</row>", count: 200))
        workbook[PlainWorkbook.strings].replace("日勤", with: String(repeating: "日", count: 1_000))
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.tooLarge))
    }
}
