import DutyRota
import Foundation

/// The numbers of an address in one writing: 三丁目12番5号, ３の１２の５ and 3-12-5 are 3-12-5. No instances.
enum AddressNumbers {
    /// The address, folded otherwise already, with its numbers folded.
    static func folded(_ address: String) -> String {
        var text = withDigits(Array(address))
        for word in ["丁目", "番地の", "番地", "番", "号", "−", "ー", "‐", "–", "—", "―", "の", "ノ"] {
            text = replaced(word, by: "-", betweenDigitsIn: text)
        }
        return text
    }

    /// Numbers in kanji that count streets, blocks and houses as digits; those that belong to a name (一番町, 三保, 千代田) stay, and 1番町 becomes
    /// 一番町.
    private static func withDigits(_ signs: [Character]) -> String {
        var (written, index) = ("", 0)
        while index < signs.count {
            let digits = run(signs, from: index) { $0.isDigit }
            let kanji = run(signs, from: index, while: KanjiNumber.isSign)
            if !digits.isEmpty {
                written += isTown(signs[digits.endIndex...]) ? inKanji(digits) : String(digits)
                index = digits.endIndex
            } else if !kanji.isEmpty {
                // Nothing counts before a town is named: 三番 alone is the beginning of 三番町.
                let counts = !written.isEmpty && (isCounted(signs[kanji.endIndex...]) || endsInNumber(written))
                written += (counts ? KanjiNumber.value(String(kanji)).map { String($0) } : nil) ?? String(kanji)
                index = kanji.endIndex
            } else {
                written.append(signs[index])
                index += 1
            }
        }
        return written
    }

    private static func run(
        _ signs: [Character], from index: Int, while holds: (Character) -> Bool
    ) -> ArraySlice<Character> { signs[index...].prefix(while: holds) }

    /// 番町 follows: the number is part of the name.
    private static func isTown(_ rest: ArraySlice<Character>) -> Bool { rest.prefix(2).elementsEqual("番町") }

    /// What follows makes the number one that counts: 丁目, 番地, 番, 号, or の with another number.
    private static func isCounted(_ rest: ArraySlice<Character>) -> Bool {
        let text = String(rest.prefix(2))
        if isTown(rest) { return false }
        if text == "丁目" || text == "番地" || text.hasPrefix("番") || text.hasPrefix("号") { return true }
        guard let mark = rest.first, "のノ-".contains(mark) else { return false }
        let next = rest.dropFirst().prefix(while: KanjiNumber.isSign)
        let behind = rest.dropFirst(1 + next.count).first
        return !next.isEmpty && (behind.map { "のノ-番号丁".contains($0) } ?? true)
            || rest.dropFirst().first.map { $0.isDigit } ?? false
    }

    /// What stands before makes it one: 5の, 5-, 5丁目, 5番.
    private static func endsInNumber(_ written: String) -> Bool {
        for word in ["の", "ノ", "-", "丁目", "番地", "番"] where written.hasSuffix(word) {
            return written.dropLast(word.count).last.map { $0.isDigit } ?? false
        }
        return false
    }

    private static func inKanji(_ digits: ArraySlice<Character>) -> String {
        String(digits.map { digit in "〇一二三四五六七八九".first { KanjiNumber.digit($0) == digit.wholeNumberValue } ?? digit })
    }

    /// Replaces `word` behind a digit; at the very end, or before another mark, it falls away.
    private static func replaced(_ word: String, by mark: String, betweenDigitsIn text: String) -> String {
        let parts = text.components(separatedBy: word)
        return parts.dropFirst().reduce(parts.first ?? "") { left, right in
            guard left.last?.isDigit == true else { return left + word + right }
            return right.first?.isDigit == true ? left + mark + right : left + right
        }
    }
}

extension Character {
    /// Whether the character is one of 0 to 9. Swift calls 一 a number too.
    var isDigit: Bool { isASCII && isNumber }
}
