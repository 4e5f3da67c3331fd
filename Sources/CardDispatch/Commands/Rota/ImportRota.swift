import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation
import Workbooks

struct ImportRota: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes over a month from a CSV or XLSX file as its draft.",
        discussion: """
            The file is the whole month: a place without a row stays empty. With one faulty row nothing is taken, and every fault is \
            named by row and column. Nobody sees a draft before `rota publish`.
            """)

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The month, such as 2026-11.")
    var month: String

    @Argument(help: "The file, .csv (UTF-8 or CP932) or .xlsx.")
    var file: String

    @Flag(help: "Only say what would change.")
    var dryRun = false

    func run() async throws {
        let month = try OpenRota.month(month)
        let opened = try rota.open()
        let url = URL(fileURLWithPath: file)
        try await refusing {
            let source = try read(url)
            let name = url.lastPathComponent
            let made =
                dryRun
                ? try opened.desk(month).importing(source, file: name, month: month, ifVersion: nil)
                : try await opened.change(.rotaDraft, month: month) { desk in
                    let made = try desk.importing(source, file: name, month: month, ifVersion: nil)
                    guard made.faults.isEmpty else { throw RotaRefusal.faultyFile(made.faults) }
                    return made
                }
            guard made.faults.isEmpty else { throw RotaRefusal.faultyFile(made.faults) }
            for change in made.changes { print(change.message) }
            printError("\(month): \(made.changes.count)か所\(dryRun ? "が変わります（まだ取り込んでいません）。" : "を下書きに取り込みました。")")
        }
    }

    private func read(_ url: URL) throws -> SheetSource {
        guard let data = try? Data(contentsOf: url) else {
            throw RotaRefusal.faultyFile([TableFault(file: url.lastPathComponent, message: "読めません。")])
        }
        guard url.pathExtension.lowercased() == "xlsx" || data.isArchive else { return .csv(Array(data)) }
        do { return .cells(try SpreadsheetFormat.xlsx.read(Array(data))) } catch let fault as SpreadsheetFault {
            throw RotaRefusal.faultyFile([TableFault(fault, file: url.lastPathComponent)])
        }
    }
}

extension Data {
    /// Whether this is a ZIP archive, as XLSX and ODS are, or an old compound file, as XLS is: never CSV, whatever its name says.
    fileprivate var isArchive: Bool { starts(with: [0x50, 0x4B, 3, 4]) || starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }
}
