import DutyRota
import Testing

@Suite("Drafts of month sheets")
struct DraftTests {
    private var office: SheetDesk {
        var office = SheetDesk()
        office.rota.rows = ["2026-11-24 平日夜間 東部 A C", "2026-11-25 平日夜間 東部 B -"]
        return office
    }

    private static func row(_ key: String, _ first: [PhysicianID], remark: String = "") throws -> MonthDraft.Row {
        MonthDraft.Row(key: try SheetDesk.key(key), holders: PerCall(first: first, second: []), remark: remark)
    }

    private func draft(_ rows: [MonthDraft.Row], version: Int = 3) -> MonthDraft {
        MonthDraft(
            month: SheetDesk.november, version: version, base: 1, rows: rows, changedAt: SheetDesk.now, changedBy: "x")
    }

    @Test("Without a draft the sheet is as published, and without that empty")
    func begin() throws {
        let desk = try office.desk()
        let sheet = try desk.draftSheet(of: SheetDesk.november)
        #expect(sheet.version == 0 && sheet.vanished.isEmpty)
        #expect(sheet.places == desk.book.months[SheetDesk.november]?.places)
        let next = try desk.draftSheet(of: SheetDesk.december)
        #expect(next.places.allSatisfy { $0.holders.first.isEmpty && $0.holders.second.isEmpty && $0.remark.isEmpty })
        #expect(!next.places.isEmpty)
    }

    @Test("A draft counts alone, with its remarks")
    func draftCounts() throws {
        var office = office
        office.draft = draft([try DraftTests.row("2026-11-25 平日夜間 東部", ["D"], remark: "鍵")])
        let sheet = try office.desk().draftSheet(of: SheetDesk.november)
        #expect(sheet.version == 3)
        let filled = sheet.places.filter { !$0.holders.first.isEmpty }
        #expect(filled.map(\.key) == [try SheetDesk.key("2026-11-25 平日夜間 東部")])
        #expect(filled.map(\.remark) == ["鍵"])
    }

    @Test("The draft of another month does not count")
    func otherMonth() throws {
        var office = office
        office.draft = draft([try DraftTests.row("2026-11-25 平日夜間 東部", ["D"])])
        #expect(try office.desk().draftSheet(of: SheetDesk.december).version == 0)
    }

    @Test("What is written for places that are no more is told")
    func vanished() throws {
        var office = office
        let gone = try DraftTests.row("2026-11-24 夜勤 東部", ["D"])
        office.draft = draft([gone, try DraftTests.row("2026-11-24 昼 東部", [])])
        #expect(try office.desk().draftSheet(of: SheetDesk.november).vanished == [gone])
        office.draft = nil
        let before = try office.book()
        office.rota.slots.removeAll { $0.name == "平日夜間" }
        office.rota.rows = []
        let book = try office.book().publishing(#require(before.months[SheetDesk.november]))
        let sheet = try DraftSheet(of: SheetDesk.november, draft: nil, book: book)
        #expect(sheet.vanished.map(\.holders.first) == [["A"], ["B"]])
    }

    @Test("Past the holiday table there is no sheet")
    func holidayTableEnds() throws {
        let desk = try office.desk()
        let refusal = #expect(throws: RotaRefusal.self) { try desk.draftSheet(of: Month(year: 2028, month: 1)) }
        guard case .holidayTableEnds(let ends) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(ends.lastYear == 2027)
    }

    @Test("A draft is thrown away by whoever has seen it as it is")
    func discard() throws {
        var office = office
        #expect(throws: RotaRefusal.noDraft(SheetDesk.november)) {
            try office.desk().discarding(SheetDesk.november, ifVersion: nil)
        }
        office.draft = draft([])
        #expect(throws: RotaRefusal.staleDraft(3)) { try office.desk().discarding(SheetDesk.november, ifVersion: 2) }
        for version in [3, nil] {
            let decision = try office.desk().discarding(SheetDesk.november, ifVersion: version)
            #expect(decision.draft == .dropped(SheetDesk.november))
        }
    }

    @Test("Every change is refused to whoever has not seen the draft as it is")
    func stale() throws {
        var office = office
        for current in [0, 3] {
            office.draft = current == 0 ? nil : draft([], version: current)
            let desk = try office.desk()
            let month = SheetDesk.november
            #expect(throws: RotaRefusal.staleDraft(current)) { try desk.editing([], month: month, ifVersion: 2) }
            #expect(throws: RotaRefusal.staleDraft(current)) {
                try desk.copying(from: month, to: month, ifVersion: 2)
            }
            #expect(throws: RotaRefusal.staleDraft(current)) {
                try desk.importing(.cells([]), file: "f", month: month, ifVersion: 2)
            }
            for version in [current, nil] {
                #expect(throws: Never.self) { try desk.editing([], month: month, ifVersion: version) }
            }
        }
    }

    @Test("Versions go on where a draft was thrown away, and say who and when")
    func versions() throws {
        var office = office
        let edit = CellEdit(place: try SheetDesk.key("2026-11-26 平日夜間 東部"), content: .holders(.first, ["D"]))
        for expected in 1...2 {
            let current = expected - 1
            let made = try office.desk().editing([edit], month: SheetDesk.november, ifVersion: current)
            office.keep(made.decision)
            #expect(office.draft?.version == expected)
        }
        office.keep(try office.desk().discarding(SheetDesk.november, ifVersion: 2))
        office.keep(try office.desk().editing([edit], month: SheetDesk.november, ifVersion: 0).decision)
        #expect(office.draft?.version == 3)
        #expect(office.draft?.changedBy == "tanaka" && office.draft?.changedAt == SheetDesk.now)
    }
}
