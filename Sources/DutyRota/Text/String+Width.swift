import Foundation

extension String {
    /// The text with full-width letters, digits and signs as ordinary ones, half-width kana as full-width ones (NFKC).
    ///
    /// What is typed in an office is in both widths. The second pass is needed on Linux, where Foundation leaves a half-width
    /// kana and its voiced mark apart.
    public var sameWidth: String { precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping }

    /// The text without white space, the full-width one included, at either end.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(
            start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)
        )
    }

    /// The pieces between commas, ordinary, Japanese (、) or full-width, trimmed; empty pieces are left out.
    var listed: [String] {
        sameWidth.split { $0 == "," || $0 == "、" || $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The pieces between white space or commas.
    var words: [String] {
        sameWidth.split { $0 == "," || $0 == "、" || $0.isWhitespace }.map(String.init)
    }

    /// A whole number in ordinary or full-width decimal digits, without a sign; nil for anything else.
    var wholeNumber: Int? {
        let digits = sameWidth
        return digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }
}
