import DutyRota
import Foundation
import Testing

@testable import Workbooks

@Suite("Workbooks of other programs")
struct OtherProgramsTests {
    private static let header = ["当番日", "枠", "開始", "第一当番"]
    private static let name = "髙﨑①㈱～〜－ 𠮷 葛\u{E0100}"

    private func read(_ name: String) throws -> [[String]] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        return try SpreadsheetFormat.xlsx.read([UInt8](Data(contentsOf: folder.appending(path: name))))
    }

    @Test(
        "openpyxl: the hidden first sheet is passed over, days, times and hours counted on are read, styled rows add nothing"
    )
    func openpyxl() throws {
        let rows = try read("openpyxl.xlsx")
        #expect(
            rows == [
                Self.header, ["2026-11-24", "夜間", "17:30", Self.name], [], ["2026-11-24", "TRUE", "32:30", "=1+1"],
            ])
    }

    @Test("xlsxwriter: rich text is joined, another sheet's formula does not matter")
    func xlsxwriter() throws {
        let rows = try read("xlsxwriter.xlsx")
        #expect(rows == [Self.header, ["2026-11-24", "夜間", "17:30", Self.name], [], ["12", "0.5", "FALSE"]])
    }

    @Test(
        "Excel in Japan: readings are left out, days of an era counted from 1904 are days, a dimension without values is no matter"
    )
    func excelInJapan() throws {
        let rows = try read("excel-japan.xlsx")
        #expect(
            rows == [
                ["当番日", "枠"], ["2026-11-24", "髙﨑 太郎", "", "17:30"], [], ["", "一行目\r\n二行目 _x000D_"],
            ])
    }
}
