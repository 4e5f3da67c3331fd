import EmergencyCards
import Testing

@Suite("One field for numbers, telephones, names and addresses")
struct TypedWordsTests {
    @Test(
        "A card's number, however it is typed or spoken",
        arguments: [
            ("10407519", "10407519", nil), ("1040-7519", "10407519", nil), ("１０４０　７５１９", "10407519", nil),
            ("1040の7519", "10407519", nil), ("グリーン1040-7519", "10407519", .green),
            ("イエローカード 1040 7519", "10407519", .yellow), ("みどり10407519", "10407519", .green),
            ("g1040-7519", "10407519", .green),
            ("1040-751", "1040751", nil), ("1040-75199", "104075199", nil), ("みどり 1938-0211", "19380211", .green),
            ("ひとまるよんまる ななごひときゅう", "10407519", nil), ("いちぜろよんぜろの しちごいちく", "10407519", nil),
            ("一〇四〇の七五一九", "10407519", nil), ("ニーニーヨンヨンゴーゴーロクロク", "22445566", nil), ("1040-751O", "1040-751O", nil),
            ("0040-7519", "00407519", nil), ("きいろ", "", nil),
        ] as [(String, String, Colour?)])
    func number(_ text: String, _ digits: String, _ said: Colour?) {
        // A colour alone is no number; it may be somebody's name.
        #expect(TypedWords(text) == (digits.isEmpty ? .search(["kana": text]) : .number(digits, said: said)))
    }

    @Test(
        "A telephone number",
        arguments: [
            "054-000-8425", "0540008425", "０９０ー００９２ー６１２１", "(054)000-8425", "090 0092 6121", "+81 54-000-8425",
            "電話 054-000-8425",
            "TEL: 054-000-8425", "054の000の8425",
        ])
    func telephone(_ text: String) {
        #expect(TypedWords(text) == .search(["telephone": text]))
    }

    @Test(
        "Kana with a date of any era, in either order, with or without spaces",
        arguments: [
            ("さの はるえ 昭和20年9月1日", "さの はるえ", "昭和20年9月1日"), ("サノハルエ S20.9.1", "サノハルエ", "S20.9.1"),
            ("ｻﾉ ﾊﾙｴ 1945-09-01", "ｻﾉ ﾊﾙｴ", "1945-09-01"), ("さのはるえ しょうわ20ねん", "さのはるえ", "しょうわ20ねん"),
            ("T14.3.2 たなか", "たなか", "T14.3.2"), ("昭和二十年九月一日 さの　はるえ", "さの　はるえ", "昭和二十年九月一日"),
            ("みどり 1938-2-11", "みどり", "1938-2-11"), ("さの はるえ 19450901", "さの はるえ", "19450901"),
            ("さの はるえ 昭和20年", "さの はるえ", "昭和20年"), ("さの 令和元年", "さの", "令和元年"), ("さのm45.7.1", "さの", "m45.7.1"),
        ])
    func nameAndDate(_ text: String, _ kana: String, _ date: String) {
        #expect(TypedWords(text) == .search(["kana": kana, "birthDate": date]))
    }

    @Test(
        "Kana alone, with an area, a date alone, an address",
        arguments: [
            ("さの はるえ", ["kana": "さの はるえ"]), ("サノ", ["kana": "サノ"]), ("くに", ["kana": "くに"]),
            ("さの はるえ 葵区", ["kana": "さの はるえ", "area": "葵区"]), ("昭和20年9月1日", ["birthDate": "昭和20年9月1日"]),
            ("S20.9.1", ["birthDate": "S20.9.1"]), ("葵区追手町5-1", ["address": "葵区追手町5-1"]), ("追手町", ["address": "追手町"]),
            ("つつじが丘3丁目", ["address": "つつじが丘3丁目"]), ("佐野 春江", ["address": "佐野 春江"]),
            ("みどりが丘 3-12", ["address": "みどりが丘 3-12"]),
        ])
    func others(_ text: String, _ words: [String: String]) {
        #expect(TypedWords(text) == .search(words))
    }

    @Test("Nothing is nothing", arguments: ["", " 　\n"])
    func nothing(_ text: String) {
        #expect(TypedWords(text) == .nothing)
    }
}
