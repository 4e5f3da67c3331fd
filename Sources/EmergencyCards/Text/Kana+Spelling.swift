import Foundation

extension Kana {
    /// The kana of a name in one spelling, letter by letter, its parts parted by one space. Folded are hiragana, width, small kana, marks set
    /// apart, repetition marks (ミスヾ is ミスズ), old kana (ヱ ヰ ヲ ヮ), sounds that are no longer two (ヅ is ズ, ヂ is ジ), ヴ (ヴァ is バ),
    /// middle dots and commas (spaces), hyphens (long vowels). Voiced marks and long vowels stay.
    public static func spelt(_ text: String) -> String {
        var spelling = KanaSpelling()
        for scalar in katakana(text).unicodeScalars { spelling.append(scalar) }
        return spelling.finished
    }
}

/// Writes the one spelling, a kana at a time.
private struct KanaSpelling {
    private var written: [Unicode.Scalar] = []
    private var hasOpenV = false

    mutating func append(_ scalar: Unicode.Scalar) {
        if KanaTable.parting.contains(scalar) || scalar.properties.isWhitespace { return part() }
        let kana = KanaTable.large[scalar] ?? scalar
        if hasOpenV, close(with: kana) { return }
        switch kana {
        case "ヴ": hasOpenV = true
        case "ヽ": repeatLast { KanaTable.unvoiced[$0] ?? $0 }
        case "ヾ": repeatLast { KanaTable.voiced[$0] ?? $0 }
        case "\u{3099}", "\u{309A}": mark(kana)
        default: written.append(KanaTable.modern[kana] ?? (kana.isDash ? KanaTable.long : kana))
        }
    }

    var finished: String {
        var spelling = self
        spelling.closeV()
        while spelling.written.last == " " { spelling.written.removeLast() }
        return String(String.UnicodeScalarView(spelling.written))
    }

    /// White space before a kana is one space, before a mark of its own it is nothing.
    private mutating func part() {
        closeV()
        if let last = written.last, last != " " { written.append(" ") }
    }

    /// A voiced mark that stands apart, even behind a space, belongs to the kana before it.
    private mutating func mark(_ mark: Unicode.Scalar) {
        if written.last == " " { written.removeLast() }
        guard let last = written.last else { return }
        let table = mark == "\u{3099}" ? KanaTable.voiced : KanaTable.halfVoiced
        written[written.count - 1] = table[last].map { KanaTable.modern[$0] ?? $0 } ?? last
    }

    private mutating func repeatLast(_ change: (Unicode.Scalar) -> Unicode.Scalar) {
        closeV()
        if let last = written.last, last != " " { written.append(change(last)) }
    }

    /// ヴ with the vowel behind it: ヴァ is バ, and before ヤ, ユ, ヨ it is ビ.
    private mutating func close(with kana: Unicode.Scalar) -> Bool {
        hasOpenV = false
        if let whole = KanaTable.withV[kana] {
            written.append(whole)
            return true
        }
        written.append("ヤユヨ".unicodeScalars.contains(kana) ? "ビ" : "ブ")
        return false
    }

    private mutating func closeV() {
        if hasOpenV { written.append("ブ") }
        hasOpenV = false
    }
}

extension Unicode.Scalar {
    /// A hyphen, dash or wave that is typed for a long vowel.
    fileprivate var isDash: Bool { properties.isDash || self == "~" || self == "\u{2212}" || self == "\u{2500}" }
}

/// What the kana have to do with one another. No instances.
enum KanaTable {
    /// 長音.
    static let long: Unicode.Scalar = "ー"

    /// What parts family name and given name: middle dots and commas.
    static let parting: Set<Unicode.Scalar> = ["・", "、", ",", "·"]

    static let large: [Unicode.Scalar: Unicode.Scalar] = pairs("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ")

    /// Old kana, and those that sound like others.
    static let modern: [Unicode.Scalar: Unicode.Scalar] = pairs("ヰヱヲヂヅヷヸヹヺ", "イエオジズバビベボ")

    /// ヴ with the vowel behind it.
    static let withV: [Unicode.Scalar: Unicode.Scalar] = pairs("アイエオ", "バビベボ")

    static let voiced = pairs("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ")
    static let halfVoiced = pairs("ハヒフヘホ", "パピプペポ")

    /// Each kana with a voiced or half-voiced mark without it. ヂ and ヅ are ジ and ズ by then.
    static let unvoiced = pairs(
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ", "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ")

    /// Whether a vowel only makes the one before it long: the ウ of タロウ, the イ of ケイコ. `last` without its voiced mark.
    static func isLengthening(_ kana: Unicode.Scalar, behind last: Unicode.Scalar?) -> Bool {
        guard let vowel = last.flatMap({ vowels[$0] }) else { return false }
        switch kana {
        case vowel: return true
        case "イ": return vowel == "エ"
        case "ウ": return vowel == "オ"
        default: return false
        }
    }

    /// The vowel on which each kana ends.
    private static let vowels: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: [
            ("ア", "アカサタナハマヤラワ"), ("イ", "イキシチニヒミリ"), ("ウ", "ウクスツヌフムユル"), ("エ", "エケセテネヘメレ"),
            ("オ", "オコソトノホモヨロ"),
        ].flatMap { (vowel: Unicode.Scalar, row: String) in row.unicodeScalars.map { ($0, vowel) } })

    private static func pairs(_ keys: String, _ values: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(keys.unicodeScalars, values.unicodeScalars)) { first, _ in first }
    }
}
