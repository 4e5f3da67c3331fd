import CXLSXWriter
import DutyRota

/// Writes the words to choose from: on a sheet of their own, as a list inside a validation may not exceed 255 characters.
enum ChoiceWriter {
    /// Fills the sheet of choices, a column for each column that has some, and lets the cells of those columns offer them.
    static func write(
        _ columns: [Spreadsheet.Column], to list: WorkbookFile.Sheet, for page: WorkbookFile.Sheet,
        _ formats: CellFormats
    ) throws(SpreadsheetFault) {
        let listed = columns.enumerated().filter { !$0.element.choices.isEmpty }
        for (place, (column, described)) in listed.enumerated() {
            let format = formats.format(isDay: false, shade: nil)
            let number = UInt16(clamping: place)
            try WorkbookFile.check(worksheet_set_column(list, number, number, Double(described.width), format))
            try CellWriter.write(described.name, to: list, row: 0, column: place, formats.header)
            for (row, choice) in described.choices.enumerated() {
                try CellWriter.write(choice, to: list, row: row + 1, column: place, format)
            }
            let letters = CellPlace(row: 1, column: place + 1).letters
            let last = described.choices.count + 1
            try offer(
                "='\(WorkbookWords.choices)'!$\(letters)$2:$\(letters)$\(last)", in: UInt16(clamping: column), of: page)
        }
        worksheet_freeze_panes(list, 1, 0)
    }

    /// Offers a range of cells in a column, and lets anything else be written too: several names stand in one cell.
    private static func offer(_ range: String, in column: UInt16, of page: WorkbookFile.Sheet) throws(SpreadsheetFault)
    {
        let error = range.withCString { formula in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
            validation.value_formula = UnsafeMutablePointer(mutating: formula)
            return worksheet_data_validation_range(
                page, 1, column, UInt32(WorkbookLimits.rows - 1), column, &validation)
        }
        try WorkbookFile.check(error)
    }
}
