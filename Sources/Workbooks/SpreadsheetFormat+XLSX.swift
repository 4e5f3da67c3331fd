public import DutyRota

extension SpreadsheetFormat {
    /// Excel workbooks (.xlsx, ECMA-376).
    ///
    /// Reading answers or throws ``SpreadsheetFault`` for any bytes whatever, with memory and time bounded by
    /// ``WorkbookLimits``. Writing keeps the workbook in a private temporary folder for as long as it takes. Both block the thread.
    public static let xlsx = SpreadsheetFormat(read: WorkbookReader.rows, write: WorkbookWriter.bytes)
}
