import GRDB
import GRDBSQLite

/// A prepared statement read and bound column by column, without a row object between: the look-up's and the record's statements run on
/// every call. Everything else is plain GRDB.
struct RawStatement {
    private let pointer: OpaquePointer
    /// Keeps the pointer valid.
    private let statement: Statement

    /// The statement for this SQL on this connection; prepared once, then taken from the connection's cache.
    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        pointer = statement.sqliteStatement
        sqlite3_reset(pointer)
    }

    /// Binds a whole number to the parameter at this position, counted from 1.
    func bind(_ value: Int64, at position: Int32) {
        sqlite3_bind_int64(pointer, position, value)
    }

    /// Binds a text to the parameter at this position, counted from 1.
    func bind(_ text: String, at position: Int32) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(pointer, position, $0.baseAddress, Int32($0.count), RawStatement.copied)
            }
        }
    }

    /// Binds text that is UTF-8 already to the parameter at this position, counted from 1.
    func bind(text bytes: [UInt8], at position: Int32) {
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_text(
                pointer, position, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count),
                RawStatement.copied)
        }
    }

    /// Binds bytes to the parameter at this position, counted from 1.
    func bind(_ bytes: [UInt8], at position: Int32) {
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_blob(pointer, position, $0.baseAddress, Int32($0.count), RawStatement.copied)
        }
    }

    /// Reads the rows, one after the other.
    func rows<Value>(_ read: (inout RawRow) -> Value) throws -> [Value] {
        defer { sqlite3_reset(pointer) }
        var values: [Value] = []
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW:
                var row = RawRow(pointer)
                values.append(read(&row))
            case SQLITE_DONE: return values
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
    }

    /// Hands the rows to `body`, one after the other, until it gives false.
    func each(_ body: (inout RawRow) throws -> Bool) throws {
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW:
                var row = RawRow(pointer)
                guard try body(&row) else { return }
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
    }

    /// Reads the first row, or nil where there is none.
    func first<Value>(_ read: (inout RawRow) -> Value) throws -> Value? {
        defer { sqlite3_reset(pointer) }
        switch sqlite3_step(pointer) {
        case SQLITE_ROW:
            var row = RawRow(pointer)
            return read(&row)
        case SQLITE_DONE: return nil
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// Runs a statement that has no rows.
    func run() throws {
        _ = try first { _ in }
    }

    /// SQLITE_TRANSIENT: SQLite copies what is bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension Database {
    /// Runs `body` in a transaction whose statements are prepared once, and takes back what it wrote where it throws. For those that run on every
    /// call; everything else uses GRDB's own transactions, which prepare theirs anew.
    func inCachedTransaction<Value>(_ begin: CachedTransaction, _ body: () throws -> Value) throws -> Value {
        try RawStatement(self, begin.rawValue).run()
        do {
            let value = try body()
            try RawStatement(self, "COMMIT TRANSACTION").run()
            return value
        } catch {
            if isInsideTransaction { try rollback() }
            throw error
        }
    }
}

/// How a transaction begins.
enum CachedTransaction: String {
    case reading = "BEGIN DEFERRED TRANSACTION"
    case writing = "BEGIN IMMEDIATE TRANSACTION"
}

/// The row that a statement stands on, read from the first column to the last.
struct RawRow {
    private let pointer: OpaquePointer
    private var column: Int32 = 0

    fileprivate init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// The next column as text, or nil for NULL.
    mutating func text() -> String? {
        defer { column += 1 }
        guard let bytes = sqlite3_column_text(pointer, column) else { return nil }
        let count = Int(sqlite3_column_bytes(pointer, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The next column as a whole number; 0 for NULL.
    mutating func integer() -> Int64 {
        defer { column += 1 }
        return sqlite3_column_int64(pointer, column)
    }

    /// The next column's bytes where they lie, without a copy; they are there only inside `body`.
    mutating func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        defer { column += 1 }
        let start = sqlite3_column_blob(pointer, column)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }

    /// The next column as bytes.
    mutating func bytes() -> [UInt8] {
        defer { column += 1 }
        guard let start = sqlite3_column_blob(pointer, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }
}
