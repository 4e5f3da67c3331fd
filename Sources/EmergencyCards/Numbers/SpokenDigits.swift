import Foundation

/// Digits as they are read aloud (ひと・に・さん) or written in kanji (一二三). No instances.
enum SpokenDigits {
    /// Fewer are no card's number with a digit missing, but may well be somebody's name: くに is not 92.
    private static let fewest = 6

    /// The digits, where the text is nothing but digits that are read aloud, in kanji or in figures.
    static func read(_ text: String) -> String? {
        var rest = Kana.katakana(text)[...]
        var digits = ""
        while let first = rest.first {
            if let (word, digit) = words.first(where: { rest.hasPrefix($0.word) }) {
                digits += digit
                rest = rest.dropFirst(word.count)
            } else if first.isWhitespace || "ノ・、,-ー".contains(first) {
                rest = rest.dropFirst()
            } else {
                return nil
            }
        }
        return digits.count >= fewest ? digits : nil
    }

    /// In katakana, the longer ones first.
    private static let words: [(word: String, digit: String)] = [
        (["マル", "ゼロ", "レイ", "〇", "零", "0"], "0"), (["ヒト", "イチ", "一", "壱", "1"], "1"),
        (["フタ", "ニー", "ニ", "二", "2"], "2"), (["サン", "三", "3"], "3"),
        (["ヨン", "ヨ", "シ", "四", "4"], "4"), (["ゴー", "ゴ", "五", "5"], "5"), (["ロク", "六", "6"], "6"),
        (["ナナ", "シチ", "七", "7"], "7"), (["ハチ", "八", "8"], "8"), (["キュウ", "キュー", "ク", "九", "9"], "9"),
    ].flatMap { words, digit in words.map { ($0, digit) } }.sorted { $0.0.count > $1.0.count }
}
