import DutyRota
import Testing

@Suite("Copying a month's pattern")
struct CopyTests {
    private var office: SheetDesk {
        var office = SheetDesk()
        office.rota.physicians += [TestRota.physician("left", to: "2026-12-10")]
        return office
    }

    private func copied(_ rows: [String], _ change: (inout SheetDesk) throws -> Void = { _ in }) throws -> SheetCopy {
        var office = office
        office.rota.rows = rows
        try change(&office)
        return try office.desk().copying(from: SheetDesk.november, to: SheetDesk.december, ifVersion: nil)
    }

    @Test(
        "The second Tuesday goes to the second Tuesday",
        arguments: [
            ("2026-11-03 休日日中 東部 A C", []), ("2026-11-10 平日夜間 東部 A C", ["2026-12-08 平日夜間 east A C "]),
            ("2026-11-02 平日夜間 西部 A,B -", ["2026-12-07 平日夜間 west A,B  "]),
            ("2026-11-07 土曜 東部 A -", ["2026-12-05 土曜 east A  "]), ("2026-11-28 土曜 東部 A -", ["2026-12-26 土曜 east A  "]),
            ("2026-11-29 休日夜間 東部 A -", []), ("2026-11-26 平日夜間 東部 A -", ["2026-12-24 平日夜間 east A  "]),
        ]
    )
    func weekdays(row: String, lines: [String]) throws {
        let made = try copied([row])
        #expect(made.decision.written?.lines == lines)
        #expect(made.omissions.isEmpty == !lines.isEmpty)
        #expect(made.changes.count == (lines.isEmpty ? 0 : row.hasSuffix("-") ? 1 : 2))
    }

    @Test("What was not copied is told with its reason")
    func omissions() throws {
        let rows = [
            "2026-11-03 休日日中 東部 A C", "2026-11-17 平日夜間 東部 left,B A", "2026-11-18 平日夜間 東部 gone -",
            "2026-11-24 平日夜間 東部 D,B -", "2026-11-29 休日夜間 東部 A -",
        ]
        let made = try copied(rows) {
            $0.absences = [
                Absence(
                    id: "1", physician: "D", from: try day("2026-12-20"), to: try day("2026-12-23"), reason: "学会",
                    madeAt: SheetDesk.now, madeBy: "x")
            ]
        }
        #expect(made.decision.written?.lines == ["2026-12-15 平日夜間 east B A ", "2026-12-22 平日夜間 east B  "])
        #expect(
            made.omissions.map(\.message) == [
                "2026-11-03（火） 休日日中 東部 第一当番 医師A（A） は写していません: 2026-12-01（火） は平日で、この枠・地区がありません",
                "2026-11-03（火） 休日日中 東部 第二当番 医師C（C） は写していません: 2026-12-01（火） は平日で、この枠・地区がありません",
                "2026-11-17（火） 平日夜間 東部 第一当番 医師left（left） は写していません: 医師left（left） は 2026-12-15（火） に在籍していません（在籍は2026-12-10 まで）",
                "2026-11-18（水） 平日夜間 東部 第一当番 gone は写していません: 「gone」は医師の名簿にありません",
                "2026-11-24（火） 平日夜間 東部 第一当番 医師D（D） は写していません: 2026-12-22（火） は不在です（2026-12-20 から 2026-12-23 まで）",
                "2026-11-29（日） 休日夜間 東部 第一当番 医師A（A） は写していません: 2026-12 には第5日曜がありません",
            ])
        #expect(made.omissions.map(\.physicians) == [["A"], ["C"], ["left"], ["gone"], ["D"], ["A"]])
        #expect(made.omissions.map(\.order) == [.first, .second, .first, .first, .first, .first])
    }

    @Test("Overrides and remarks are not copied, and what has no counterpart stays as it is")
    func kept() throws {
        let key = try SheetDesk.key("2026-11-10 平日夜間 東部")
        let made = try copied(["2026-11-10 平日夜間 東部 A C", "2026-11-11 平日夜間 東部 B -"]) {
            $0.overrides = [
                Override(
                    id: "1", place: key, order: .first, seat: .published("A"), replaces: "A", physician: "D",
                    reason: "急用", madeAt: SheetDesk.now, madeBy: "x")
            ]
            $0.draft = MonthDraft(
                month: SheetDesk.december, version: 1, base: 0,
                rows: try [("2026-12-08 平日夜間 東部", "D"), ("2026-12-31 休日日中 東部", "C")].map { key, physician in
                    MonthDraft.Row(
                        key: try SheetDesk.key(key), holders: PerCall(first: [PhysicianID(physician)], second: []),
                        remark: "鍵")
                }, changedAt: SheetDesk.now, changedBy: "x")
        }
        #expect(
            made.decision.written?.lines == [
                "2026-12-08 平日夜間 east A C 鍵", "2026-12-09 平日夜間 east B  ", "2026-12-31 休日日中 east C  鍵",
            ])
        #expect(made.changes.map(\.after) == [["A"], ["C"], ["B"]])
    }

    @Test("A month that is not published has no pattern")
    func unpublished() throws {
        #expect(throws: RotaRefusal.unpublished(SheetDesk.december)) {
            try office.desk().copying(from: SheetDesk.december, to: SheetDesk.november, ifVersion: nil)
        }
    }
}
