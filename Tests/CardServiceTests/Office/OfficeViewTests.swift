import EmergencyCards
import Testing

@testable import CardService

@Suite("What the office's screens make of the API's answers")
struct OfficeViewTests {
    private static func words() throws -> ScreenWords { try ScreenLibrary().words }

    @Test(
        "Days are said by era and by western year, instants in Japan's time",
        arguments: [
            ("2026-11-24", "令和8年11月24日（2026-11-24）"), ("2019-05-01", "令和元年5月1日（2019-05-01）"), ("x", "x"),
        ])
    func days(_ day: String, _ text: String) throws {
        let office = OfficeText(words: try Self.words())
        #expect(office.day(.string(day)) == text)
        #expect(office.day(.null) == nil)
    }

    @Test(
        "An instant is shown as Japan's clock has it",
        arguments: [
            ("2026-11-24T22:03:07+09:00", "2026-11-24 22:03"), ("2026-11-24T16:00:00Z", "2026-11-25 01:00"), ("x", "x"),
        ])
    func instants(_ instant: String, _ text: String) throws {
        let office = OfficeText(words: try Self.words())
        #expect(office.moment(.string(instant)) == text)
    }

    @Test(
        "Three versions of a field",
        arguments: [
            // base, typed, now: joined, contested
            ("a", "a", "a", "a", false), ("a", "b", "a", "b", true), ("a", "a", "c", "c", false),
            ("a", "b", "c", "b", true), ("a", "b", "b", "b", false), (nil, "b", nil, "b", true),
            ("a", nil, "c", nil, true), ("a", "a", nil, nil, false),
        ] as [(String?, String?, String?, String?, Bool)])
    func merged(_ base: String?, _ typed: String?, _ current: String?, _ joined: String?, _ isContested: Bool) {
        func values(_ text: String?) -> OfficeSheet.Values { ["f": text].compactMapValues(\.self) }
        let merge = OfficeMerge(base: values(base), typed: values(typed), current: values(current))
        #expect(merge.joined["f"] == joined)
        #expect(merge.isContested("f") == isContested)
    }

    @Test("A document that nobody changes is patched by nothing, whatever it holds")
    func unchanged() throws {
        let telephones: JSONValue = [
            ["label": "a", "number": "1", "hours": .null],
            ["label": "b", "number": "2", "hours": ["dayTypes": [], "from": "17:00", "to": "18:00"]],
            [
                "label": "c", "number": "3",
                "hours": ["dayTypes": ["saturday", "holiday"], "from": "00:00", "to": "24:00"],
            ],
        ]
        let documents: [(OfficeSheet, JSONValue)] = [
            (
                .physician,
                ["name": "n", "kana": "k", "areas": ["suruga", "aoi"], "telephones": telephones, "email": .null]
            ),
            (.hospital, ["name": "n", "address": "x", "telephones": telephones, "entrance": "e"]),
            (
                .association,
                [
                    "name": "n", "standingContact": ["name": "c", "telephone": "1", "hours": .null],
                    "ownHolidays": ["12-29/01-03"], "areas": [["id": "a", "name": "A", "addresses": ["x", "y"]]],
                ]
            ),
        ]
        for (sheet, document) in documents {
            let values = sheet.values(document)
            #expect(sheet.patch(from: values, to: values) == nil)
            #expect(sheet.values(sheet.document(values)) == values)
            let typed = FormFields(values.merging(["token": "t", "tag": "t", "was": "{}"]) { $1 })
            #expect(sheet.values(of: typed) == values)
        }
    }

    @Test("An empty row between two leaves no hole, and a change names its member alone")
    func rows() {
        let sheet = OfficeSheet.hospital
        let before: OfficeSheet.Values = ["name": "n", "telephones[0].label": "a", "telephones[0].number": "1"]
        let typed = FormFields(before.merging(["telephones[3].label": "b"]) { $1 })
        let after = sheet.values(of: typed)
        #expect(after["telephones[1].label"] == "b")
        #expect(sheet.patch(from: before, to: after)?.members?.keys.sorted() == ["telephones"])
    }

    @Test("A chart's bars are as long as their counts, and it says in words what it shows")
    func chart() throws {
        let shown = OfficeChart(id: "c", title: "t", bars: [("A", 4), ("B", 2), ("C", 0)]).shown(try Self.words())
        let bars = try #require(shown["bars"] as? [Shown])
        #expect(bars.compactMap { $0["length"] as? Int } == [340, 170, 0])
        #expect(shown["description"] as? String == "Aは4件。 Bは2件。 Cは0件。")
        let empty = OfficeChart(id: "c", title: "t", bars: [("A", 0)]).shown(try Self.words())
        #expect((empty["bars"] as? [Shown])?.first?["length"] as? Int == 0)
    }

    @Test(
        "A list's pages",
        arguments: [(nil, 1, 50), ("2", 2, 20), ("3", 2, 20), ("0", 1, 50), ("x", 1, 50)] as [(String?, Int, Int)])
    func pages(_ asked: String?, _ page: Int, _ rows: Int) {
        let list = OfficeRegisterList((0..<70).map { .number(Double($0)) }, page: asked)
        #expect(list.page == page && list.pages == 2 && list.rows.count == rows)
    }
}
