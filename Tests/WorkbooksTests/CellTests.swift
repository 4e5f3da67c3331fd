import DutyRota
import Testing

@testable import Workbooks

@Suite("Cells")
struct CellTests {
    @Test(
        "A number with a day's format is a day",
        arguments: [
            "yyyy/m/d;@", "YYYY-MM-DD", "[$-411]ge.m.d", "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@",
            "[$-ja-JP-x-gannen]ggge\\年m\\月d\\日", "m/d", "mmm", "yyyy", "[$-411]aaa", "[Red]d", "yyyy/m/d h:mm",
        ])
    func dayFormats(format: String) throws {
        let rows = try PlainWorkbook(value: "46350", format: format).rows()
        #expect(rows == [["2026-11-24"]])
    }

    @Test(
        "A number with any other format is a number",
        arguments: [
            "General", "G/標準", "0", "#,##0;[Red]-#,##0", "0.00E+00", "0&quot;day&quot;", "0\\d", "_-* #,##0_d", "@",
            "[Red][&gt;100]0", "0;yyyy",
        ])
    func numberFormats(format: String) throws {
        let rows = try PlainWorkbook(value: "46350", format: format).rows()
        #expect(rows == [["46350"]])
    }

    @Test("Formats that programs know by number are known", arguments: [14, 17, 22, 27, 31, 36, 50, 57, 58])
    func builtInDays(number: Int) {
        #expect(NumberFormat(builtIn: number) == .day)
    }

    @Test("Formats of times known by number are known", arguments: [18, 21, 32, 33, 45, 46, 47])
    func builtInTimes(number: Int) {
        #expect(NumberFormat(builtIn: number) == .time)
    }

    @Test("Other formats known by number are of numbers", arguments: [0, 1, 4, 11, 12, 13, 23, 37, 48, 49, 59, 164])
    func builtInNumbers(number: Int) {
        #expect(NumberFormat(builtIn: number) == .number)
    }

    @Test(
        "A number with a time's format counts hours on",
        arguments: [
            ("0.729166", "17:30"), ("0.72916666666666663", "17:30"), ("0.354166666", "08:30"), ("1", "24:00"),
            ("1.3541666666", "32:30"), ("0", "00:00"), ("0.5000115740740", "12:00:01"),
            ("46350.729166667", "2026-11-24 17:30"),
        ], ["h:mm", "[h]:mm", "h:mm AM/PM", "hh&quot;時&quot;mm&quot;分&quot;", "h:mm:ss", "[h]:mm;@"])
    func times(given: (value: String, text: String), format: String) throws {
        let rows = try PlainWorkbook(value: given.value, format: format).rows()
        #expect(rows == [[given.text]])
    }

    @Test(
        "Days from 1900 on have the leap day that was none; days from 1904 on do not",
        arguments: [
            ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"),
            ("61", false, "1900-03-01"),
            ("46350.5", false, "2026-11-24 12:00"), ("0.729166", false, "17:30"), ("2958465", false, "9999-12-31"),
            ("2958466", false, "2958466"), ("-1", false, "-1"), ("0", true, "1904-01-01"), ("60", true, "1904-03-01"),
            ("44888", true, "2026-11-24"), ("46350.9999999", false, "2026-11-25"),
        ])
    func serials(value: String, from1904: Bool, text: String) throws {
        let rows = try PlainWorkbook(value: value, format: "yyyy/m/d", from1904: from1904).rows()
        #expect(rows == [[text]])
    }

    @Test(
        "Numbers are as they are seen",
        arguments: [
            ("12", "12"), ("12.0", "12"), ("1.1000000000000001", "1.1"), ("-0.5", "-0.5"), ("1E3", "1000"),
            ("521234567", "521234567"),
        ])
    func numbers(value: String, text: String) throws {
        let rows = try PlainWorkbook(value: value).rows()
        #expect(rows == [[text]])
    }

    @Test(
        "Values of other kinds are texts",
        arguments: [
            ("s", "0", "日勤"), ("b", "1", "TRUE"), ("b", "0", "FALSE"), ("str", "=1+1", "=1+1"), ("str", "_x3042_", "あ"),
            ("d", "2026-11-24T00:00:00", "2026-11-24"), ("d", "2026-11-24", "2026-11-24"),
            ("d", "2026-11-24T17:30:00", "2026-11-24 17:30:00"),
        ])
    func kinds(type: String, value: String, text: String) throws {
        let rows = try PlainWorkbook(value: value, type: type).rows()
        #expect(rows == [[text]])
    }

    @Test("Cells and rows without a place of their own follow one another")
    func implicitPlaces() throws {
        let rows = try PlainWorkbook(
            rows: #"<row><c t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c><c t="str"><v>d</v></c></row><row/>"#
                + #"<row><c/><c t="str"><v>b</v></c></row>"#
        ).rows()
        #expect(rows == [["a", "", "c", "d"], [], ["", "b"]])
    }

    @Test(
        "Places are read as a spreadsheet names them",
        arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)])
    func places(name: String, row: Int, column: Int) {
        let place = CellPlace(row: row, column: column)
        #expect(CellPlace(name) == place)
        #expect(place.letters + "\(row)" == name)
    }

    @Test(
        "What is no place is none",
        arguments: ["", "A", "1", "a1", "A0", "XFE1", "A1048577", "A1B", "AAAA1", "A-1", "Ａ１"])
    func noPlaces(name: String) {
        #expect(CellPlace(name) == nil)
    }

    @Test("What a program has added of its own is left out")
    func foreignElements() throws {
        let rows = try PlainWorkbook(
            rows: #"<row r="1"><x:a xmlns:x="urn:x">8<c r="A1"><v>7</v></c></x:a>"#
                + #"<c r="B1"><v>1<x:b xmlns:x="urn:x">9<f>2</f></x:b>3</v></c></row>"#
        ).rows()
        #expect(rows == [["", "13"]])
    }

    @Test("A part in another place, under a prefix, or in the strict format is read all the same")
    func otherSpellings() throws {
        var workbook = PlainWorkbook()
        workbook[PlainWorkbook.sheet] =
            #"<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">"#
            + #"<x:c r="A1" t="str"><x:v><![CDATA[当番日]]></x:v></x:c></x:row></x:sheetData></x:worksheet>"#
        workbook.parts[6].name = "xl/Sheets/A.xml"
        workbook[PlainWorkbook.relationships].replace("worksheets/sheet1.xml", with: "./x/../../xl/sheets/a.xml")
        let rows = try workbook.rows()
        #expect(rows == [["当番日"]])
    }
}
