import Foundation
import GRDB
import Synchronization

/// A few read-only connections, each lent to one caller at a time; more are opened as more callers come at once.
final class ReaderPool: Sendable {
    private let file: URL
    private let patience: TimeInterval
    private let idle = Mutex<[DatabaseQueue]>([])

    /// `patience`: how many seconds a reading waits for somebody who has locked the file.
    init(_ file: URL, patience: TimeInterval = 5) throws {
        self.file = file
        self.patience = patience
        let first = try StoreFiles.reader(file, patience: patience)
        idle.withLock { $0 = [first] }
    }

    /// Reads on a connection of the pool. Each statement sees what was committed when it began.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let reader = try idle.withLock { $0.popLast() } ?? StoreFiles.reader(file, patience: patience)
        defer { idle.withLock { $0.append(reader) } }
        return try reader.unsafeRead(body)
    }
}
