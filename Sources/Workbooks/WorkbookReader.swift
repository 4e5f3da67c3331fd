import DutyRota

/// Reads a workbook's first shown sheet.
enum WorkbookReader {
    /// The sheet's texts, the header included, rows and cells at their places, without empty ones at the end of the sheet and of
    /// each row. Throws ``SpreadsheetFault`` for anything that is no plain workbook.
    @Sendable static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var archive = try Archive(bytes)
        try ContentTypes.check(&archive)
        try refuseActiveParts(archive.names)
        let workbook = try WorkbookPart(in: &archive)
        let sheet = try archive.part(workbook.firstShownSheet())
        guard let sheet else { throw SpreadsheetFault(message: WorkbookWords.broken) }
        let values = CellValues(
            strings: try SharedStrings.read(workbook.relationships, in: &archive),
            formats: try NumberFormats.read(workbook.relationships, in: &archive),
            countsFrom1904: workbook.countsFrom1904
        )
        let reader = WorksheetReader(values)
        try PartScanner.scan(sheet, with: reader)
        return reader.rows
    }

    private static func refuseActiveParts(_ names: some Collection<String>) throws(SpreadsheetFault) {
        guard !names.contains(where: { $0.hasSuffix("vbaproject.bin") }) else {
            throw SpreadsheetFault(message: WorkbookWords.macros)
        }
        guard !names.contains(where: { $0.contains("/externallinks/") }) else {
            throw SpreadsheetFault(message: WorkbookWords.externalLinks)
        }
    }
}
