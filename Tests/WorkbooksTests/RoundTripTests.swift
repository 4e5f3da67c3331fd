import DutyRota
import Foundation
import Testing

@testable import Workbooks

@Suite("Our own workbooks")
struct RoundTripTests {
    private static let sheet = Spreadsheet(
        name: "2026-11",
        columns: [
            .init(name: "当番日", width: 12, isDay: true), .init(name: "枠", width: 10, choices: ["日勤", "夜間"]),
            .init(name: "第一当番", width: 24, choices: (1...60).map { "医師 \($0)" }),
        ],
        rows: [["2026-11-21", "夜間", "髙﨑①㈱～〜－ 𠮷 葛\u{E0100}"], ["2026-11-22", "日勤", ""], ["未定", "", "山田、佐藤"]],
        shades: [0: .saturday, 1: .holiday]
    )

    private func rows(of sheet: Spreadsheet) throws -> [[String]] {
        try SpreadsheetFormat.xlsx.read(SpreadsheetFormat.xlsx.write(sheet))
    }

    private func part(_ name: String, of sheet: Spreadsheet) throws -> String {
        var archive = try Archive(SpreadsheetFormat.xlsx.write(sheet))
        return String(decoding: try archive.part(name) ?? [], as: UTF8.self)
    }

    @Test("A sheet that is written reads the same, empty cells at the end of a row aside")
    func same() throws {
        let rows = try rows(of: Self.sheet)
        #expect(
            rows == [
                ["当番日", "枠", "第一当番"], ["2026-11-21", "夜間", "髙﨑①㈱～〜－ 𠮷 葛\u{E0100}"], ["2026-11-22", "日勤"],
                ["未定", "", "山田、佐藤"],
            ])
    }

    @Test(
        "A text comes back as that very text",
        arguments: [
            "=1+1", "+81-3", "-1", "@SUM(A1)", "'x", "0521", "1E5", "TRUE", " 前後 ", "一行目\n二行目", "行末\r\n", "_x0041_",
            "_x005F_", "a\u{0}b\u{B}", "<&>\"'", "\u{FFFE}", "か\u{3099}", "🏥", "___", "_x41_", "2026-11-24", "17:30",
            "#N/A",
            "<!DOCTYPE x>",
        ])
    func exact(text: String) throws {
        let rows = try rows(of: Spreadsheet(name: "a", columns: [.init(name: text, width: 9)], rows: [[text]]))
        #expect(
            rows.map { $0.map { Array($0.unicodeScalars) } } == [
                [Array(text.unicodeScalars)], [Array(text.unicodeScalars)],
            ])
    }

    @Test(
        "Days are numbers with a day's format, from March 1900 on",
        arguments: ["1900-03-01", "2028-02-29", "9999-12-31"])
    func days(day: String) throws {
        let sheet = Spreadsheet(name: "a", columns: [.init(name: "日", width: 9, isDay: true)], rows: [[day]])
        let rows = try rows(of: sheet)
        #expect(rows == [["日"], [day]])
        let xml = try part(PlainWorkbook.sheet, of: sheet)
        #expect(xml.contains(#/<c r="A2" s="\d+"><v>\d+</v></c>/#))
    }

    @Test("Days that spreadsheets do not know stay texts", arguments: ["1900-02-28", "0001-01-01"])
    func earlyDays(day: String) throws {
        let rows = try rows(of: .init(name: "a", columns: [.init(name: "日", width: 9, isDay: true)], rows: [[day]]))
        #expect(rows == [["日"], [day]])
    }

    @Test("Choices stand on a second sheet, are offered in every row, and warn of nothing else")
    func choices() throws {
        let xml = try part(PlainWorkbook.sheet, of: Self.sheet)
        #expect(xml.contains(#"sqref="B2:B5000""#) && xml.contains(#"sqref="C2:C5000""#))
        #expect(xml.contains("<formula1>'選択肢'!$B$2:$B$61</formula1>"))
        #expect(!xml.contains("showErrorMessage"))
        let workbook = try part(PlainWorkbook.workbook, of: Self.sheet)
        #expect(workbook.contains(#"<sheet name="選択肢" sheetId="2""#))
    }

    @Test("A sheet without choices is alone")
    func alone() throws {
        let sheet = Spreadsheet(name: "2026-11", columns: [.init(name: "枠", width: 9)], rows: [["夜間"]])
        let workbook = try part(PlainWorkbook.workbook, of: sheet)
        #expect(!workbook.contains("選択肢"))
    }

    @Test("It prints on A4 across, one page wide, the header on each, and the header stays in view")
    func printed() throws {
        let xml = try part(PlainWorkbook.sheet, of: Self.sheet)
        #expect(xml.contains(#"paperSize="9""#) && xml.contains(#"orientation="landscape""#))
        #expect(xml.contains(#"fitToHeight="0""#) && xml.contains(#"state="frozen""#))
        let workbook = try part(PlainWorkbook.workbook, of: Self.sheet)
        #expect(workbook.contains("'2026-11'!$1:$1"))
    }

    @Test(
        "A name that no sheet can have is refused",
        arguments: ["", "2026/11", String(repeating: "あ", count: 32), "選択肢"])
    func unwritable(name: String) {
        let sheet = Spreadsheet(name: name, columns: Self.sheet.columns, rows: [])
        #expect(throws: SpreadsheetFault.self) { _ = try SpreadsheetFormat.xlsx.write(sheet) }
    }

    @Test("The folder a workbook is written in is nobody else's, and is gone afterwards with all it holds")
    func traceless() throws {
        let url = try {
            let folder = try PrivateFolder()
            try Data("当番".utf8).write(to: folder.url.appending(path: "sheet.xlsx"))
            let permissions = try FileManager.default.attributesOfItem(atPath: folder.url.path)[.posixPermissions]
            #expect(permissions as? Int == 0o700)
            return folder.url
        }()
        #expect(!FileManager.default.fileExists(atPath: url.path))
    }
}
