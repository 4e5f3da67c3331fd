import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct ExportCards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes everything of an association as CSV and JSON, which `load` brings back.",
        discussion: """
            The files of a Seeds folder, and in history/ all that those cannot say: every version, number, revision, override and mark, each \
            with who and when. Not in them: keys, addresses of calendars, the record of who looked. The folder appears whole or not at \
            all, readable by its owner alone. It is patient data: keep it encrypted. Every export is recorded as one.
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: "The association's identifier. Without it every association, a folder each.")
    var association: String?

    @Option(help: ArgumentHelp("The folder to make; one that is there must be empty.", valueName: "folder"))
    var output: String

    func run() async throws {
        let files = try store.existing()
        let opened = try CardStore(files)
        let writer: ArchiveWriter
        do { writer = try ArchiveWriter(output) } catch is ArchiveWriter.NotEmpty {
            throw refuse("\(output): 空でないフォルダーには書き出しません。")
        }
        let progress = Progress()
        do {
            try opened.export(
                association.map { [AssociationID($0)] }, at: Clock.machine.now(),
                announce: { try announce($0, files) },
                write: { id, file, bytes in
                    let folder = association == nil ? try folderName(id) + "/" : ""
                    try writer.write(folder + file, bytes)
                    progress.show("\(id.text) \(file) \(writer.written / 1_000_000) MB")
                })
            try writer.finish()
            progress.clear()
        } catch {
            progress.clear()
            writer.drop()
            guard let refusal = error as? Refusal else { throw error }
            throw refuse(refusal.title)
        }
    }

    private func announce(_ counts: [ArchiveCounts], _ files: StoreFiles) throws {
        try record(.export, in: files) { json in
            json.member("associations", each: counts) { json, count in
                json.member("association", count.association.text)
                json.member("cards", count.cards)
                json.member("patients", count.patients)
                json.member("revisions", count.revisions)
            }
        }
        for count in counts {
            printError(
                "\(count.association): カード \(count.cards)枚、患者 \(count.patients)人、当番表の公開 \(count.revisions)回を書き出します。")
        }
    }

    /// An identifier as a folder's name.
    private func folderName(_ id: AssociationID) throws -> String {
        guard !id.text.contains("/"), !id.text.hasPrefix(".") else {
            throw ValidationError("医師会の識別子「\(id)」はフォルダーの名前にできません。--association を指定してください。")
        }
        return id.text
    }
}

/// A line on a terminal that says how far long work is; nothing in a pipe.
final class Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ text: String) {
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
    }

    func clear() { show("") }
}
