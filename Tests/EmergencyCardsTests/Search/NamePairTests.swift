import EmergencyCards
import Testing

@Suite("Names that are one, and names that are two")
struct NamePairTests {
    @Test(
        "The same name in another writing, or in the other order",
        arguments: [
            // Hiragana, width, spaces, marks between the names
            ("やまだ　たろう", "ヤマダ　タロウ"), ("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ　タロウ"), ("ヤマダタロウ", "ヤマダ　タロウ"), ("ヤマダ　タロウ", "ヤマダタロウ"),
            ("タロウ　ヤマダ", "ヤマダ　タロウ"), ("たろうやまだ", "ヤマダ　タロウ"), ("ヤマダ・タロウ", "ヤマダ　タロウ"), ("ヤマダ、タロウ", "ヤマダ　タロウ"),
            ("  ヤマダ   タロウ ", "ヤマダ　タロウ"), ("ジョン・スミス", "スミス　ジョン"),
            // Voiced marks set apart, of either width, and before a space
            ("ヤマタ゛　タロウ", "ヤマダ　タロウ"), ("ヤマタ\u{3099}　タロウ", "ヤマダ　タロウ"), ("ﾔﾏﾀ ﾞ ﾀﾛｳ", "ヤマダ　タロウ"),
            ("ハ゜ク　ヨンヒ", "パク　ヨンヒ"), ("カ゛ト゛ウ　ケン", "ガドウ　ケン"),
            // ヴ and ブ
            ("ヴァレリー　スミ", "バレリー　スミ"), ("ヴィクター　リー", "ビクター　リー"), ("エヴェリン　スミ", "エベリン　スミ"), ("ヴォルフ　スミ", "ボルフ　スミ"),
            ("オリヴ　スミ", "オリブ　スミ"), ("ヴュルツ　スミ", "ビュルツ　スミ"), ("ヴ　アキ", "ブ　アキ"), ("ｳﾞｨｸﾀｰ ﾘｰ", "ビクター　リー"),
            // ヅ and ズ, ヂ and ジ
            ("ミヅキ　ヨシ", "ミズキ　ヨシ"), ("ヒヂカタ　ヨシ", "ヒジカタ　ヨシ"), ("シヅ　カヅコ", "シズ　カズコ"), ("オオツ　ヂュン", "オオツ　ジュン"),
            // Long vowels
            ("サトー　ユーキ", "サトウ　ユウキ"), ("オーノ　タロー", "オオノ　タロウ"), ("オウノ　タロオ", "オオノ　タロウ"), ("ケーコ　オガワ", "オガワ　ケイコ"),
            ("コ-イチ　カトウ", "カトウ　コウイチ"), ("ニーヤマ　ユミ", "ニイヤマ　ユミ"), ("ハ〜ト　ユミ", "ハート　ユミ"), ("オネーサン　ユミ", "オネエサン　ユミ"),
            // Small kana and large, as old machines print them
            ("キヨウ　シユン", "キョウ　シュン"), ("ハツトリ　ヨシ", "ハットリ　ヨシ"), ("クヮン　ヨシ", "クワン　ヨシ"), ("ﾊﾂﾄﾘ ﾖｼ", "ハットリ　ヨシ"),
            ("ヵヶイ　ヨシ", "カケイ　ヨシ"),
            // Old kana and repetition marks
            ("ヨシヱ　イトウ", "イトウ　ヨシエ"), ("ヰタニ　キヨ", "イタニ　キヨ"), ("タカヲ　スギ", "スギ　タカオ"), ("ゑみ　ゐの", "エミ　イノ"),
            ("サヽキ　キヨ", "ササキ　キヨ"),
            ("ミスヾ　カネコ", "カネコ　ミスズ"), ("いすゞ　かね", "イスズ　カネ"), ("カヾミ　キヨ", "カガミ　キヨ"),
        ])
    func same(_ said: String, _ registered: String) throws {
        #expect(try match(said, registered) == .kana)
    }

    @Test(
        "The same name but for voiced marks and long vowels is near, and said to be",
        arguments: [
            ("ヤマサキ　ケン", "ヤマザキ　ケン"), ("ナカシマ　ケン", "ナカジマ　ケン"), ("タカタ　ケン", "タカダ　ケン"), ("オノ　ケン", "オオノ　ケン"),
            ("ユキ　カト", "カトウ　ユウキ"),
            ("ハンバ　ケン", "パンバ　ケン"), ("ササキミスス", "ササキ　ミスズ"), ("コバヤシ　セジ", "コバヤシ　セイジ"), ("サト　シュン", "サトウ　シュン"),
        ])
    func near(_ said: String, _ registered: String) throws {
        #expect(try match(said, registered) == .kanaNear)
    }

    @Test(
        "One slip is forgiven in a whole name",
        arguments: [
            ("ヤマダ　タロ", "ヤマダ　ジロ", true), ("ヤマタロウ", "ヤマダ　タロウ", true), ("ヤマダ　ハナコ", "ヤマダ　ハナエ", true),
            ("ヤマダ　ナハコ", "ヤマダ　ハナコ", true),
            ("ヤマダ　ハナココ", "ヤマダ　ハナコ", true), ("サトウ　ハナ", "カトウ　ハナ", true), ("カイイチ　モリ", "モリ　ケイイチ", true),
            ("イトウ　アイ", "サトウ　アイ", true),
            ("ミツキ　ヨシ", "ミヅキ　ヨシ", true), ("ワタナベ　ミチコ", "ワタナベ　チミコ", true), ("ワタナベ　ミチコ", "ワタベ　チミコ", false),
            ("ヤマダ　ハナコ", "マヤダ　ナハコ", false),
        ])
    func slip(_ said: String, _ registered: String, isFound: Bool) throws {
        #expect(try match(said, registered) == (isFound ? .kanaSlip : nil))
    }

    @Test(
        "One name alone is said to be one",
        arguments: [
            ("ヤマダ", "ヤマダ　タロウ", MatchReason.familyName), ("たろー", "ヤマダ　タロウ", .givenName), ("ヤマタ", "ヤマダ　タロウ", .familyName),
            ("ヤマダダ", "ヤマダ　タロウ", .kanaSlip), ("ハナ", "ヤマダ　ハナ", .givenName),
        ])
    func alone(_ said: String, _ registered: String, reason: MatchReason) throws {
        #expect(try match(said, registered) == reason)
    }

    @Test(
        "Two names stay two",
        arguments: [
            ("マスダ　ケン", "マツバ　ケン"), ("サトウ　ケン", "スズキ　ケン"), ("タナカ　イチロウ", "タナカ　ジロウ"), ("ヨシコ　モリ", "モリ　ヨシオカ"),
            ("ヤマダ　タロウ", "ヤマダ　ハナコ"),
            ("ヤマダ", "ヤマシタ　タロウ"), ("アイ", "アオ　ウエ"), ("アイ", "ヤマダ　アオ"), ("ヤマ", "ヤマダ　タロウ"), ("タ", "ヤマダ　タロウ"),
            ("ハナ", "ヤマダ　カナ"),
            ("コウノ　ケン", "コンノウ　ケ"), ("ヤマダ　タロウ", "タロウマル　ヤマ"), ("ヴァン　アキ", "ウァン　アキオ"), ("オオタ　キヨ", "フトダ　キヨ"),
            ("クボ　ヨシ", "オオクボ　ヨシエ"),
        ])
    func different(_ said: String, _ registered: String) throws {
        #expect(try match(said, registered) == nil)
    }

    @Test("What is not kana is no name", arguments: ["山田", "Yamada", "", "ヤマダ1", "・", "ー"])
    func notKana(_ text: String) {
        #expect(SpokenName(text) == nil)
    }

    private func match(_ said: String, _ registered: String) throws -> MatchReason? {
        try #require(SpokenName(said)).match(RegisteredName(kana: Kana.katakana(registered)))
    }
}
