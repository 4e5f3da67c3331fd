import CXLSXWriter
import DutyRota

/// The formats of a sheet's cells.
struct CellFormats {
    /// Of column names.
    let header: WorkbookFile.Format
    private let texts: [Spreadsheet.Shade?: WorkbookFile.Format]
    private let days: [Spreadsheet.Shade?: WorkbookFile.Format]

    /// All that a sheet takes.
    init(in workbook: borrowing WorkbookFile) throws(SpreadsheetFault) {
        header = try workbook.format()
        format_set_bold(header)
        format_set_num_format(header, CellFormats.text)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        texts = try CellFormats.shaded(CellFormats.text, in: workbook)
        days = try CellFormats.shaded("yyyy-mm-dd", in: workbook)
    }

    /// The format of a cell, or of a column's cells that are still to be written (no shade).
    func format(isDay: Bool, shade: Spreadsheet.Shade?) -> WorkbookFile.Format? { (isDay ? days : texts)[shade] }

    /// What is typed into a cell of this format stays a text: `=1+1` becomes no formula, 0521 keeps its zero.
    private static let text = "@"

    private static func shaded(
        _ numberFormat: String, in workbook: borrowing WorkbookFile
    ) throws(SpreadsheetFault) -> [Spreadsheet.Shade?: WorkbookFile.Format] {
        var formats: [Spreadsheet.Shade?: WorkbookFile.Format] = [:]
        for shade in [nil, .saturday, .holiday] as [Spreadsheet.Shade?] {
            let format = try workbook.format()
            format_set_num_format(format, numberFormat)
            if let shade {
                format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
                format_set_bg_color(format, colour(shade))
            }
            formats[shade] = format
        }
        return formats
    }

    /// Light enough for black letters, and two different greys on a printer without colours.
    private static func colour(_ shade: Spreadsheet.Shade) -> lxw_color_t {
        switch shade {
        case .saturday: 0xDDEBF7
        case .holiday: 0xF8CBC6
        }
    }
}
