/// Writes a table as a CSV file (RFC 4180): CR LF, and quotes around cells with commas, quotes or line breaks. No instances.
///
/// Cells that a spreadsheet would take for formulas get an apostrophe before them, which ``Table`` takes away again: whatever
/// is written reads back as it was, but for white space at either end and for what ``SheetCoding/cp932`` says of signs.
public enum CSVWriter {
    /// The bytes of a table whose first row is the header. Throws where the coding does not have every character; `file` names
    /// the file in the faults. `ending` ends each row.
    public static func bytes(
        of rows: [[String]],
        file: String,
        coding: SheetCoding,
        ending: [UInt8] = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    ) throws(UnwritableSheet) -> [UInt8] {
        var bytes = coding.mark
        var faults: [TableFault] = []
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                if let cell = coding.bytes(of: quoted(FormulaGuard.added(to: text))) {
                    bytes += cell
                } else {
                    faults.append(
                        TableFault(
                            file: file, row: index + 1,
                            column: rows.first.flatMap { $0.count > column ? $0[column] : nil },
                            message: SheetWords.unwritable(missing(text, coding))))
                }
            }
            bytes += ending
        }
        guard faults.isEmpty else { throw UnwritableSheet(faults: faults) }
        return bytes
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: special.contains) else { return text }
        let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"\(String(String.UnicodeScalarView(doubled)))\""
    }

    private static let special = Set(",\"\r\n".utf8)

    /// The characters that a coding does not have, each once.
    private static func missing(_ text: String, _ coding: SheetCoding) -> [Character] {
        text.filter { coding.bytes(of: String($0)) == nil }.reduce(into: []) { found, character in
            if !found.contains(character) { found.append(character) }
        }
    }
}
