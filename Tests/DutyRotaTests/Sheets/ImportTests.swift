import DutyRota
import Testing

@Suite("Importing month sheets")
struct ImportTests {
    private static let header = ["日付", "枠", "地区", "第一当番", "第二当番", "備考"]

    private var office: SheetDesk {
        var office = SheetDesk()
        office.rota.rows = ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 B D"]
        return office
    }

    private func cells(_ rows: [String]) -> [[String]] {
        [ImportTests.header] + rows.map { $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
    }

    private func imported(_ rows: [String], _ office: SheetDesk? = nil) throws -> SheetImport {
        try (office ?? self.office).desk().importing(
            .cells(cells(rows)), file: "rota.xlsx", month: SheetDesk.november, ifVersion: nil)
    }

    @Test("The file is the whole month: what has no row becomes empty, and every changed cell is told")
    func whole() throws {
        let made = try imported(["2026-11-24 平日夜間 東部 A,B C 鍵", "2026-11-26 平日夜間 西部 D  "])
        #expect(made.faults.isEmpty)
        #expect(made.decision.written?.lines == ["2026-11-24 平日夜間 east A,B C 鍵", "2026-11-26 平日夜間 west D  "])
        #expect(
            made.changes.map(\.message) == [
                "2026-11-24（火） 平日夜間 東部 第一当番: 医師A（A） → 医師A（A）、医師B（B）", "2026-11-24（火） 平日夜間 東部 備考: 空欄 → 鍵",
                "2026-11-25（水） 平日夜間 東部 第一当番: 医師B（B） → 空欄", "2026-11-25（水） 平日夜間 東部 第二当番: 医師D（D） → 空欄",
                "2026-11-26（木） 平日夜間 西部 第一当番: 空欄 → 医師D（D）",
            ])
    }

    @Test("The order of those who hold a call is part of the cell")
    func order() throws {
        var office = office
        office.rota.rows = ["2026-11-24 平日夜間 東部 A,B -"]
        #expect(try imported(["2026-11-24 平日夜間 東部 B,A "], office).changes.map(\.after) == [["B", "A"]])
    }

    @Test("The sheet as it was exported changes nothing")
    func same() throws {
        let desk = try office.desk()
        let sheet = try desk.draftSheet(of: SheetDesk.november)
        let table = MonthSheet.table(of: sheet.places, areas: office.rota.areas, physicians: office.rota.physicians)
        let bytes = try CSVWriter.bytes(of: table, file: "f", coding: .cp932)
        let made = try desk.importing(.csv(bytes), file: "f", month: SheetDesk.november, ifVersion: 0)
        #expect(made.changes.isEmpty && made.faults.isEmpty)
        #expect(made.decision.written?.version == 1)
    }

    @Test("One bad row, and nothing is taken")
    func faulty() throws {
        let made = try imported(["2026-11-24 平日夜間 東部 A  ", "2026-11-25 平日夜間 東部 Z  ", "2026-11-26 平日夜間 東武 A  "])
        #expect(made.decision == RotaDecision())
        #expect(made.changes.isEmpty)
        #expect(made.faults.map(\.row) == [3, 4])
        #expect(made.faults.map(\.column) == ["第一当番", "地区"])
        #expect(made.faults.allSatisfy { $0.file == "rota.xlsx" })
    }

    @Test("Rows of vanished places go, and that is told")
    func vanished() throws {
        var office = office
        let gone = MonthDraft.Row(
            key: try SheetDesk.key("2026-11-24 夜勤 東部"), holders: PerCall(first: ["A"], second: []), remark: "")
        office.draft = MonthDraft(
            month: SheetDesk.november, version: 7, base: 1, rows: [gone], changedAt: SheetDesk.now, changedBy: "x")
        office.lastVersion = 9
        let made = try imported([], office)
        #expect(made.changes.map(\.message) == ["2026-11-24（火） 夜勤 東部 第一当番: 医師A（A） → 空欄"])
        #expect(made.decision.written?.rows == [])
        #expect(made.decision.written?.version == 10)
    }

    @Test("More rows than any month has are one fault")
    func tooLong() throws {
        let rows = Array(repeating: "x", count: 20_000)
        let faults = try imported(rows.map { _ in "2026-11-24 平日夜間 東部 A  " }).faults
        #expect(faults.first?.row == 5001)
        #expect(faults.count == 1 + 4998)
    }
}
