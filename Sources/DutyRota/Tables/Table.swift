/// A CSV file read into rows whose cells are found by the header's names.
public struct Table: Sendable {
    /// The file's name, for naming faults.
    public let file: String
    /// In the file's order, without wholly empty rows.
    public let rows: [Row]

    /// Decodes, parses and checks a file.
    ///
    /// UTF-8, with or without a byte order mark, or CP932; quotes as in RFC 4180. Unknown columns are refused and missing required
    /// ones named; without a required column no row is read. Cells beyond the header must be empty. After any fault the rows
    /// are what could be read, good for finding further faults and for nothing else.
    public init(file: String, bytes: [UInt8], required: [String], optional: [String], faults: inout [TableFault]) {
        self.file = file
        var reader = TableReader(file: file, coding: TextCoding(of: bytes))
        var records = RecordParser(bytes)
        var rows: [Row] = []
        if let columns = reader.columns(records.record(), required: required, optional: optional) {
            while let record = records.record() {
                if let row = reader.row(record, columns: columns) { rows.append(row) }
            }
        }
        self.rows = rows
        faults += reader.faults
    }

    /// One row below the header.
    public struct Row: Sendable {
        /// As a spreadsheet counts: the header is row 1, wholly empty rows count too.
        public let number: Int
        let file: String
        let cells: [String: String]

        /// The cell under a column, without white space (the full-width one included) at either end; empty where the file does
        /// not have the column.
        public subscript(column: String) -> String { cells[column] ?? "" }

        /// A fault in this row, in a column or (nil) as a whole.
        public func fault(_ column: String?, _ message: String) -> TableFault {
            TableFault(file: file, row: number, column: column, message: message)
        }
    }
}
