/// What is said of telephone numbers.
enum TelephoneWords {
    /// What is wrong with a number, and where possible what would be right.
    static func message(_ kind: TelephoneNumberFault.Kind, text: String) -> String {
        switch kind {
        case .noDigits:
            "電話番号の数字がありません。\(rightly)"
        case .emergency:
            "「\(text)」のような3桁の番号は、かける場所によって別のところにつながります。\(rightly)"
        case .withoutAreaCode(let number?):
            "「\(text)」は0で始まっていません。「\(number.hyphenated)」ではありませんか"
        case .withoutAreaCode(nil):
            "「\(text)」は0で始まっていません。\(rightly)"
        case .wrongLength(let count, let expected):
            "「\(text)」は\(count)桁です。このように始まる番号は\(expected)桁です"
        case .unassigned:
            "「\(text)」に当たる市外局番はありません。\(rightly)"
        case .notReachable:
            "「\(text)」は人につながる番号ではありません。020、0180、0990で始まる番号は使えません"
        case .notJapanese:
            "「\(text)」は海外の番号です。日本の番号を0か+81から書いてください"
        case .otherCharacters(let character):
            "「\(text)」の「\(character)」は電話番号に使えません。内線番号は書かず、数字とハイフンだけで書いてください"
        }
    }

    private static let rightly = "市外局番から、0で始まる10桁か11桁で書いてください（例: 054-246-6111）"
}
