/// A row of a CSV file or a spreadsheet before it is found what its cells mean.
struct TableRecord {
    /// What is wrong with the row's quotes.
    enum QuoteFault {
        /// A quote opens and never closes; the rest of the file lies in its cell.
        case open
        /// A quote within a cell that does not begin with one, or characters behind a closing one.
        case stray
    }

    /// The first of the file is 1.
    let number: Int
    /// Without the quotes around them, not yet trimmed; nil where bytes are no characters.
    let cells: [String?]
    /// nil: the quotes are as they should be.
    let fault: QuoteFault?
}

/// Takes a CSV file apart into rows and cells (RFC 4180; rows may also end in LF alone).
///
/// Works on bytes: commas, quotes and line breaks are never part of a longer character, neither in UTF-8 nor in CP932.
struct RecordParser {
    /// What the file was most likely written in.
    let coding: TextCoding
    private var rest: ArraySlice<UInt8>
    private var number = 0
    private var fault: TableRecord.QuoteFault?

    /// Starts behind a byte order mark.
    init(_ bytes: [UInt8]) {
        coding = TextCoding(of: bytes)
        rest = bytes.starts(with: TextCoding.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// The next row, nil at the end of the file.
    mutating func record() -> TableRecord? {
        guard !rest.isEmpty else { return nil }
        number += 1
        fault = nil
        var cells = [cell()]
        while take(comma) { cells.append(cell()) }
        takeLineBreak()
        return TableRecord(
            number: number, cells: cells.map { coding.text($0).map(FormulaGuard.removed(from:)) }, fault: fault)
    }

    private mutating func cell() -> [UInt8] { take(quote) ? quoted() : plain() }

    /// Up to the closing quote; a doubled quote stands for one.
    private mutating func quoted() -> [UInt8] {
        var text: [UInt8] = []
        while true {
            let piece = rest.prefix { $0 != quote }
            text += piece
            rest = rest.dropFirst(piece.count)
            guard take(quote) else {
                fault = .open
                return text
            }
            guard take(quote) else { break }
            text.append(quote)
        }
        if !plain().isEmpty { fault = .stray }
        return text
    }

    private mutating func plain() -> [UInt8] {
        let text = rest.prefix { $0 != comma && $0 != carriageReturn && $0 != lineFeed }
        rest = rest.dropFirst(text.count)
        if text.contains(quote) { fault = .stray }
        return Array(text)
    }

    /// CR LF, LF, or the CR alone of old spreadsheets.
    private mutating func takeLineBreak() {
        _ = take(carriageReturn)
        _ = take(lineFeed)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let carriageReturn = UInt8(ascii: "\r")
private let lineFeed = UInt8(ascii: "\n")
