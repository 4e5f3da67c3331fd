import DutyRota
import Foundation

/// Addresses folded for comparison.
public enum Address {
    /// Full and half width, kanji variants, white space, a prefecture in front, 丁目・番地・番・号 and every kind of hyphen do not count:
    /// 静岡県静岡市葵区追手町５丁目１番１号 and 静岡市葵区追手町5-1-1 become the same text.
    public static func folded(_ address: String) -> String {
        var text = Names.folded(address)
        for word in ["丁目", "番地の", "番地", "番", "号", "−", "ー", "‐", "–", "—", "の"] {
            text = replaced(word, by: "-", betweenDigitsIn: text)
        }
        return withoutPrefecture(text)
    }

    /// The address from the municipality on: 静岡県静岡市… and 静岡市… are the same place.
    static func withoutPrefecture(_ address: String) -> String {
        for count in [3, 4] {
            let beginning = address.prefix(count)
            if beginning.hasSuffix("県") || ["東京都", "北海道", "京都府", "大阪府"].contains(String(beginning)) {
                return String(address.dropFirst(count))
            }
        }
        return address
    }

    /// Replaces `word` behind a digit; at the very end, or before another mark, it falls away.
    private static func replaced(_ word: String, by mark: String, betweenDigitsIn text: String) -> String {
        let parts = text.components(separatedBy: word)
        return parts.dropFirst().reduce(parts.first ?? "") { left, right in
            guard left.last?.isNumber == true else { return left + word + right }
            return right.first?.isNumber == true ? left + mark + right : left + right
        }
    }
}
