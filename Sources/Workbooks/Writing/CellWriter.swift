import CXLSXWriter
import DutyRota

/// Writes single cells; rows and columns counted from 0, as the library does.
enum CellWriter {
    /// A text, never a formula whatever it begins with; an empty one leaves the cell empty with its format.
    static func write(
        _ text: String, to page: WorkbookFile.Sheet, row: Int, column: Int, _ format: WorkbookFile.Format?
    ) throws(SpreadsheetFault) {
        let text = EscapedText.write(text)
        try WorkbookFile.check(
            worksheet_write_string(page, UInt32(clamping: row), UInt16(clamping: column), text, format))
    }

    /// A day, as the number that spreadsheets have for it; not before ``SerialTime/firstDay``.
    static func write(
        _ day: Day, to page: WorkbookFile.Sheet, row: Int, column: Int, _ format: WorkbookFile.Format?
    ) throws(SpreadsheetFault) {
        let serial = Double(day.number + SerialTime.offset)
        try WorkbookFile.check(
            worksheet_write_number(page, UInt32(clamping: row), UInt16(clamping: column), serial, format))
    }
}
