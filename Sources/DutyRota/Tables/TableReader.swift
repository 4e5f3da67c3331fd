/// Makes rows of a file's records and collects what is wrong with them.
struct TableReader {
    private let file: String
    private let coding: TextCoding
    private let lastRow: Int
    /// What is wrong with the records so far.
    private(set) var faults: [TableFault] = []

    /// A reader of one file, written in one coding, with no value below the last row.
    init(file: String, coding: TextCoding, lastRow: Int) {
        self.file = file
        self.coding = coding
        self.lastRow = lastRow
    }

    /// The rows below the header, which is the first record; none where they would mean nothing.
    mutating func rows(_ next: () -> TableRecord?, required: [String], optional: [String]) -> [Table.Row] {
        guard let columns = columns(next(), required: required, optional: optional) else { return [] }
        var rows: [Table.Row] = []
        while let record = next() {
            guard let row = row(record, columns: columns) else { continue }
            guard row.number <= lastRow else {
                refuse(record, nil, TableWords.tooManyRows(lastRow))
                break
            }
            rows.append(row)
        }
        return rows
    }

    /// The names in the header, in order; nil where rows below it would mean nothing.
    private mutating func columns(_ header: TableRecord?, required: [String], optional: [String]) -> [String]? {
        guard let header, let names = texts(of: header, columns: []) else {
            if header == nil { faults.append(TableFault(file: file, message: TableWords.emptyFile)) }
            return nil
        }
        let columns = Array(names.prefix(upTo: names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0))
        let known = required + optional
        var seen: Set<String> = []
        for name in columns {
            if !seen.insert(name).inserted {
                refuse(header, name, TableWords.repeatedColumn)
            } else if !known.contains(name) {
                refuse(header, name, TableWords.unknownColumn(known: known))
            }
        }
        let missing = required.filter { !columns.contains($0) }
        for name in missing { refuse(header, name, TableWords.missingColumn) }
        // As they are asked for, however the file composes its characters.
        return missing.isEmpty ? columns.map { name in known.first { $0 == name } ?? name } : nil
    }

    /// A row by the header's names; nil where it is empty or cannot be read.
    private mutating func row(_ record: TableRecord, columns: [String]) -> Table.Row? {
        guard let texts = texts(of: record, columns: columns), texts.contains(where: { !$0.isEmpty }) else {
            return nil
        }
        if let surplus = texts.dropFirst(columns.count).first(where: { !$0.isEmpty }) {
            refuse(record, nil, TableWords.surplusCell(surplus, columns: columns.count))
        }
        return Table.Row(number: record.number, file: file, columns: columns, cells: texts)
    }

    /// The cells as characters, trimmed; nil where quotes or bytes are wrong.
    private mutating func texts(of record: TableRecord, columns: [String]) -> [String]? {
        if let fault = record.fault {
            refuse(record, nil, TableWords.quotes(fault))
            return nil
        }
        for (index, text) in record.cells.enumerated() where text == nil {
            refuse(record, columns.indices.contains(index) ? columns[index] : nil, TableWords.badBytes(coding))
        }
        return record.cells.contains(nil) ? nil : record.cells.compactMap { $0?.trimmed }
    }

    private mutating func refuse(_ record: TableRecord, _ column: String?, _ message: String) {
        faults.append(TableFault(file: file, row: record.number, column: column, message: message))
    }
}
