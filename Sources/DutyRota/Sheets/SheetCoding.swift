/// How the characters of a CSV file are written.
public enum SheetCoding: String, CaseIterable, Sendable {
    /// UTF-8 without a mark.
    case utf8
    /// UTF-8 with a byte order mark, by which Excel knows it.
    case utf8WithMark
    /// Windows code page 932, as Excel in Japan saves CSV.
    ///
    /// The signs 〜 − ‖ — ¢ £ ¬ ¥, of which CP932 has only the other shape, are written as ～ － ∥ ― ￠ ￡ ￢ ￥. What it does not
    /// have at all (𠮷, a kanji with the selector of its shape) is refused and never written as a question mark.
    case cp932

    /// What a file begins with.
    var mark: [UInt8] { self == .utf8WithMark ? TextCoding.byteOrderMark : [] }

    /// The bytes of a text; nil where the coding does not have all of it.
    func bytes(of text: String) -> [UInt8]? { self == .cp932 ? CP932.bytes(of: text) : Array(text.utf8) }
}

/// A table holds characters that a coding does not have; nothing of it is written.
public struct UnwritableSheet: Error, Hashable, Sendable {
    /// Each cell with such characters, with these.
    public let faults: [TableFault]
}
