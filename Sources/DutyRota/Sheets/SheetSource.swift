/// A month sheet as an office hands it in.
public enum SheetSource: Sendable {
    /// A CSV file, in UTF-8 or CP932.
    case csv([UInt8])
    /// The cells of a spreadsheet, the header first, as ``SpreadsheetFormat`` reads them.
    case cells([[String]])
}
