import DutyRota

/// The list of what kinds of part a file has (ECMA-376-2, 6.2.3); read for what must not be among them.
final class ContentTypes: PartReader {
    let root = "Types"

    /// Throws for a file without the list and for one with macros.
    static func check(_ archive: inout Archive) throws(SpreadsheetFault) {
        guard let bytes = try archive.part("[Content_Types].xml") else {
            throw SpreadsheetFault(message: WorkbookWords.notAWorkbook)
        }
        try PartScanner.scan(bytes, with: ContentTypes())
    }

    func open(_ element: String, _ attributes: Attributes) throws(SpreadsheetFault) {
        let type = attributes["ContentType"]?.lowercased() ?? ""
        guard !type.contains("macro"), !type.contains("vbaproject") else {
            throw SpreadsheetFault(message: WorkbookWords.macros)
        }
    }
}
