import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// Reads folders that an export wrote.
enum ArchiveFiles {
    /// The folders with their files; nil where none has a history. Throws ``SeedFaults`` where only some have one.
    static func read(_ directory: String) throws -> [ArchiveFolder]? {
        let folders = SeedFiles.folders(in: directory)
        let (kept, plain) = (folders.filter(hasHistory), folders.filter { !hasHistory($0) })
        guard !kept.isEmpty else { return nil }
        guard plain.isEmpty else {
            let faults = plain.map { TableFault(file: $0.lastPathComponent, message: ArchiveWords.historyMissing) }
            throw SeedFaults(faults: faults, gaps: [])
        }
        return try kept.map { folder in
            let history = folder.appendingPathComponent("history")
            let files = try names(folder).filter { $0 != "history" } + names(history).map { "history/\($0)" }
            let pairs = files.map { name in
                // A file as large as the register is not read into memory at once.
                let data = try? Data(contentsOf: folder.appendingPathComponent(name), options: .mappedIfSafe)
                return (name, data ?? Data())
            }
            return ArchiveFolder(name: folder.lastPathComponent, files: Dictionary(uniqueKeysWithValues: pairs))
        }
    }

    private static func hasHistory(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("history").path)
    }

    private static func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    }
}
