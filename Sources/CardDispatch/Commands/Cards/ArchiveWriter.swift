import Foundation

/// Writes files into a folder that appears whole or not at all: beside its place first, then renamed. Files are 0600, folders 0700.
final class ArchiveWriter {
    private let target: URL
    private let making: URL
    private var file: (name: String, handle: FileHandle)?
    /// How many bytes have been written.
    private(set) var written = 0

    /// Throws where the folder is there already and holds something.
    init(_ path: String) throws {
        target = URL(fileURLWithPath: path).standardizedFileURL
        let held = (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
        let isThere = FileManager.default.fileExists(atPath: target.path)
        guard !isThere || held.isEmpty && Self.isFolder(target) else { throw NotEmpty() }
        let name = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part"
        making = target.deletingLastPathComponent().appendingPathComponent(name)
        clearAbandoned()
        try Self.makeFolder(making)
    }

    /// The folder holds something.
    struct NotEmpty: Error {}

    /// Writes the next bytes of a file; those of one file come together.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        if file?.name != name {
            try close()
            file = (name, try open(name))
        }
        try file?.handle.write(contentsOf: bytes)
        written += bytes.count
    }

    /// Puts the folder in its place.
    func finish() throws {
        try close()
        guard rename(making.path, target.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        try Self.sync(target.deletingLastPathComponent())
    }

    /// Takes away what has been written so far.
    func drop() {
        try? file?.handle.close()
        try? FileManager.default.removeItem(at: making)
    }

    /// Takes away what an export that was killed has left beside this place: it is patient data.
    private func clearAbandoned() {
        let parent = target.deletingLastPathComponent()
        let prefix = ".\(target.lastPathComponent)."
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] {
            guard name.hasPrefix(prefix), name.hasSuffix(".part"),
                let process = Int32(name.dropFirst(prefix.count).dropLast(5)), kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
        }
    }

    private func close() throws {
        try file?.handle.synchronize()
        try file?.handle.close()
        file = nil
    }

    private func open(_ name: String) throws -> FileHandle {
        let path = making.appendingPathComponent(name)
        let folder = path.deletingLastPathComponent()
        if !FileManager.default.fileExists(atPath: folder.path) { try Self.makeFolder(folder) }
        let descriptor = Foundation.open(path.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private static func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }

    private static func sync(_ folder: URL) throws {
        let descriptor = Foundation.open(folder.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Foundation.close(descriptor)
    }
}
