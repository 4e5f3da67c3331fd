import DutyRota
import Testing

@testable import Workbooks

@Suite("Workbooks that are refused")
struct RefusedWorkbooksTests {
    @Test(
        "Declarations of types and entities, and processing instructions, are refused in any part that is read",
        arguments: [
            PlainWorkbook.contentTypes, "_rels/.rels", PlainWorkbook.workbook, PlainWorkbook.relationships,
            PlainWorkbook.styles,
            PlainWorkbook.strings, PlainWorkbook.sheet,
        ],
        [
            #"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>"#, #"<!DOCTYPE x SYSTEM "file:///etc/passwd">"#,
            #"<!ENTITY a "b">"#, "<?a?>", #"<?xml version="1.0" encoding="UTF-7"?>"#,
        ])
    func declarations(part: String, declaration: String) throws {
        var workbook = PlainWorkbook()
        workbook[part].replace("?>\n", with: "?>\n" + declaration)
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.declarations))
    }

    @Test("Another encoding brings nothing past that: UTF-16 with and without its mark, UTF-32, no UTF-8 at all")
    func encodings() throws {
        let hostile = #"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "当番日">]><x>&a;</x>"#
        let utf16 = hostile.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let utf32 = hostile.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8 & 0xFF), 0, 0] }
        let cut = Array((PlainWorkbook()[PlainWorkbook.sheet] + "\u{0}<?a?>").utf8)
        for bytes in [utf16, cut, [0xFF, 0xFE] + utf16, utf32, [0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
            var workbook = PlainWorkbook()
            workbook.set(bytes, PlainWorkbook.sheet)
            #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.broken))
        }
    }

    @Test("A declared encoding is not believed: the sheet is UTF-8 or nothing")
    func declaredEncoding() throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.sheet].replace("UTF-8", with: "UTF-16")
        let rows = try workbook.rows()
        #expect(rows == [["当番日"]])
    }

    @Test(
        "XML that is not well formed is refused",
        arguments: [
            "", "<", "<a", "<worksheet>", "x", "<worksheet/><worksheet/>", "<worksheet>&a;</worksheet>",
            "<worksheet>&#0;</worksheet>",
            "<worksheet a=1/>", "<worksheet></workbook>", "<worksheet>\u{1}</worksheet>", "<w:worksheet/>",
        ])
    func malformed(sheet: String) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.sheet] = sheet.replacing(
            "<worksheet", with: #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#)
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.broken))
    }

    @Test("Elements within elements without end are refused, not followed", arguments: ["c", "x:y", "is"])
    func deep(element: String) throws {
        let deep = String(repeating: "<\(element)>", count: 200_000)
        let workbook = PlainWorkbook(rows: #"<x:x xmlns:x="urn:x"/><row r="1" xmlns:x="urn:x">"# + deep)
        #expect(try fault(in: workbook)?.message == WorkbookWords.broken)
    }

    @Test(
        "More elements than a workbook can need are refused",
        arguments: [(999_000, nil), (1_000_001, WorkbookWords.tooLarge)])
    func elements(count: Int, message: String?) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.strings].replace("</sst>", with: String(repeating: "<t/>", count: count) + "</sst>")
        workbook.set(incompressible(100_000), "xl/media/a.png")
        #expect(try fault(in: workbook)?.message == message)
    }

    @Test(
        "More attributes than an element can have are refused, texts that are long are not",
        arguments: [(200, nil), (301, WorkbookWords.broken)])
    func attributes(count: Int, message: String?) throws {
        let attributes = (0..<count).map { #"a\#($0)="""# }.joined(separator: " ")
        #expect(try fault(in: PlainWorkbook(rows: "<row \(attributes)/>"))?.message == message)
    }

    @Test("Elements may stand 30 deep, and no deeper", arguments: [(28, nil), (29, WorkbookWords.broken)])
    func depth(count: Int, message: String?) throws {
        let rows = String(repeating: #"<x xmlns="urn:x">"#, count: count) + String(repeating: "</x>", count: count)
        #expect(try fault(in: PlainWorkbook(rows: rows))?.message == message)
    }

    @Test("A part of four bytes is refused as what it is")
    func fourBytes() throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.sheet] = "<a/>"
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.notAWorkbook))
    }

    @Test(
        "Macros are refused, by kind and by part",
        arguments: [
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject",
            "application/vnd.ms-excel.macrosheet+xml",
        ])
    func macros(type: String) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.contentTypes].replace(
            "></Types>", with: #"><Override PartName="/a" ContentType="\#(type)"/></Types>"#)
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.macros))
    }

    @Test("A part with macros is refused even where it is not declared")
    func macroPart() throws {
        var workbook = PlainWorkbook()
        workbook.set([1], "xl/vbaProject.bin")
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.macros))
    }

    @Test("Links to other files are refused, by reference and by part")
    func externalLinks() throws {
        var referred = PlainWorkbook()
        referred[PlainWorkbook.relationships].replace("/styles\"", with: "/externalLink\"")
        #expect(try fault(in: referred) == SpreadsheetFault(message: WorkbookWords.externalLinks))
        var contained = PlainWorkbook()
        contained.set([1], "xl/externalLinks/externalLink1.xml")
        #expect(try fault(in: contained) == SpreadsheetFault(message: WorkbookWords.externalLinks))
    }

    @Test("A workbook that shows no worksheet is refused", arguments: [#" state="hidden""#, #" state="veryHidden""#])
    func hidden(state: String) throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.workbook].replace(#" sheetId="1""#, with: #" sheetId="1""# + state)
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.noVisibleSheet))
    }

    @Test("A chart is no worksheet")
    func chart() throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.relationships].replace("/worksheet\"", with: "/chartsheet\"")
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.noVisibleSheet))
    }

    @Test(
        "A container without a workbook is refused",
        arguments: [PlainWorkbook.contentTypes, "_rels/.rels", PlainWorkbook.workbook])
    func noWorkbook(part: String) throws {
        var workbook = PlainWorkbook()
        workbook.parts.removeAll { $0.name == part }
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.notAWorkbook))
    }

    @Test("A container with another document, or a workbook in Excel's binary format, is refused")
    func otherDocument() throws {
        var document = PlainWorkbook()
        document[PlainWorkbook.workbook] = #"<w:document xmlns:w="urn:w"/>"#
        #expect(try fault(in: document) == SpreadsheetFault(message: WorkbookWords.notAWorkbook))
        var binary = PlainWorkbook()
        binary["_rels/.rels"].replace("workbook.xml", with: "workbook.bin")
        binary.set([1, 2, 3], "xl/workbook.bin")
        #expect(try fault(in: binary) == SpreadsheetFault(message: WorkbookWords.notAWorkbook))
    }

    @Test("A workbook without its sheet's part is refused")
    func noSheet() throws {
        var workbook = PlainWorkbook()
        workbook.parts.removeAll { $0.name == PlainWorkbook.sheet }
        #expect(try fault(in: workbook) == SpreadsheetFault(message: WorkbookWords.broken))
    }
}
