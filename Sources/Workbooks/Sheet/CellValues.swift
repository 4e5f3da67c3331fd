import DutyRota

/// What cells hold, as the texts that a person sees there.
struct CellValues {
    /// How a cell's value is written (ECMA-376-1, 18.18.11, ST_CellType).
    enum Kind: String {
        case boolean = "b"
        case date = "d"
        case error = "e"
        case inlineString = "inlineStr"
        case number = "n"
        case sharedString = "s"
        case string = "str"
    }

    /// The workbook's shared strings.
    let strings: [String]
    /// The workbook's number formats, by a cell's style.
    let formats: [NumberFormat]
    /// Whether days are counted from 1904 on.
    let countsFrom1904: Bool

    /// The text of a value that is not inline. Throws for error values and for values that mean nothing.
    func text(_ value: String, kind: Kind, style: Int) throws(Fault) -> String {
        switch kind {
        case .boolean: value == "0" ? "FALSE" : "TRUE"
        case .date: withoutMidnight(value)
        case .error: throw .errorValue
        case .inlineString, .string: EscapedText.read(value)
        case .number: try number(value, style: style)
        case .sharedString: try sharedString(value)
        }
    }

    /// Why a value is not read.
    enum Fault: Error {
        case errorValue, broken
    }

    private func sharedString(_ value: String) throws(Fault) -> String {
        guard let index = Int(value), strings.indices.contains(index) else { throw .broken }
        return strings[index]
    }

    private func number(_ value: String, style: Int) throws(Fault) -> String {
        guard let number = Double(value), number.isFinite else { throw .broken }
        let format = formats.indices.contains(style) ? formats[style] : .number
        if let text = SerialTime(number, countsFrom1904: countsFrom1904)?.text(format) { return text }
        return Int64(exactly: number).map(String.init) ?? "\(number)"
    }

    /// Days of the strict format (ISO 8601), whose midnight is no time of day.
    private func withoutMidnight(_ value: String) -> String {
        let parts = value.split(separator: "T", maxSplits: 1)
        guard let day = parts.first, Day(String(day)) != nil else { return value }
        let isMidnight = parts.count == 1 || parts[1].allSatisfy { "0:.Z".contains($0) }
        return isMidnight ? String(day) : parts.joined(separator: " ")
    }
}
