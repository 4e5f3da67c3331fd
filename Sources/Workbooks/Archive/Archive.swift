import CZip
import DutyRota

/// The container of a workbook: parts by name, unpacked one at a time and within ``WorkbookLimits``.
struct Archive: ~Copyable {
    private let zip: ZipHandle
    private let packedCount: Int
    private var unpackedCount = 0
    private let indices: [String: UInt64]

    /// Opens a container and checks what its table says. Throws for anything but a plain zip file of a bearable size.
    init(_ bytes: [UInt8]) throws(SpreadsheetFault) {
        guard bytes.count <= WorkbookLimits.bytes else { throw SpreadsheetFault(message: WorkbookWords.tooLarge) }
        try OLEFile.refuse(bytes)
        try EndRecord.check(bytes)
        let zip = try ZipHandle(bytes)
        indices = try Archive.indices(of: zip)
        self.zip = zip
        packedCount = bytes.count
    }

    /// The names of all parts, in lower case.
    var names: some Collection<String> { indices.keys }

    private static func indices(of zip: borrowing ZipHandle) throws(SpreadsheetFault) -> [String: UInt64] {
        var indices: [String: UInt64] = [:]
        var announced: UInt64 = 0
        for index in 0..<UInt64(max(0, zip_get_num_entries(zip.pointer, 0))) {
            let (name, size, isEncrypted) = try zip.status(of: index)
            guard !isEncrypted else { throw SpreadsheetFault(message: WorkbookWords.encrypted) }
            guard indices.updateValue(index, forKey: name.lowercased()) == nil else {
                throw SpreadsheetFault(message: WorkbookWords.repeatedPart)
            }
            announced = announced.addingReportingOverflow(size).overflow ? .max : announced + size
        }
        guard announced <= WorkbookLimits.bytes else { throw SpreadsheetFault(message: WorkbookWords.tooLarge) }
        return indices
    }

    /// A part's bytes, its name compared without regard to case (ECMA-376-2, 6.2.2.3); nil: no such part.
    ///
    /// Counts what comes out, as the sizes in the container are whatever its maker wrote there.
    mutating func part(_ name: String) throws(SpreadsheetFault) -> [UInt8]? {
        guard let index = indices[name.lowercased()] else { return nil }
        guard let file = zip_fopen_index(zip.pointer, index, 0) else {
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Int(zip_fread(file, &chunk, UInt64(chunk.count)))
            guard count >= 0 else { throw SpreadsheetFault(message: WorkbookWords.broken) }
            guard count > 0 else { return bytes }
            try unpack(count, after: bytes.count)
            bytes += chunk[0..<count]
        }
    }

    private mutating func unpack(_ count: Int, after partCount: Int) throws(SpreadsheetFault) {
        unpackedCount += count
        let allowed = max(WorkbookLimits.freelyUnpackedBytes, packedCount * WorkbookLimits.ratio)
        guard partCount + count <= WorkbookLimits.partBytes, unpackedCount <= min(WorkbookLimits.bytes, allowed) else {
            throw SpreadsheetFault(message: WorkbookWords.tooLarge)
        }
    }
}
