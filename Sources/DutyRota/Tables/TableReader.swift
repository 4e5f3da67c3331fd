/// Makes rows of a file's records and collects what is wrong with them.
struct TableReader {
    private let file: String
    private let coding: TextCoding
    /// What is wrong with the records so far.
    private(set) var faults: [TableFault] = []

    /// A reader of one file, written in one coding.
    init(file: String, coding: TextCoding) {
        self.file = file
        self.coding = coding
    }

    /// The names in the header, in order; nil where rows below it would mean nothing.
    mutating func columns(_ header: TableRecord?, required: [String], optional: [String]) -> [String]? {
        guard let header, let names = texts(of: header, columns: []) else {
            if header == nil { faults.append(TableFault(file: file, message: TableWords.emptyFile)) }
            return nil
        }
        let columns = Array(names.prefix(upTo: names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0))
        let known = required + optional
        for (index, name) in columns.enumerated() {
            if columns.firstIndex(of: name) != index {
                refuse(header, name, TableWords.repeatedColumn)
            } else if !known.contains(name) {
                refuse(header, name, TableWords.unknownColumn(known: known))
            }
        }
        let missing = required.filter { !columns.contains($0) }
        for name in missing { refuse(header, name, TableWords.missingColumn) }
        return missing.isEmpty ? columns : nil
    }

    /// A row by the header's names; nil where it is empty or cannot be read.
    mutating func row(_ record: TableRecord, columns: [String]) -> Table.Row? {
        guard let texts = texts(of: record, columns: columns), texts.contains(where: { !$0.isEmpty }) else {
            return nil
        }
        if let surplus = texts.dropFirst(columns.count).first(where: { !$0.isEmpty }) {
            refuse(record, nil, TableWords.surplusCell(surplus, columns: columns.count))
        }
        let cells = Dictionary(zip(columns, texts)) { first, _ in first }
        return Table.Row(number: record.number, file: file, cells: cells)
    }

    /// The cells as characters, trimmed; nil where quotes or bytes are wrong.
    private mutating func texts(of record: TableRecord, columns: [String]) -> [String]? {
        if let fault = record.fault {
            refuse(record, nil, TableWords.quotes(fault))
            return nil
        }
        let texts = record.cells.map(coding.text)
        for (index, text) in texts.enumerated() where text == nil {
            refuse(record, columns.indices.contains(index) ? columns[index] : nil, TableWords.badBytes(coding))
        }
        return texts.contains(nil) ? nil : texts.compactMap { $0?.trimmed }
    }

    private mutating func refuse(_ record: TableRecord, _ column: String?, _ message: String) {
        faults.append(TableFault(file: file, row: record.number, column: column, message: message))
    }
}
