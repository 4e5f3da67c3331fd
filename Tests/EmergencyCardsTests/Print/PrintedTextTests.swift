import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What stands on printed paper")
struct PrintedTextTests {
    /// Words with which a text could tell a crew or a family to leave something undone, or name an order that the card is not.
    private static let banned = [
        "蘇生", "心肺", "心臓マッサージ", "CPR", "DNAR", "DNR", "POLST", "延命", "差し控え", "控え", "中止", "不要", "搬送しない", "不搬送", "呼ばない",
        "行わない", "行いません", "しません", "しないでください", "やめて", "止めて", "拒否", "指示書", "事前指示",
    ]

    @Test("No text tells anybody to leave something undone", arguments: Colour.allCases)
    func banned(_ colour: Colour) throws {
        var scene = Scene()
        scene.document = colour == .green ? Scene.green : Scene.yellow
        scene.document.wish.text = "願い"
        let all =
            texts(in: try scene.paper(latest: 2)) + texts(in: try scene.sheet(latest: 2))
            + texts(in: try scene.sheet(hasAddress: false)) + texts(in: ScannedCard("1234-5676"))
        #expect(all.count > 100)
        for word in Self.banned { #expect(all.filter { $0.contains(word) }.isEmpty, "\(word)") }
    }

    @Test("The sheet says what to do, what lies outside the card, and how to withdraw", arguments: Colour.allCases)
    func always(_ colour: Colour) throws {
        var scene = Scene()
        scene.document = colour == .green ? Scene.green : Scene.yellow
        let all = texts(in: try scene.sheet()).joined(separator: "\n")
        let name = colour == .green ? "グリーンカード" : "イエローカード"
        for part in [
            "「\(name)を持っています。番号は 1234-5676 です」", "119", "かかりつけ医", "けが、窒息、予期しない急変", "病院への搬送を望む", "通常の119番", "いつもの基準",
            "いつでも取り下げられます", "冷蔵庫", "「家で最期まで過ごしたい。」", "令和8年4月1日、医師G 医師が確認", "見本医師会", "054-000-0900",
        ] { #expect(all.contains(part), "\(part)") }
    }

    @Test("A number is read so that no digit can be taken for another's")
    func spoken() {
        #expect(CardNumber(issued: 1_234_567_890).spoken == ["ひと・に・さん・よん", "ご・ろく・なな", "はち・きゅう・まる"])
        #expect(CardNumber(issued: 12_345_676).groups == ["1234", "5676"])
    }

    @Test("People come in the order in which to call them, a yellow card's hospitals behind them")
    func contacts() throws {
        var scene = Scene()
        scene.document = Scene.yellow
        scene.document.visitingNurse = VisitingNurse(name: "見本訪問看護", telephone: "054-000-0300")
        let lines = try scene.paper().lines
        #expect(lines.map(\.role) == ["かかりつけ医", "訪問看護", "副主治医", "希望の病院1", "希望の病院2"])
        #expect(
            lines.map(\.numbers) == [
                ["090-0000-0071"], ["054-000-0300"], ["090-0000-0068"], ["054-000-0101"], ["054-000-0102"],
            ])
        #expect(try scene.sheet().hospitals.map(\.name) == ["県立病院", "市立病院"])
    }

    @Test("A physician who has left is named without a number, and it is said")
    func left() throws {
        var scene = Scene()
        scene.physicians["G"] = Scene.physician("G", activeTo: Scene.day("2026-10-31"))
        let line = try #require(try scene.paper().lines.first)
        #expect(line.numbers.isEmpty)
        #expect(line.instead == "電話番号の登録がありません")
    }

    @Test("A number that is answered at several hours stands once, with all of them")
    func hours() throws {
        var scene = Scene()
        let night = TelephoneHours(dayTypes: [], span: try #require(HourSpan(start: 1020, end: 1950)))
        let free = TelephoneHours(dayTypes: [.sunday, .saturday], span: try #require(HourSpan(start: 0, end: 1440)))
        scene.physicians["G"] = Scene.physician(
            "G",
            telephones: [
                Telephone(label: "夜間", number: "054-1", hours: night), Telephone(label: "代表", number: "054-2"),
                Telephone(label: "休日", number: "054-1", hours: free),
            ])
        let numbers = try #require(try scene.sheet().contacts.first).numbers
        #expect(numbers.map(\.text) == ["054-1", "054-2"])
        #expect(numbers.map(\.label) == ["夜間（17:00–翌8:30、土曜・日曜）", "代表"])
    }

    @Test("An expired card and an unconfirmed one say so")
    func dates() throws {
        var scene = Scene()
        scene.life.validUntil = Scene.day("2026-11-23")
        scene.life.confirmed = nil
        #expect(try scene.paper().dates == ["有効期限 令和8年11月23日（過ぎています）", "事務局が代行入力・主治医未確認"])
    }

    @Test("A long wish goes on a page of its own, line by line and whole")
    func longWish() throws {
        var scene = Scene()
        #expect(try scene.sheet().longWish == nil)
        scene.document.wish.text = "一行目\n" + String(repeating: "願", count: 1900)
        let sheet = try scene.sheet()
        #expect(sheet.wish == nil)
        #expect(sheet.longWish?.lines == ["「一行目", String(repeating: "願", count: 1900) + "」"])
    }

    @Test(
        "The code holds the address and the number, and nothing else",
        arguments: [
            ("https://cards.example.jp", "https://cards.example.jp/c/1234-5676"),
            ("http://10.0.0.1:8080/", "http://10.0.0.1:8080/c/1234-5676"), (nil, "CARD:1234-5676"),
        ] as [(String?, String)])
    func code(_ address: String?, code: String) {
        #expect(CardNumber(issued: 12_345_676).code(at: address.flatMap { PublicAddress($0) }) == code)
    }

    @Test(
        "What is no plain web address is refused",
        arguments: [
            "cards.example.jp", "ftp://cards.example.jp", "https://", "https://a@b.jp", "https://b.jp/?x=1",
            "https://b.jp/#x",
            "https://日本.jp", "https://" + String(repeating: "a", count: 60),
        ])
    func address(_ text: String) {
        #expect(PublicAddress(text) == nil)
    }
}
