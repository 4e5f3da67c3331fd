/// A small list of rows of texts in one column: cells are parted by U+001F, rows by U+001E, as ASCII meant them. Both are control
/// characters, which no field may hold.
struct StringTable {
    let rows: [[String]]

    init(_ rows: [[String]]) {
        self.rows = rows
    }

    /// The rows that `encoded` holds; an empty text holds none.
    init(encoded: String) {
        rows =
            encoded.isEmpty
            ? []
            : encoded.utf8.split(separator: 0x1E, omittingEmptySubsequences: false).map { row in
                row.split(separator: 0x1F, omittingEmptySubsequences: false).map { String(Substring($0)) }
            }
    }

    var encoded: String { rows.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}") }

    /// The first cell of each row.
    var column: [String] { rows.compactMap(\.first) }

    init(column: [String]) {
        rows = column.map { [$0] }
    }
}

extension [String] {
    /// The cell at an index, or nil where it is missing or empty.
    func cell(_ index: Int) -> String? {
        index < count && !self[index].isEmpty ? self[index] : nil
    }
}
