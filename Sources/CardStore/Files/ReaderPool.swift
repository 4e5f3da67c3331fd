import Foundation
import GRDB
import Synchronization

/// A few read-only connections, each lent to one caller at a time; more are opened as more callers come at once.
final class ReaderPool: Sendable {
    private let file: URL
    private let idle = Mutex<[DatabaseQueue]>([])

    init(_ file: URL) throws {
        self.file = file
        let first = try StoreFiles.reader(file)
        idle.withLock { $0 = [first] }
    }

    /// Reads on a connection of the pool. Each statement sees what was committed when it began.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let reader = try idle.withLock { $0.popLast() } ?? StoreFiles.reader(file)
        defer { idle.withLock { $0.append(reader) } }
        return try reader.unsafeRead(body)
    }
}
