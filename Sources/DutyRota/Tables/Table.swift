/// A CSV file or a spreadsheet read into rows whose cells are found by the header's names.
public struct Table: Sendable {
    /// The file's name, for naming faults.
    public let file: String
    /// In the file's order, without wholly empty rows.
    public let rows: [Row]

    /// Decodes, parses and checks a file.
    ///
    /// UTF-8, with or without a byte order mark, or CP932; quotes as in RFC 4180; the apostrophe that ``CSVWriter`` puts before
    /// what looks like a formula is taken away. Unknown columns are refused and missing required ones named; without a required
    /// column no row is read. Cells beyond the header must be empty. A value below `lastRow` is a fault, and nothing is read from
    /// there on. After any fault the rows are what could be read, good for finding further faults and for nothing else.
    public init(
        file: String,
        bytes: [UInt8],
        required: [String],
        optional: [String],
        lastRow: Int = .max,
        faults: inout [TableFault]
    ) {
        var records = RecordParser(bytes)
        var reader = TableReader(file: file, coding: records.coding, lastRow: lastRow)
        self.file = file
        rows = reader.rows({ records.record() }, required: required, optional: optional)
        faults += reader.faults
    }

    /// Checks the cells of a spreadsheet, the header first, by the same rules.
    public init(
        file: String,
        cells: [[String]],
        required: [String],
        optional: [String],
        lastRow: Int = .max,
        faults: inout [TableFault]
    ) {
        var records = cells.enumerated().map { TableRecord(number: $0 + 1, cells: $1, fault: nil) }.makeIterator()
        var reader = TableReader(file: file, coding: .utf8, lastRow: lastRow)
        self.file = file
        rows = reader.rows({ records.next() }, required: required, optional: optional)
        faults += reader.faults
    }

    /// One row below the header.
    public struct Row: Sendable {
        /// As a spreadsheet counts: the header is row 1, wholly empty rows count too.
        public let number: Int
        let file: String
        let columns: [String]
        /// By the columns; a short row has fewer, and one with surplus more.
        let cells: [String]

        /// The cell under a column, without white space (the full-width one included) at either end; empty where the file does
        /// not have the column.
        public subscript(column: String) -> String {
            // Comparing bytes: hashing a Japanese text takes longer than reading the rest of the row.
            let index = columns.firstIndex { $0.utf8.elementsEqual(column.utf8) }
            return index.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
        }

        /// A fault in this row, in a column or (nil) as a whole.
        public func fault(_ column: String?, _ message: String) -> TableFault {
            TableFault(file: file, row: number, column: column, message: message)
        }
    }
}

extension Table.Row {
    /// The names of the header's columns, as they were asked for.
    public var names: [String] { columns }
}
