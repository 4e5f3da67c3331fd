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
        let reader = TableReader(file: file, coding: TextCoding(of: bytes))
        var parser = RecordParser(bytes)
        guard let first = parser.record(), let header = reader.header(first, required, optional, &faults) else {
            if parser.isUntouched { faults.append(TableFault(file: file, message: TableWords.emptyFile)) }
            rows = []
            return
        }
        var rows: [Row] = []
        while let record = parser.record() {
            if let row = reader.row(record, header, &faults) { rows.append(row) }
        }
        self.rows = rows
    }
}
