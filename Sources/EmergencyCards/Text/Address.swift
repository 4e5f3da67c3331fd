import DutyRota
import Foundation

/// Addresses folded for comparison.
public enum Address {
    /// Full and half width, kanji variants, white space, a postal code and a prefecture in front, 大字, 丁目・番地・番・号 and every kind of hyphen do
    /// not count, nor whether these numbers are in kanji: 静岡県静岡市葵区追手町五丁目１番１号 and 静岡市葵区追手町5-1-1 become the same text. 一番町 stays
    /// a name, and 緑が丘, 緑ヶ丘 and 緑ケ丘 are one.
    public static func folded(_ address: String) -> String {
        let plain = Names.folded(numbersApart(address)).replacing("大字", with: "")
        return AddressNumbers.folded(withSameParticles(withoutPrefecture(withoutPostalCode(plain))))
    }

    /// A folded address in two parts: the town, up to the first digit, and the numbers with whatever stands behind them.
    public static func parted(_ folded: String) -> (town: String, rest: String) {
        let town = folded.prefix { !$0.isDigit }
        return (String(town), String(folded[town.endIndex...]))
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

    private static func withoutPostalCode(_ address: String) -> String {
        let rest = address.first == "〒" ? address.dropFirst() : address[...]
        let digits = rest.prefix { $0.isDigit || $0 == "-" }
        return digits.count { $0 != "-" } == 7 ? String(rest[digits.endIndex...]) : String(rest)
    }

    /// White space between two numbers parts them: 5-1 203号室 is not 5-1203.
    private static func numbersApart(_ address: String) -> String {
        let words = address.split(whereSeparator: \.isWhitespace)
        return words.dropFirst().reduce(into: words.first.map(String.init) ?? "") { text, word in
            text += text.last?.isFigure == true && word.first?.isFigure == true ? "-" + word : word
        }
    }

    /// ヶ, ケ, が and ガ between two kanji are one, and so are の, ノ and 之; also where one of the two was not said (緑が).
    private static func withSameParticles(_ address: String) -> String {
        let signs = Array(address)
        return String(
            signs.indices.map { index in
                let neighbours = signs[max(0, index - 1)..<min(signs.count, index + 2)]
                let isBetweenKanji = neighbours.indices.allSatisfy { $0 == index || signs[$0].isKanji }
                return isBetweenKanji && signs.count > 1 ? particles[signs[index]] ?? signs[index] : signs[index]
            })
    }

    private static let particles: [Character: Character] = [
        "ヶ": "ケ", "が": "ケ", "ガ": "ケ", "ヵ": "ケ", "ノ": "の", "之": "の",
    ]
}

extension Character {
    /// Whether the character is a digit of either width.
    fileprivate var isFigure: Bool { isNumber && !KanjiNumber.isSign(self) }

    /// Whether the character is a kanji.
    fileprivate var isKanji: Bool {
        unicodeScalars.first.map { $0.properties.isIdeographic || $0 == "々" || $0 == "〆" } ?? false
    }
}
