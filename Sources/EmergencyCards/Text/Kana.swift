import Foundation

/// Kana as the registers keep them, and folded for comparison. No instances.
public enum Kana {
    /// The form in which two spellings of one name are equal, for an index: hiragana, width, small kana, voiced marks, long vowels and white space
    /// do not count, nor whatever ``spelt(_:)`` folds. ヤマザキ is ヤマサキ, オオノ is オノ: how near two names are is for
    /// ``SpokenName`` to say.
    public static func folded(_ kana: String) -> String {
        String(String.UnicodeScalarView(foldedScalars(spelt(kana).unicodeScalars)))
    }

    /// What is left of scalars that are ``spelt(_:)`` already.
    static func foldedScalars(_ spelt: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        for scalar in spelt where scalar != " " && scalar != KanaTable.long {
            let plain = KanaTable.unvoiced[scalar] ?? scalar
            if !KanaTable.isLengthening(plain, behind: kept.last) { kept.append(plain) }
        }
        return kept
    }

    /// How the name is read aloud, of scalars that are ``spelt(_:)`` already: タロウ is タロー, ケイコ is ケーコ, but オオノ is not オノ.
    static func readScalars(_ spelt: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var (read, vowel): ([Unicode.Scalar], Unicode.Scalar?) = ([], nil)
        for scalar in spelt where scalar != " " {
            if KanaTable.isLengthening(scalar, behind: vowel) {
                read.append(KanaTable.long)
            } else {
                read.append(scalar)
                if scalar != KanaTable.long { vowel = KanaTable.unvoiced[scalar] ?? scalar }
            }
        }
        return read
    }

    /// Full-width katakana with full-width spaces, as the registers keep kana. Voiced marks join the kana before them.
    public static func katakana(_ text: String) -> String {
        // A mark that stands by itself would be taken apart from its kana by a space.
        let joined = text.replacing("\u{309B}", with: "\u{3099}").replacing("\u{309C}", with: "\u{309A}")
        // Compatibility mapping leaves half-width kana and their voiced marks apart; the canonical one joins them.
        let normal = joined.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
        let composed = normal.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x20: "\u{3000}"
            case 0x3041...0x3096, 0x309D, 0x309E: Unicode.Scalar(scalar.value + 0x60) ?? scalar
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
}
