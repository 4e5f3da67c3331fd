import Foundation

/// The second place for records: a file to which lines are appended while the record's own file does not take them.
struct OverflowFile: Sendable {
    private let file: URL

    init(_ file: URL) {
        self.file = file
    }

    /// Where it is.
    var path: String { file.path }

    /// Where records lie while they join the chain; new ones go to `path` meanwhile.
    private var aside: URL { file.appendingPathExtension("joining") }

    /// Whether it holds anything.
    var hasRecords: Bool {
        [path, aside.path].contains { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return attributes?[.size] as? Int ?? 0 > 0
        }
    }

    /// Puts what it holds aside, to be joined to the chain; where something lies there since a crash, that comes first.
    /// Throws where that cannot be done.
    func putAside() throws {
        guard !FileManager.default.fileExists(atPath: aside.path) else { return }
        if rename(path, aside.path) != 0, errno != ENOENT { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Appends records, one line each; false where not all could be written.
    func append(_ records: [ChainRecord]) -> Bool {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let lines = Array(records.map { $0.line + [0x0A] }.joined())
        let end = lseek(descriptor, 0, SEEK_END)
        if write(descriptor, lines, lines.count) == lines.count { return true }
        // A line cut off would spoil the next one.
        _ = ftruncate(descriptor, end)
        return false
    }

    /// What was put aside. A line that was cut off by a crash is left out: nobody got an answer for it. Throws where there is something and it
    /// cannot be read.
    func recordsAside() throws -> [ChainRecord] {
        guard FileManager.default.fileExists(atPath: aside.path) else { return [] }
        return try Data(contentsOf: aside).split(separator: 0x0A).compactMap(ChainRecord.init(line:))
    }

    /// Forgets what was put aside. Throws where that cannot be done.
    func removeAside() throws {
        if unlink(aside.path) != 0, errno != ENOENT { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}

extension ChainRecord {
    private struct Head: Decodable {
        let id: String
        let at: String
    }

    /// The record's body, and behind a tab, which JSON never holds, what was searched for.
    fileprivate var line: [UInt8] {
        guard let words, let json = try? JSONEncoder().encode(words) else { return body }
        return body + [UInt8(ascii: "\t")] + json
    }

    /// nil where the line was cut off.
    fileprivate init?(line: Data) {
        let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
        guard let body = parts.first, let head = try? JSONDecoder().decode(Head.self, from: body) else { return nil }
        let words = parts.dropFirst().first.map { try? JSONDecoder().decode(SearchedWords.self, from: $0) }
        if case .some(.none) = words { return nil }
        self.init(id: head.id, at: head.at, body: Array(body), words: words ?? nil)
    }
}
