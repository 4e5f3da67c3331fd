import DutyRota
import Testing

@testable import Workbooks

/// The least that is a workbook, part by part, so that a test can spoil one of them.
struct PlainWorkbook {
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    static let contentTypes = "[Content_Types].xml"
    static let workbook = "xl/workbook.xml"
    static let relationships = "xl/_rels/workbook.xml.rels"
    static let styles = "xl/styles.xml"
    static let strings = "xl/sharedStrings.xml"
    static let sheet = "xl/worksheets/sheet1.xml"

    /// In the container's order.
    var parts: [(name: String, bytes: [UInt8])]

    /// A workbook whose sheet has these rows (XML).
    init(
        rows: String = #"<row r="1"><c r="A1" t="str"><v>当番日</v></c></row>"#, formats: [String] = [],
        from1904: Bool = false
    ) {
        let custom = formats.enumerated().map { #"<numFmt numFmtId="\#(200 + $0)" formatCode="\#($1)"/>"# }.joined()
        let styles = formats.indices.map { #"<xf numFmtId="\#(200 + $0)"/>"# }.joined()
        let texts: [(name: String, text: String)] = [
            (PlainWorkbook.contentTypes, #"<Types xmlns="\#(Self.package)/content-types"></Types>"#),
            ("_rels/.rels", PlainWorkbook.relationships([("officeDocument", "xl/workbook.xml")])),
            (
                PlainWorkbook.workbook,
                #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><workbookPr date1904="\#(from1904 ? 1 : 0)"/>"#
                    + #"<sheets><sheet name="2026-11" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
            (
                PlainWorkbook.relationships,
                PlainWorkbook.relationships([
                    ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                ])
            ),
            (
                PlainWorkbook.styles,
                #"<styleSheet xmlns="\#(Self.main)"><numFmts>\#(custom)</numFmts><cellXfs>\#(styles)</cellXfs></styleSheet>"#
            ),
            (PlainWorkbook.strings, #"<sst xmlns="\#(Self.main)"><si><t>日勤</t></si></sst>"#),
            (PlainWorkbook.sheet, #"<worksheet xmlns="\#(Self.main)"><sheetData>\#(rows)</sheetData></worksheet>"#),
        ]
        parts = texts.map { ($0.name, Array((PlainWorkbook.head + $0.text).utf8)) }
    }

    /// A workbook with one value in A1, under the first of the formats.
    init(value: String, type: String = "n", format: String = "General", from1904: Bool = false) {
        self.init(
            rows: #"<row r="1"><c r="A1" s="0" t="\#(type)"><v>\#(value)</v></c></row>"#, formats: [format],
            from1904: from1904)
    }

    private static func relationships(_ targets: [(kind: String, part: String)]) -> String {
        let list = targets.enumerated().map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(office)/\#($1.kind)" Target="\#($1.part)"/>"#
        }
        return #"<Relationships xmlns="\#(package)/relationships">\#(list.joined())</Relationships>"#
    }

    /// A part as text.
    subscript(name: String) -> String {
        get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
        set { set(Array(newValue.utf8), name) }
    }

    /// Puts a part in place of another or beside the others.
    mutating func set(_ bytes: [UInt8], _ name: String) {
        if let index = parts.firstIndex(where: { $0.name == name }) {
            parts[index].bytes = bytes
        } else {
            parts.append((name, bytes))
        }
    }

    /// As a file.
    func bytes() throws -> [UInt8] { try ZipMaker.zip(parts) }

    /// As it is read.
    func rows() throws -> [[String]] { try SpreadsheetFormat.xlsx.read(bytes()) }
}

/// What is said against a file, if anything is.
func fault(in bytes: [UInt8]) throws -> SpreadsheetFault? {
    do {
        _ = try SpreadsheetFormat.xlsx.read(bytes)
        return nil
    } catch let fault as SpreadsheetFault {
        return fault
    }
}

/// What is said against a workbook, if anything is.
func fault(in workbook: PlainWorkbook) throws -> SpreadsheetFault? {
    try fault(in: workbook.bytes())
}
