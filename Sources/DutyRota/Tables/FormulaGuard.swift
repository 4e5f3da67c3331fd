/// Keeps a spreadsheet from taking a text for a formula when it opens a CSV file. No instances.
///
/// A cell that begins with = + - @ (of either width: Excel in Japan takes ＝ too), a tab or a line break is written with an
/// apostrophe before it, and the apostrophe is taken away again when a CSV file is read. Texts that begin with apostrophes
/// before such a sign get one more, so that every text reads back as it was.
enum FormulaGuard {
    /// The text as it stands in a CSV file.
    static func added(to text: String) -> String { isFormula(text) ? "'" + text : text }

    /// The text that a CSV file means.
    static func removed(from text: String) -> String {
        text.hasPrefix("'") && isFormula(text) ? String(text.dropFirst()) : text
    }

    private static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(signs.contains) ?? false
    }

    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]
}
