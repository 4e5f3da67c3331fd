import Foundation

/// Kana folded for comparison: two spellings of one reading become the same text.
public enum Kana {
    /// Hiragana, half-width and small kana, voiced marks, long vowels and white space do not count.
    public static func folded(_ kana: String) -> String {
        let katakana = katakana(kana)
        let bare = katakana.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !ignored.contains($0.value) && !$0.properties.isWhitespace
        }
        return withoutLongVowels(bare.map { large[$0] ?? $0 })
    }

    /// Leaves out a vowel that only makes the one before it long: タロウ is タロー, ユウキ is ユーキ.
    private static func withoutLongVowels(_ kana: [Unicode.Scalar]) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in kana {
            let isLengthening = kept.last.flatMap { vowels[$0] }.flatMap { lengthening[$0] }?.contains(scalar) ?? false
            if !isLengthening { kept.append(scalar) }
        }
        return String(kept)
    }

    /// Full-width katakana with full-width spaces, as the registers keep kana.
    public static func katakana(_ text: String) -> String {
        // Compatibility mapping leaves half-width kana and their voiced marks apart; the canonical one joins them.
        let normal = text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
        let composed = normal.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x20: "\u{3000}"
            case 0x3041...0x3096: Unicode.Scalar(scalar.value + 0x60) ?? scalar
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(composed))
    }

    /// Whether the text, once in katakana, is nothing but kana, long vowels, middle dots and white space.
    public static func isKana(_ text: String) -> Bool {
        let scalars = katakana(text).unicodeScalars
        return scalars.contains { (0x30A1...0x30FA).contains($0.value) }
            && scalars.allSatisfy { (0x30A1...0x30FE).contains($0.value) || $0.properties.isWhitespace }
    }

    /// The voiced and half-voiced marks, the long vowel, the middle dot and hyphens taken for long vowels.
    private static let ignored: Set<UInt32> = [0x3099, 0x309A, 0x30FC, 0x30FB, 0x2D]

    /// Which vowels make which vowel long.
    private static let lengthening: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ア": ["ア"], "イ": ["イ"], "ウ": ["ウ"], "エ": ["エ", "イ"], "オ": ["オ", "ウ"],
    ]

    /// The vowel on which each kana ends.
    private static let vowels: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: [
            ("ア", "アカサタナハマヤラワ"), ("イ", "イキシチニヒミリヰ"), ("ウ", "ウクスツヌフムユル"), ("エ", "エケセテネヘメレヱ"),
            ("オ", "オコソトノホモヨロヲ"),
        ].flatMap { (vowel: Unicode.Scalar, row: String) in row.unicodeScalars.map { ($0, vowel) } })

    private static let large: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
        uniqueKeysWithValues: zip("ァィゥェォッャュョヮヵヶ".unicodeScalars, "アイウエオツヤユヨワカケ".unicodeScalars)
    )
}
