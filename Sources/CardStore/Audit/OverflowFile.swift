import DutyRota
import Foundation

/// The second place for records: a file to which lines are appended while the record's own file does not take them.
struct OverflowFile: Sendable {
    private let file: URL

    init(_ file: URL) {
        self.file = file
    }

    /// Where it is.
    var path: String { file.path }

    /// Whether it holds anything.
    var hasRecords: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0 > 0
    }

    /// Appends records, one line each; false where not all could be written.
    func append(_ records: [ChainRecord]) -> Bool {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let lines = Array(records.map { $0.body + [0x0A] }.joined())
        return write(descriptor, lines, lines.count) == lines.count
    }

    /// What it holds. A line that was cut off by a crash is left out: nobody got an answer for it.
    func records() -> [ChainRecord] {
        guard let data = try? Data(contentsOf: file) else { return [] }
        return data.split(separator: 0x0A).compactMap { line in
            guard let head = try? JSONDecoder().decode(Head.self, from: line),
                let at = try? Instant(rfc3339: head.at)
            else { return nil }
            return ChainRecord(id: head.id, milliseconds: at.milliseconds, body: Array(line))
        }
    }

    /// Forgets what it holds.
    func empty() {
        _ = truncate(path, 0)
    }

    private struct Head: Decodable {
        let id: String
        let at: String
    }
}
