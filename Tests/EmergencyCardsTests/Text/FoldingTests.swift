import EmergencyCards
import Foundation
import Testing

@Suite("Folding for comparison")
struct FoldingTests {
    @Test(
        "Two spellings of one reading are the same",
        arguments: [
            ("ミホン　ハナコ", "みほんはなこ"), ("ﾐﾎﾝ ﾊﾅｺ", "ミホン ハナコ"), ("ジョウジ", "シヨウシ"), ("オオノ　ユウキ", "オオノ　ユウキ"), ("ローザ", "ロサ"),
            ("シケン　タロウ", "しけん　たろー"), ("ケイコ", "ケーコ"),
            ("ヴァイオレット", "バイオレット"),
        ])
    func kana(_ left: String, _ right: String) {
        #expect(Kana.folded(left) == Kana.folded(right))
    }

    @Test(
        "Kana are kept in full-width katakana",
        arguments: [
            ("さの はるえ", "サノ　ハルエ"), ("ｻﾉ ﾊﾙｴ", "サノ　ハルエ"), ("ﾌｼﾞﾀ ｱｲﾊﾟ", "フジタ　アイパ"), ("サノ　ハルエ", "サノ　ハルエ"),
        ])
    func katakana(_ text: String, kept: String) {
        #expect(Kana.katakana(text) == kept)
    }

    @Test(
        "Kanji and Latin letters are no kana",
        arguments: [("佐野", false), ("Sano", false), ("サノ・ハルエ", true), ("さのー", true), ("", false)])
    func isKana(_ text: String, isKana: Bool) {
        #expect(Kana.isKana(text) == isKana)
    }

    @Test(
        "Two spellings of one address are the same",
        arguments: [
            ("静岡県静岡市葵区追手町５丁目１番１号", "静岡市葵区追手町5-1-1"), ("静岡市葵区追手町5ー1", "静岡市葵区追手町５の１"), ("静岡市葵区瀬名川　1-2", "静岡市葵区瀬名川1−2"),
            ("東京都千代田区一番町1", "千代田区一番町1"),
            ("静岡市葵区追手町三丁目十二番五号", "静岡市葵区追手町3-12-5"), ("静岡市葵区追手町３の１２の５", "静岡市葵区追手町3丁目12番地5"),
            ("静岡市葵区追手町五の一", "静岡市葵区追手町5-1"), ("〒420-0853 静岡市葵区追手町5番1号", "静岡市葵区追手町5-1"),
            ("静岡市葵区1番町8", "静岡市葵区一番町8番地"), ("静岡市駿河区緑が丘町1", "静岡市駿河区緑ヶ丘町１"),
            ("静岡市清水区大字井ノ宮5", "静岡市清水区井之宮5"), ("静岡市葵区髙松2丁目", "静岡市葵区高松二丁目"),
            ("静岡市葵区追手町5-1　203号室", "静岡市葵区追手町5-1-203号室"),
        ])
    func address(_ left: String, _ right: String) {
        #expect(Address.folded(left) == Address.folded(right))
    }

    @Test(
        "Two addresses that differ stay different",
        arguments: [
            ("静岡市葵区追手町5-1", "静岡市葵区追手町51"), ("静岡市葵区一番町1", "静岡市葵区二番町1"), ("静岡市葵区追手町5-1", "静岡市駿河区追手町5-1"),
            ("静岡市葵区追手町5-1 203", "静岡市葵区追手町5-1203"), ("静岡市葵区一番町2", "静岡市葵区1-2"),
            ("静岡市葵区三番町", "静岡市葵区3"), ("静岡市清水区八坂町", "静岡市清水区8坂町"),
        ])
    func different(_ left: String, _ right: String) {
        #expect(Address.folded(left) != Address.folded(right))
    }

    @Test(
        "JSON is written as a parser reads it",
        arguments: [
            "", "見本　花子", "\"\\/\n\r\t\u{1}\u{1F}", "🏥\u{301}\u{E0100}", "</script>",
        ])
    func json(_ text: String) throws {
        var writer = JSONWriter()
        writer.object { json in
            json.member("text", text)
            json.member("list", [text, "x"])
            json.null("none")
            json.member("yes", true)
            json.member("number", -12)
            json.member("inner", object: { $0.member("a", each: [1, 2]) { $0.member("n", $1) } })
        }
        let value = try #require(JSONValue(writer.bytes))
        #expect(
            value
                == .object([
                    "text": .string(text), "list": .array([.string(text), .string("x")]), "none": .null,
                    "yes": .flag(true),
                    "number": .number(-12),
                    "inner": .object(["a": .array([.object(["n": .number(1)]), .object(["n": .number(2)])])]),
                ]))
    }
}
