import DutyRota
import Testing

@Suite("Editing month sheets by hand")
struct EditTests {
    private var office: SheetDesk {
        var office = SheetDesk()
        office.rota.rows = ["2026-11-24 平日夜間 東部 A C"]
        office.rota.physicians.append(TestRota.physician("left", to: "2026-11-14"))
        return office
    }

    private func edit(_ key: String, _ order: CallOrder, _ physicians: [PhysicianID]) throws -> CellEdit {
        CellEdit(place: try SheetDesk.key(key), content: .holders(order, physicians))
    }

    private func remark(_ key: String, _ text: String) throws -> CellEdit {
        CellEdit(place: try SheetDesk.key(key), content: .remark(text))
    }

    private func faults(_ edits: [CellEdit], _ office: SheetDesk? = nil) throws -> [DeskFault] {
        let desk = try (office ?? self.office).desk()
        let refusal = #expect(throws: RotaRefusal.self) {
            try desk.editing(edits, month: SheetDesk.november, ifVersion: nil)
        }
        guard case .invalid(let faults) = refusal else { return [] }
        return faults
    }

    @Test("Cells are written over what is published, and the changes are told in the sheet's order")
    func edit() throws {
        let made = try office.desk().editing(
            [
                edit("2026-11-25 平日夜間 西部", .first, ["B", "D"]), remark("2026-11-24 平日夜間 東部", "　鍵 "),
                edit("2026-11-24 平日夜間 東部", .second, []), edit("2026-11-24 平日夜間 東部", .first, ["A"]),
            ], month: SheetDesk.november, ifVersion: 0)
        #expect(made.decision.written?.lines == ["2026-11-24 平日夜間 east A  鍵", "2026-11-25 平日夜間 west B,D  "])
        #expect(
            made.changes.map(\.message) == [
                "2026-11-24（火） 平日夜間 東部 第二当番: 医師C（C） → 空欄", "2026-11-24（火） 平日夜間 東部 備考: 空欄 → 鍵",
                "2026-11-25（水） 平日夜間 西部 第一当番: 空欄 → 医師B（B）、医師D（D）",
            ])
        #expect(made.changes.map(\.order) == [.second, nil, .first])
        #expect(made.changes.map(\.before) == [["C"], [], []])
        #expect(made.changes.map(\.after) == [[], [], ["B", "D"]])
        #expect(made.changes.map(\.remarkBefore) == ["", "", ""])
        #expect(made.changes.map(\.remarkAfter) == ["", "鍵", ""])
    }

    @Test(
        "A fault names its field and says what would be right",
        arguments: [
            ("2026-12-01 平日夜間 東部", ["A"], "cells[0].dutyDate", "2026-11 の日ではありません"),
            ("2026-11-24 休日日中 東部", ["A"], "cells[0].slot", "この日の枠: 平日夜間"),
            ("2026-11-24 平日夜間 全域", ["A"], "cells[0].area", "東部、西部"),
            ("2026-11-24 平日夜間 東部", ["A", "Z"], "cells[0].physicians[1]", "「Z」"),
            ("2026-11-24 平日夜間 東部", ["left"], "cells[0].physicians[0]", "2026-11-14 まで"),
            ("2026-11-24 平日夜間 東部", ["A", "B", "A"], "cells[0].physicians[2]", "二度"),
            ("2026-11-24 平日夜間 東部", Array(repeating: "A", count: 21), "cells[0].physicians", "20人"),
        ] as [(String, [PhysicianID], String, String)]
    )
    func invalid(key: String, physicians: [PhysicianID], field: String, message: String) throws {
        let faults = try faults([edit(key, .first, physicians)])
        #expect(faults.map(\.field) == [field])
        #expect(faults.first?.message.contains(message) == true)
    }

    @Test("Cells may be written as a sheet has them: by name or identifier, several at once, variants folded")
    func written() throws {
        let place = try SheetDesk.key("2026-11-24 平日夜間 東部")
        let edits = [
            CellEdit(place: place, content: .written(.first, " 医師Ｂ、Ｄ ")),
            CellEdit(place: place, content: .written(.second, "")),
        ]
        let made = try office.desk().editing(edits, month: SheetDesk.november, ifVersion: nil)
        #expect(made.decision.written?.lines == ["2026-11-24 平日夜間 east B,D  "])
    }

    @Test(
        "What a written cell names wrongly is a fault of its text",
        arguments: [
            ("だれ", "「だれ」は医師の名簿にありません"), ("A、だれ", "「だれ」"), ("A、A", "二度"), ("left", "在籍していません"),
        ])
    func writtenWrongly(text: String, message: String) throws {
        let place = try SheetDesk.key("2026-11-24 平日夜間 東部")
        let faults = try faults([CellEdit(place: place, content: .written(.first, text))])
        #expect(faults.map(\.field) == ["cells[0].text"])
        #expect(faults.first?.message.contains(message) == true)
    }

    @Test("Remarks that are too long or not one line are refused")
    func remarks() throws {
        let place = "2026-11-24 平日夜間 東部"
        #expect(try faults([remark(place, String(repeating: "長", count: 201))]).map(\.field) == ["cells[0].remark"])
        #expect(try faults([remark(place, "一\n二")]).map(\.field) == ["cells[0].remark"])
        let longest = String(repeating: "長", count: 200)
        let made = try office.desk().editing([remark(place, longest)], month: SheetDesk.november, ifVersion: nil)
        #expect(made.changes.map(\.remarkAfter) == [longest])
    }

    @Test("Every fault is named at once, a cell written twice too")
    func every() throws {
        let faults = try faults([
            edit("2026-11-24 平日夜間 東部", .first, ["Z", "left"]), edit("2026-11-24 平日夜間 東部", .second, ["A"]),
            edit("2026-11-24 平日夜間 東部", .first, ["B"]), edit("2026-11-24 夜勤 東部", .first, []),
        ])
        #expect(
            faults.map(\.field) == ["cells[0].physicians[0]", "cells[0].physicians[1]", "cells[2]", "cells[3].slot"])
    }

    @Test("Whoever leaves on a day still has that day's night")
    func lastDay() throws {
        let night = try edit("2026-11-14 土曜 東部", .first, ["left"])
        #expect(throws: Never.self) { try office.desk().editing([night], month: SheetDesk.november, ifVersion: nil) }
        #expect(try faults([edit("2026-11-16 平日夜間 東部", .first, ["left"])]).count == 1)
    }

    @Test("A vanished row stays through edits of others, and can be emptied but not filled")
    func vanished() throws {
        var office = office
        let gone = MonthDraft.Row(
            key: try SheetDesk.key("2026-11-24 夜勤 東部"), holders: PerCall(first: ["A"], second: []), remark: "鍵")
        office.draft = MonthDraft(
            month: SheetDesk.november, version: 1, base: 1, rows: [gone], changedAt: SheetDesk.now, changedBy: "x")
        let other = try edit("2026-11-24 平日夜間 東部", .first, ["B"])
        let made = try office.desk().editing([other], month: SheetDesk.november, ifVersion: nil)
        #expect(made.decision.written?.lines == ["2026-11-24 平日夜間 east B  ", "2026-11-24 夜勤 east A  鍵"])
        #expect(try faults([edit("2026-11-24 夜勤 東部", .first, ["B"])], office).map(\.field) == ["cells[0].slot"])
        let emptied = try office.desk().editing(
            [edit("2026-11-24 夜勤 東部", .first, []), remark("2026-11-24 夜勤 東部", "")], month: SheetDesk.november,
            ifVersion: nil)
        #expect(emptied.decision.written?.lines == [])
        #expect(emptied.changes.map(\.message).first == "2026-11-24（火） 夜勤 東部 第一当番: 医師A（A） → 空欄")
        #expect(emptied.changes.count == 2)
    }
}
