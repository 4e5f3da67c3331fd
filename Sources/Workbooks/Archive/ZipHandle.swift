import CZip
import DutyRota
import Foundation

/// An open container of libzip, over a copy of the bytes that libzip owns.
struct ZipHandle: ~Copyable {
    /// For libzip's functions; not to be kept.
    let pointer: OpaquePointer

    /// Opens for reading. Throws where libzip finds no whole container.
    init(_ bytes: [UInt8]) throws(SpreadsheetFault) {
        guard let copy = malloc(bytes.count) else { throw SpreadsheetFault(message: WorkbookWords.tooLarge) }
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        guard let pointer = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        self.pointer = pointer
    }

    deinit { zip_discard(pointer) }

    /// What the container's table says of a part.
    func status(of index: UInt64) throws(SpreadsheetFault) -> (name: String, size: UInt64, isEncrypted: Bool) {
        var status = zip_stat_t()
        guard zip_stat_index(pointer, index, UInt32(ZIP_FL_ENC_RAW), &status) == 0, let name = status.name else {
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        return (String(cString: name), status.size, status.encryption_method != ZIP_EM_NONE)
    }
}
