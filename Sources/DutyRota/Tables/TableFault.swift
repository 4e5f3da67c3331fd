/// A fault in a file, named by where it is, so that whoever keeps the file can go there and mend it.
public struct TableFault: Error, Hashable, Sendable {
    /// The file's name, without folders.
    public let file: String
    /// The header is row 1, as a spreadsheet counts; nil: the file as a whole.
    public let row: Int?
    /// The column's name in the header; nil: the row as a whole.
    public let column: String?
    /// Japanese: what is wrong, and where possible what would be right.
    public let message: String

    /// A fault at a place of a file.
    public init(file: String, row: Int? = nil, column: String? = nil, message: String) {
        self.file = file
        self.row = row
        self.column = column
        self.message = message
    }
}

extension TableFault: CustomStringConvertible {
    /// Place and message in one line: `rota-2026-11.csv 12行目「枠」: …`.
    public var description: String { TableWords.place(file: file, row: row, column: column) + message }
}
