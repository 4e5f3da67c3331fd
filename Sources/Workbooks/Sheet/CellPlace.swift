import DutyRota

/// Where a cell stands, both counted from 1.
struct CellPlace: Hashable {
    var row: Int
    var column: Int

    /// The last row that a spreadsheet has.
    static let lastRow = 1_048_576
    /// The last column that a spreadsheet has (XFD).
    static let lastColumn = 16_384

    /// A place by its numbers.
    init(row: Int, column: Int) {
        (self.row, self.column) = (row, column)
    }

    /// Reads `AB12`; nil for anything else and for places that no spreadsheet has.
    init?(_ reference: String) {
        let letters = reference.utf8.prefix { (65...90).contains($0) }
        let digits = reference.utf8.dropFirst(letters.count)
        guard (1...3).contains(letters.count), (1...7).contains(digits.count),
            digits.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        column = letters.reduce(0) { $0 * 26 + Int($1 - 64) }
        row = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard (1...CellPlace.lastRow).contains(row), column <= CellPlace.lastColumn else { return nil }
    }

    /// The column as a spreadsheet names it: A, Z, AA.
    var letters: String {
        var (rest, letters) = (column, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// A fault in this cell.
    func fault(_ message: String) -> SpreadsheetFault {
        SpreadsheetFault(row: row, column: letters, message: message)
    }
}
