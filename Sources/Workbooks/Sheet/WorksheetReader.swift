import DutyRota

/// Reads the cells of a worksheet (ECMA-376-1, 18.3.1.73 and .4), each at its own place.
final class WorksheetReader: PartReader {
    let root = "worksheet"
    /// Each as long as its last cell that is not empty; up to the last row with one.
    private(set) var rows: [[String]] = []

    private let values: CellValues
    private var place = CellPlace(row: 0, column: 0)
    private var cell: (kind: CellValues.Kind, style: Int)?
    private var value = ""
    private var isValue = false
    private var runs = TextRuns()
    private var textCount = 0

    /// For a workbook's values.
    init(_ values: CellValues) {
        self.values = values
    }

    func open(_ element: String, _ attributes: Attributes) throws(SpreadsheetFault) {
        switch element {
        case "row": try openRow(attributes)
        case "c": try openCell(attributes)
        case "f" where cell != nil: throw place.fault(WorkbookWords.formula)
        case "v": isValue = cell != nil
        default: runs.open(element)
        }
    }

    func read(_ text: String) {
        if isValue { value += text } else if cell != nil { runs.read(text) }
    }

    func close(_ element: String) throws(SpreadsheetFault) {
        switch element {
        case "c": try closeCell()
        case "v": isValue = false
        default: runs.close(element)
        }
    }

    private func openRow(_ attributes: Attributes) throws(SpreadsheetFault) {
        let number = attributes["r"] == nil ? place.row + 1 : attributes.number("r") ?? 0
        guard number > place.row, number <= CellPlace.lastRow, cell == nil else {
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        place = CellPlace(row: number, column: 0)
    }

    private func openCell(_ attributes: Attributes) throws(SpreadsheetFault) {
        let next = CellPlace(row: place.row, column: place.column + 1)
        guard let found = attributes["r"].map(CellPlace.init) ?? next, found.row == place.row,
            found.column > place.column, found.column <= CellPlace.lastColumn, cell == nil,
            let kind = CellValues.Kind(rawValue: attributes["t"] ?? "n")
        else { throw SpreadsheetFault(row: place.row, message: WorkbookWords.broken) }
        place = found
        cell = (kind, attributes.number("s") ?? 0)
        value = ""
        runs = TextRuns()
    }

    private func closeCell() throws(SpreadsheetFault) {
        guard let cell else { return }
        self.cell = nil
        if cell.kind == .inlineString {
            try keep(runs.text)
        } else if !value.isEmpty {
            try keep(text(of: cell))
        }
    }

    private func text(of cell: (kind: CellValues.Kind, style: Int)) throws(SpreadsheetFault) -> String {
        do {
            return try values.text(value, kind: cell.kind, style: cell.style)
        } catch {
            switch error {
            case .errorValue: throw place.fault(WorkbookWords.errorValue(String(value.prefix(20))))
            case .broken: throw place.fault(WorkbookWords.broken)
            }
        }
    }

    private func keep(_ text: String) throws(SpreadsheetFault) {
        guard !text.isEmpty else { return }
        guard place.row <= WorkbookLimits.rows else { throw place.fault(WorkbookWords.tooManyRows) }
        guard place.column <= WorkbookLimits.columns else { throw place.fault(WorkbookWords.tooManyColumns) }
        guard text.utf16.count <= WorkbookLimits.characters else { throw place.fault(WorkbookWords.tooLong) }
        textCount += text.utf8.count
        guard textCount <= WorkbookLimits.bytes else { throw SpreadsheetFault(message: WorkbookWords.tooLarge) }
        rows += Array(repeating: [], count: max(0, place.row - rows.count))
        rows[place.row - 1] += Array(repeating: "", count: place.column - 1 - rows[place.row - 1].count) + [text]
    }
}
