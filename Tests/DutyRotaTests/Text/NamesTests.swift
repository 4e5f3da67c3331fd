import DutyRota
import Testing

@Suite("Names")
struct NamesTests {
    @Test(
        "Spellings of one name are equal",
        arguments: [
            ("髙﨑　太郎", "高崎太郎"), ("濵田 一", "浜田　一"), ("濱田一", "浜田一"), ("渡邉 花", "渡辺花"), ("渡邊花", "渡辺花"),
            ("齋藤", "斉藤"), ("斎藤", "齊藤"), ("澤田", "沢田"), ("廣瀨", "広瀬"), ("𠮷田", "吉田"), ("辻\u{E0100}本", "辻本"),
            ("葛\u{FE00}城", "葛城"), ("ｼｽﾞｵｶ", "シズオカ"), ("Ｐ００１", "P001"), ("A\u{200B}B\u{3000}C\u{00A0}D", "ABCD"),
            ("か\u{3099}", "が"), ("\u{FA10}本", "塚本"), ("中嶋", "中島"), ("平日 夜間", "平日夜間"),
        ]
    )
    func equal(left: String, right: String) {
        #expect(Names.folded(left) == Names.folded(right))
    }

    @Test(
        "Different names stay different",
        arguments: [("坂本", "阪本"), ("畑", "畠"), ("高田", "高橋"), ("太田", "大田"), ("は", "ば"), ("シズオカ", "しずおか"), ("p1", "P1")]
    )
    func different(left: String, right: String) {
        #expect(Names.folded(left) != Names.folded(right))
    }

    @Test("A folded name is composed, so that it compares byte by byte", arguments: ["ｶﾞ", "カ\u{3099}", "ガ"])
    func composed(text: String) {
        #expect(Array(Names.folded(text).utf8) == Array("ガ".utf8))
    }

    @Test("Folding twice changes nothing more", arguments: ["髙﨑　太郎", "𠮷田", "ｶﾞ", "㈱～①"])
    func idempotent(text: String) {
        #expect(Names.folded(Names.folded(text)) == Names.folded(text))
    }
}
