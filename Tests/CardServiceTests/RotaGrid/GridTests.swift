import DutyRota
import EmergencyCards
import HTTPTypes
import Testing

@testable import CardService

/// A month with two areas and a slot of the whole association.
enum GridSample {
    static func row(_ date: String, _ slot: String, _ area: String?, _ first: [String], _ second: Int = 0) -> JSONValue
    {
        .object([
            "dutyDate": .string(date), "slot": .string(slot), "area": area.map(JSONValue.string) ?? .null,
            "start": .string("\(date)T17:30:00+09:00"), "end": .string("2026-12-31T08:30:00+09:00"),
            "required": .object(["first": .number(1), "second": .number(Double(second))]),
            "first": .array(first.map(JSONValue.string)), "second": .array([]), "remark": .string(""),
        ])
    }

    static func month(_ rows: [JSONValue]) -> MonthGrid {
        MonthGrid(
            .object([
                "month": "2026-12", "version": .number(3), "rows": .array(rows),
                "days": .array([.object(["date": "2026-12-01", "dayType": "weekday", "holiday": .null])]),
                "physicians": .array([
                    person("P1", "前田　里佳", "前田　里佳"), person("P2", "石川　浩", "P2"),
                ]), "holdings": .array([]),
            ]))
    }

    static func person(_ id: String, _ name: String, _ written: String) -> JSONValue {
        .object([
            "id": .string(id), "name": .string(name), "kana": "カナ", "written": .string(written), "active": .flag(true),
        ])
    }

    static func words() throws -> RotaWords { RotaWords(words: try ScreenLibrary().words) }
}

@Suite("The month as a grid")
struct GridTests {
    private let grid = GridSample.month([
        GridSample.row("2026-12-01", "夜間", "a", ["P1", "P2"]), GridSample.row("2026-12-01", "夜間", "b", ["P2"]),
        GridSample.row("2026-12-01", "全夜", nil, []),
    ])

    private func view(_ area: String, checks: JSONValue = .null) throws -> GridView {
        let words = try GridSample.words()
        let association: JSONValue = .object([
            "areas": .array([.object(["id": "a", "name": "甲区"]), .object(["id": "b", "name": "乙区"])])
        ])
        return GridView(
            grid: grid, areas: RotaAreas(association, words: words.words), area: area,
            marks: GridMarks(checks, people: grid.people, words: words), words: words)
    }

    @Test("An area is shown with the whole association's slots beside it, and without the other areas")
    func lines() throws {
        let lines = try view("a").lines
        #expect(lines.map { $0["slot"] as? String } == ["夜間", "全夜"])
        #expect(lines.map { $0["isWhole"] as? Bool } == [false, true])
        let first = try #require(lines[0]["day"] as? Shown)
        #expect(first["span"] as? Int == 2)
        #expect(lines[1]["day"] == nil)
    }

    @Test("Whoever could not be told by name stands there by identifier, as an import reads it")
    func written() throws {
        let cells = try #require(try view("a").lines[0]["cells"] as? [Shown])
        #expect(cells.map { $0["value"] as? String } == ["前田　里佳、P2", ""])
        #expect(cells[0]["name"] as? String == "first|2026-12-01|a|夜間")
        #expect(cells[0]["label"] as? String == "12月1日（火） 夜間 第一当番")
    }

    @Test("A second call is shown where a slot asks for one", arguments: [(0, 2), (1, 3)])
    func columns(needed: Int, count: Int) {
        let month = GridSample.month([GridSample.row("2026-12-01", "夜間", "a", [], needed)])
        #expect(month.columns(of: month.rows).count == count)
    }

    @Test(
        "A problem stands behind the line that it speaks of, a run of nights behind each of its nights",
        arguments: [
            (["kind": "gap", "dutyDate": "2026-12-01", "slot": "夜間", "area": "a"], "第一当番が空き", nil),
            (["kind": "short", "dutyDate": "2026-12-01", "slot": "夜間", "area": "b"], nil, nil),
            (["kind": "gap", "dutyDate": "2026-12-01", "slot": "全夜", "area": nil], nil, "第一当番が空き"),
            (
                [
                    "kind": "nightsRunning", "physicians": "P1", "start": "2026-11-30T17:30:00+09:00",
                    "end": "2026-12-31T08:30:00+09:00",
                ], "前田　里佳の夜間が続けて3夜を超えます", nil
            ),
            (
                [
                    "kind": "twoAreas", "id": "twoAreas:2026-12-01:夜間:a:2026-12-01:夜間:b:P2", "physicians": "P2",
                    "dutyDate": "2026-12-01", "slot": "夜間", "area": "b",
                ], "石川　浩は同じ時間に別の地区の当番です", nil
            ),
        ] as [([String: String?], String?, String?)])
    func marks(problem: [String: String?], own: String?, whole: String?) throws {
        var members = problem.mapValues { $0.map(JSONValue.string) ?? .null }
        if let one = members["physicians"] { members["physicians"] = .array([one]) }
        let checks: JSONValue = .object(["problems": .array([.object(members)]), "nightsInARow": .number(3)])
        let told = try view("a", checks: checks).lines.map { line in
            (line["marks"] as? [Shown])?.first?["text"] as? String
        }
        #expect(told == [own, whole])
    }

    @Test("What a page holds for its script is JSON, with nobody of the shown area among those elsewhere")
    func data() throws {
        let elsewhere = try #require(JSONValue(Array(try view("a").elsewhere.utf8)))
        #expect(elsewhere.elements.map { $0["who"].text } == ["P2"])
        #expect(elsewhere.elements.first?["where"] == "乙区")
        let present = try #require(JSONValue(Array(try view("a").present.utf8)))
        #expect(present == .object(["first|2026-12-01|a|夜間": "前田　里佳、P2"]))
    }
}

@Suite("What was written into the grid")
struct WrittenCellsTests {
    private static let was = #"{"first|2026-12-01|a|夜間":"前田　里佳","remark|2026-12-01|a|夜間":"鍵"}"#

    private func written(_ fields: [String: String]) -> WrittenCells {
        WrittenCells(FormFields(fields.merging(["was": Self.was, "version": "3"]) { own, _ in own }))
    }

    @Test("Only changed cells are sent on, each under its own name")
    func changes() {
        let cells = written([
            "first|2026-12-01|a|夜間": " 前田　里佳 ", "remark|2026-12-01|a|夜間": "", "second|2026-12-01||全|夜": "P2",
            "first|2026-12-02|a|夜間": "", "area": "a", "first": "x", "third|2026-12-01|a|夜間": "x",
        ])
        #expect(cells.changes.map(\.cell.text) == ["remark|2026-12-01|a|夜間", "second|2026-12-01||全|夜"])
        #expect(cells.version == 3)
        #expect(
            cells.edits["cells"].elements == [
                .object(["dutyDate": "2026-12-01", "slot": "夜間", "area": "a", "remark": ""]),
                .object([
                    "dutyDate": "2026-12-01", "slot": "全|夜", "area": .null, "callOrder": .number(2), "text": "P2",
                ]),
            ])
    }

    @Test(
        "What stood there cannot be read: then every cell with something in it counts as changed",
        arguments: ["", "[]", "{", "null"])
    func unreadable(_ was: String) {
        #expect(written(["was": was, "first|2026-12-01|a|夜間": "前田　里佳"]).changes.count == 1)
    }

    @Test("Faults stand beside the cells that they speak of")
    func faults() {
        let cells = written(["first|2026-12-01|a|夜間": "誰", "remark|2026-12-01|a|夜間": "長い"])
        let faults = [
            ("cells[0].text", "一"), ("cells[0].text", "二"), ("cells[1].remark", "三"), ("cells[9].remark", "四"),
            ("cells", "五"),
        ].map { JSONValue.object(["field": .string($0.0), "message": .string($0.1)]) }
        let problem = JSONValue.object(["errors": .array(faults)])
        let refused = Refused(APIAnswer(status: .unprocessableContent, headers: [:], json: problem))
        #expect(cells.faults(refused) == ["first|2026-12-01|a|夜間": "一 二", "remark|2026-12-01|a|夜間": "三"])
    }

    @Test("What somebody else has changed meanwhile is told, in the area that is shown")
    func meanwhile() {
        let now = GridSample.month([
            GridSample.row("2026-12-01", "夜間", "a", ["P2"]), GridSample.row("2026-12-01", "夜間", "b", ["P1"]),
        ])
        let told = written([:]).meanwhile(now, in: "a")
        #expect(told.map(\.cell.column) == [.first, .remark])
        #expect(told.map(\.before) == ["前田　里佳", "鍵"])
        #expect(told.map(\.now) == ["P2", ""])
    }
}

@Suite("What is ticked before a month is published")
struct PublishFormTests {
    @Test("Ticked problems are acknowledged, overrides kept or lifted, by name")
    func document() {
        let form = FormFields([
            "ack.1": "gap:a", "ack.0": "short:b", "override.x": "keep", "override.y": "lift", "z": "1",
        ])
        #expect(
            PublishForm(form).document
                == .object([
                    "acknowledge": .array(["short:b", "gap:a"]), "keep": .array(["x"]), "lift": .array(["y"]),
                ]))
    }

    @Test("Once it was refused, what is still open says so, and what was ticked stays ticked")
    func open() throws {
        let problems: [JSONValue] = [
            .object(["id": "gap:a", "kind": "gap", "message": "一"]),
            .object(["id": "gap:b", "kind": "gap", "message": "二"]),
            .object(["id": "overriddenCell:x", "kind": "overriddenCell", "override": "x", "message": "三"]),
        ]
        let view = PublishView(
            problems: problems, wish: PublishForm(FormFields(["ack.0": "gap:a"])), isRefused: true,
            words: try GridSample.words())
        #expect(view.count == 2)
        let items = try #require(view.groups.first?["items"] as? [Shown])
        #expect(items.map { $0["isTicked"] as? Bool } == [true, false])
        #expect(items.map { $0["open"] as? String } == [nil, "まだ確認していません"])
        #expect(view.questions.first?["open"] as? String == "まだ確認していません")
    }
}

@Suite("How the rota's dates are written")
struct RotaWordsTests {
    @Test("Months by era and year, days with their weekday, hours into the next day")
    func dates() throws {
        let words = try GridSample.words()
        #expect(words.month(.init(year: 2026, month: 12)) == "令和8年12月（2026年12月）")
        #expect(words.month(.init(year: 2019, month: 5)) == "令和元年5月（2019年5月）")
        #expect(words.day("2026-12-05") == "12月5日（土）")
        #expect(words.day("x") == "x")
        #expect(
            words.hours("2026-12-05T13:00:00+09:00", "2026-12-06T08:30:00+09:00", of: "2026-12-05") == "13:00〜翌8:30")
        #expect(words.moment("2026-12-05T08:05:00+09:00") == "12月5日（土）8:05")
    }
}
