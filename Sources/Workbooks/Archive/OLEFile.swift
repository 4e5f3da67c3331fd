import DutyRota

/// The container of Office files before 2007 (MS-CFB), which also wraps every workbook with a password (MS-OFFCRYPTO).
enum OLEFile {
    private static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let encryptedStream = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    /// Throws for a file in this container, telling an old workbook from a protected one.
    static func refuse(_ bytes: [UInt8]) throws(SpreadsheetFault) {
        guard bytes.starts(with: magic) else { return }
        let isEncrypted = bytes.contains(encryptedStream)
        throw SpreadsheetFault(message: isEncrypted ? WorkbookWords.encrypted : WorkbookWords.oldWorkbook)
    }
}
