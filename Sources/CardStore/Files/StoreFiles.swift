public import Foundation
import GRDB

/// The three database files of an installation, which lie side by side.
public struct StoreFiles: Sendable {
    /// Registers, cards, rota and keys.
    public let cards: URL
    /// The record of who looked.
    public let audit: URL
    /// This node's own calls and sessions.
    public let desk: URL

    /// The files that belong to the cards' file at this path.
    public init(cards path: String) {
        cards = URL(fileURLWithPath: path)
        audit = cards.deletingLastPathComponent().appendingPathComponent("audit.sqlite")
        desk = cards.deletingLastPathComponent().appendingPathComponent("desk.sqlite")
    }

    /// Opens a file for writing, readable by its owner alone (0600), in WAL mode, each commit on disk before it returns.
    static func writer(_ file: URL) throws -> DatabaseQueue {
        try makePrivate(file)
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        // Entering WAL mode resets `synchronous` to NORMAL, and so it is set once the connection is open.
        try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return queue
    }

    /// Opens a file for reading.
    static func reader(_ file: URL, patience: TimeInterval = 5) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patience)
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Creates the file with mode 0600 where it is missing; the WAL files beside it inherit the mode.
    ///
    /// A file that is there is never opened here: closing it would drop every lock that SQLite holds on it in this process.
    static func makePrivate(_ file: URL) throws {
        let descriptor = open(file.path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        guard chmod(file.path, 0o600) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
