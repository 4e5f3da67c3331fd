import CXLSXWriter
import DutyRota
import Foundation

/// Writes a sheet as a workbook.
enum WorkbookWriter {
    private static let fileName = "sheet.xlsx"
    private static let a4: UInt8 = 9

    /// The bytes of a workbook with this sheet, and with a second one for words to choose from. Throws where the sheet's name or
    /// a text is none that a workbook can hold, and where the temporary file cannot be written.
    @Sendable static func bytes(of sheet: Spreadsheet) throws -> [UInt8] {
        let folder = try PrivateFolder()
        let workbook = try WorkbookFile(in: folder.url.path, named: fileName)
        let formats = try CellFormats(in: workbook)
        let page = try workbook.add(sheet.name)
        try write(sheet, to: page, formats)
        if sheet.columns.contains(where: { !$0.choices.isEmpty }) {
            try ChoiceWriter.write(sheet.columns, to: workbook.add(WorkbookWords.choices), for: page, formats)
        }
        try workbook.close()
        return [UInt8](try Data(contentsOf: folder.url.appending(path: fileName)))
    }

    private static func write(
        _ sheet: Spreadsheet, to page: WorkbookFile.Sheet, _ formats: CellFormats
    ) throws(SpreadsheetFault) {
        for (index, column) in sheet.columns.enumerated() {
            let format = formats.format(isDay: column.isDay, shade: nil)
            let place = UInt16(clamping: index)
            try WorkbookFile.check(worksheet_set_column(page, place, place, Double(column.width), format))
            try CellWriter.write(column.name, to: page, row: 0, column: index, formats.header)
        }
        for (index, row) in sheet.rows.enumerated() {
            let shade = sheet.shades[index]
            for (number, (column, text)) in zip(sheet.columns, row).enumerated() {
                let format = formats.format(isDay: column.isDay, shade: shade)
                if column.isDay, let day = Day(text), day >= SerialTime.firstDay {
                    try CellWriter.write(day, to: page, row: index + 1, column: number, format)
                } else {
                    try CellWriter.write(text, to: page, row: index + 1, column: number, format)
                }
            }
        }
        setUpPrint(of: page)
    }

    private static func setUpPrint(of page: WorkbookFile.Sheet) {
        worksheet_freeze_panes(page, 1, 0)
        worksheet_repeat_rows(page, 0, 0)
        worksheet_set_landscape(page)
        worksheet_set_paper(page, a4)
        worksheet_fit_to_pages(page, 1, 0)
    }
}
