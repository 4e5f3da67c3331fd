/// One sheet of a workbook, as it is written for a person to look at and fill in.
public struct Spreadsheet: Hashable, Sendable {
    /// What kind of day a row is, so that a spreadsheet can colour it.
    public enum Shade: Hashable, Sendable {
        case saturday, holiday
    }

    /// What stands under a column's name, so that it is written as a spreadsheet would have it.
    public struct Column: Hashable, Sendable {
        /// As in the header.
        public let name: String
        /// In characters of ordinary width.
        public let width: Int
        /// Whether cells are days, written `2026-11-24`.
        public let isDay: Bool
        /// Words to choose from; empty: anything may be written.
        public let choices: [String]

        /// A column.
        public init(name: String, width: Int, isDay: Bool = false, choices: [String] = []) {
            self.name = name
            self.width = width
            self.isDay = isDay
            self.choices = choices
        }
    }

    /// The sheet's own name, such as 2026-11.
    public let name: String
    /// From left to right.
    public let columns: [Column]
    /// Below the header, each as long as the columns.
    public let rows: [[String]]
    /// By a row's index.
    public let shades: [Int: Shade]

    /// A sheet.
    public init(name: String, columns: [Column], rows: [[String]], shades: [Int: Shade] = [:]) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.shades = shades
    }
}

/// How workbooks are read and written: given at the top, because it takes libraries that the pure rooms do without.
public struct SpreadsheetFormat: Sendable {
    /// The cells of the first sheet that is shown, row by row, the header included, as texts: days as `2026-11-24`. Throws
    /// ``SpreadsheetFault`` for anything that is no plain workbook.
    public let read: @Sendable (_ bytes: [UInt8]) throws -> [[String]]
    /// A workbook (.xlsx) with this sheet. Throws where it cannot be written.
    public let write: @Sendable (_ sheet: Spreadsheet) throws -> [UInt8]

    /// A way to read and one to write.
    public init(
        read: @escaping @Sendable (_ bytes: [UInt8]) throws -> [[String]],
        write: @escaping @Sendable (_ sheet: Spreadsheet) throws -> [UInt8]
    ) {
        self.read = read
        self.write = write
    }
}

/// Why a workbook is not read.
public struct SpreadsheetFault: Error, Hashable, Sendable {
    /// Counted as a spreadsheet counts, the header being row 1; nil: the file as a whole.
    public let row: Int?
    /// As a spreadsheet names it, such as C; nil: the row or the file as a whole.
    public let column: String?
    /// Japanese: what is wrong, and what would be right.
    public let message: String

    /// A fault at a place.
    public init(row: Int? = nil, column: String? = nil, message: String) {
        self.row = row
        self.column = column
        self.message = message
    }
}

extension TableFault {
    /// A workbook's fault as a fault of a file of this name.
    public init(_ fault: SpreadsheetFault, file: String) {
        self.init(file: file, row: fault.row, column: fault.column, message: fault.message)
    }
}
