import DutyRota
import Foundation

/// A folder that nobody else can look into, removed with all it holds when it is no longer needed.
struct PrivateFolder: ~Copyable {
    /// Its place.
    let url: URL

    /// Makes one among the temporary files. Throws where that cannot be done.
    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
