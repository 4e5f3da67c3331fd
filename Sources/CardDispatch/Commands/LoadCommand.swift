import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Loads an association's folder of files, or a folder of such folders.",
        discussion: """
            All or nothing: with one fault nothing is loaded, and every fault is named by file, row and column. Loading a rota file \
            publishes its month; a month's first sheet tells nobody, and where --merge publishes a month anew, those who got or lost hours are told as \
            after `rota publish`. A folder that `cards export` wrote (with history/) is brought back as it was, into an empty database only, \
            and nothing is published anew. Seeds/README.md documents every file.
            """)

    @OptionGroup var store: StoreOptions

    @Argument(help: "The folder.")
    var directory: String

    @Flag(help: "Publish months although nobody holds the first call of some places.")
    var acknowledgeGaps = false

    @Flag(help: "Add and change by identifier, in a database that holds something already.")
    var merge = false

    @Option(help: "How many digits card numbers have: 8, 10 or 12. Chosen once, with the first load. Default: 8.")
    var digits: Int?

    func run() async throws {
        var length: NumberLength?
        if let digits {
            length = NumberLength(rawValue: digits)
            guard length != nil else { throw ValidationError("--digits: 8、10、12 のどれかです。") }
        }
        if let archives = try restoring(ArchiveFiles.read(directory)) { return try await restore(archives, length) }
        let options = LoadOptions(
            acknowledgesGaps: acknowledgeGaps, merges: merge, numberLength: length, actor: "command:load")
        do {
            let book = try SeedFiles.read(directory)
            let opened = try CardStore(store.files)
            try record(.load, in: store.files) { json in
                json.member("associations", book.folders.map(\.association.id.text))
                json.member("merge", merge)
            }
            let summary = try await opened.load(book, options: options, at: Clock.machine.now())
            printError("読み込みました: \(summary.inWords)")
        } catch let faults as SeedFaults {
            throw refuse(faults.inWords)
        } catch let refusal as Refusal {
            throw refuse(refusal.title + (refusal.code == .notEmpty && !merge ? "--merge で追加・変更できます。" : ""))
        }
    }

    /// Brings back folders with a history.
    private func restore(_ folders: [ArchiveFolder], _ length: NumberLength?) async throws {
        guard !merge else { throw refuse(ArchiveWords.onlyIntoEmpty) }
        guard length == nil else { throw ValidationError("--digits: history/ のあるフォルダーでは指定できません。") }
        do {
            let opened = try CardStore(store.files)
            guard try opened.isEmpty() else { throw Refusal(.notEmpty) }
            try record(.load, in: store.files) { json in
                json.member("folders", folders.map(\.name))
                json.member("history", true)
            }
            let summary = try await opened.restore(folders)
            printError("元のとおりに読み込みました: \(summary.inWords)")
        } catch let faults as SeedFaults {
            throw refuse(faults.inWords)
        } catch let refusal as Refusal {
            throw refuse(refusal.title + (refusal.code == .notEmpty ? ArchiveWords.onlyIntoEmpty : ""))
        }
    }

    private func restoring(_ read: @autoclosure () throws -> [ArchiveFolder]?) throws -> [ArchiveFolder]? {
        do { return try read() } catch let faults as SeedFaults { throw refuse(faults.inWords) }
    }
}

extension LoadSummary {
    var inWords: String {
        "医師会 \(associations)、医師 \(physicians)、病院 \(hospitals)、当番表 \(months)か月、カード \(cards)枚"
            + (endedKept > 0 ? "、終了済みのため変えなかったカード \(endedKept)枚" : "")
    }
}

extension SeedFaults {
    /// Every fault, a line each, and what to do.
    var inWords: String {
        let gapLines = gaps.isEmpty ? [] : ["第一当番のいない枠があります（承知の上なら --acknowledge-gaps）:"] + gaps
        return (["何も読み込みませんでした。"] + faults.map(\.description) + gapLines).joined(separator: "\n")
    }
}

/// Reads folders from the disk.
enum SeedFiles {
    /// The folder itself where it is an association's, else every folder in it that is one. Throws ``SeedFaults``.
    static func read(_ directory: String) throws -> SeedBook {
        let folders = folders(in: directory)
        var faults: [TableFault] = []
        let read = try folders.compactMap { folder in
            SeedFolder.read(name: folder.lastPathComponent, files: try files(folder), faults: &faults)
        }
        if folders.isEmpty {
            faults.append(TableFault(file: directory, message: "association.json のあるフォルダーがありません。"))
        }
        guard faults.isEmpty else { throw SeedFaults(faults: faults, gaps: []) }
        return SeedBook(folders: read)
    }

    /// The folder itself where it is an association's, else those in it that are one.
    static func folders(in directory: String) -> [URL] {
        let root = URL(fileURLWithPath: directory)
        let inner = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return isFolder(root) ? [root] : inner.filter(isFolder).sorted { $0.path < $1.path }
    }

    private static func isFolder(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("association.json").path)
    }

    private static func files(_ folder: URL) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        let pairs = names.map { name in
            // What cannot be read, such as a folder, is named as a fault like an empty file.
            (name, Array((try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
