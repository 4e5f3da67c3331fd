import CZip
import Foundation

/// Makes containers, good and bad, in memory.
enum ZipMaker {
    struct Failure: Error {}

    /// A container with these parts, in this order; `password`: encrypts them with it.
    static func zip(_ parts: [(name: String, bytes: [UInt8])], password: String? = nil) throws -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw Failure() }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else { throw Failure() }
        for part in parts {
            guard let copy = malloc(max(1, part.bytes.count)) else { throw Failure() }
            part.bytes.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
            }
            let content = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1)
            guard let content, case let index = zip_file_add(archive, part.name, content, 0), index >= 0 else {
                throw Failure()
            }
            if let password {
                zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_TRAD_PKWARE), password)
            }
        }
        guard zip_close(archive) == 0 else { throw Failure() }
        return try read(source)
    }

    private static func read(_ source: OpaquePointer) throws -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw Failure() }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_source_read(source, &bytes, status.size) == Int64(status.size) else { throw Failure() }
        return bytes
    }
}
