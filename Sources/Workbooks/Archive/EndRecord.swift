import DutyRota

/// The record at the end of a zip container (APPNOTE.TXT 4.3.16, and 4.3.14 of zip64), which says how large its table of parts is.
///
/// Looked at before libzip does, which reads the whole table once for each thing that looks like such a record, and whatever its size.
enum EndRecord {
    private static let size = 22
    private static let locatorSize = 20
    private static let longestComment = 0xFFFF

    /// Throws for bytes without an end record, with several, or with one that announces too large a table.
    static func check(_ bytes: [UInt8]) throws(SpreadsheetFault) {
        let searched = max(0, bytes.count - size - locatorSize - longestComment)...max(0, bytes.count - size)
        let places = searched.filter { isSignature(5, 6, at: $0, in: bytes) }
        guard let place = places.first else { throw SpreadsheetFault(message: WorkbookWords.notAWorkbook) }
        guard places.count == 1 else { throw SpreadsheetFault(message: WorkbookWords.broken) }
        try check(entries: bytes.number(at: place + 10, count: 2), directory: bytes.number(at: place + 12, count: 4))
        let locator = place - locatorSize
        guard isSignature(6, 7, at: locator, in: bytes) else { return }
        let offset = bytes.number(at: locator + 8, count: 8).flatMap { Int(exactly: $0) } ?? bytes.count
        guard offset < bytes.count, isSignature(6, 6, at: offset, in: bytes) else {
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        try check(entries: bytes.number(at: offset + 32, count: 8), directory: bytes.number(at: offset + 40, count: 8))
    }

    private static func check(entries: UInt64?, directory: UInt64?) throws(SpreadsheetFault) {
        guard let entries, let directory else { throw SpreadsheetFault(message: WorkbookWords.broken) }
        guard entries <= WorkbookLimits.entries, directory <= WorkbookLimits.directoryBytes else {
            throw SpreadsheetFault(message: WorkbookWords.tooManyParts)
        }
    }

    private static func isSignature(_ third: UInt8, _ fourth: UInt8, at offset: Int, in bytes: [UInt8]) -> Bool {
        offset >= 0 && offset <= bytes.count - 4 && bytes[offset] == 0x50 && bytes[offset + 1] == 0x4B
            && bytes[offset + 2] == third && bytes[offset + 3] == fourth
    }
}
