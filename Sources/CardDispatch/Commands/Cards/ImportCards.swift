import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct ImportCards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Enters a register of paper cards from a CSV file, as the office's entries.",
        discussion: """
            Every card is drawn a new number and is in force at once, not yet confirmed by its physician. With one faulty row nothing is \
            entered, and every fault is named by row and column. --template prints the columns with an invented example; the \
            result on standard output is CSV: row, result, number, old number, column, fault.
            """)

    @OptionGroup var rota: RotaOptions

    @Argument(help: "The file, .csv (UTF-8 or CP932).")
    var file: String?

    @Flag(help: "Only say what would become of each row.")
    var dryRun = false

    @Flag(help: "Keep rows in which something is missing as drafts.")
    var drafts = false

    @Option(help: "possible-duplicate, area-mismatch, or both parted by a comma: seen, and right all the same.")
    var acknowledge: String?

    @Flag(help: "Print the header with an example.")
    var template = false

    func run() async throws {
        if template { return write(CardColumn.template) }
        guard let file else { throw ValidationError("CSV ファイルを指定してください（--template で見本を書き出せます）。") }
        let options = CardImport.Options(acknowledged: try acknowledged(), keepsDrafts: drafts)
        let opened = try rota.open()
        let url = URL(fileURLWithPath: file)
        guard let data = try? Data(contentsOf: url) else { throw refuse("\(file): 読めません。") }
        let now = Clock.machine.now()
        do {
            let table = try CardImport(
                Array(data), file: url.lastPathComponent, association: opened.association,
                registers: opened.store.registers(), options: options, actor: Self.actor, on: now.day)
            guard table.faults.isEmpty else { throw refuse(inWords(table.faults)) }
            try await take(table, opened, at: now)
        } catch let refusal as Refusal { throw refuse(refusal.title) }
    }

    /// How versions name who entered them.
    private static let actor = "command:cards"

    private func take(_ table: CardImport, _ opened: OpenRota, at now: Instant) async throws {
        let readable = table.rows.filter { $0.faults.isEmpty }
        let entries = readable.compactMap(\.entry)
        // Tried first, so that the record tells of nothing that is then refused.
        var results = try await opened.store.enter(entries, by: Self.actor, at: now, isTrial: true)
        let isWhole = readable.count == table.rows.count && results.allSatisfy(\.isCard)
        if isWhole, !dryRun {
            try announce(table, opened)
            results = try await opened.store.enter(entries, by: Self.actor, at: now, isTrial: false)
        }
        let byRow = Dictionary(uniqueKeysWithValues: zip(readable.map(\.number), results))
        let faults = table.rows.flatMap { row in
            if case .failure(let refusal)? = byRow[row.number] { row.faults(of: refusal) } else { row.faults }
        }
        guard dryRun || faults.isEmpty else { throw refuse(inWords(faults)) }
        write([ImportWords.result] + table.rows.flatMap { lines(of: $0, byRow[$0.number]) })
        let count = table.rows.count - Set(faults.map(\.row)).count
        printError("\(table.rows.count)行のうち\(count)行\(dryRun ? "を登録できます（まだ登録していません）。" : "を登録しました。")")
        if !faults.isEmpty { throw ExitCode(1) }
    }

    private func announce(_ table: CardImport, _ opened: OpenRota) throws {
        try record(.import, in: opened.files) { json in
            json.member("association", opened.association.text)
            json.member("cards", table.rows.count { $0.entry?.isDraft == false })
            json.member("drafts", table.rows.count { $0.entry?.isDraft == true })
        }
    }

    /// A row's lines in the result: what became of it, or each fault.
    private func lines(of row: CardImport.Row, _ result: Result<Card, Refusal>?) -> [[String]] {
        let (number, old) = (String(row.number), row.oldNumber ?? "")
        switch result {
        case .success(let card)?:
            let word = card.life.state == .draft ? ImportWords.draft : ImportWords.issued
            return [[number, word, dryRun ? "" : card.number.text, old, "", ""]]
        case .failure(let refusal)?:
            return row.faults(of: refusal).map { [number, ImportWords.faulty, "", old, $0.column ?? "", $0.message] }
        case nil: return row.faults.map { [number, ImportWords.faulty, "", old, $0.column ?? "", $0.message] }
        }
    }

    private func acknowledged() throws -> Set<Refusal.Code> {
        let words = (acknowledge ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let codes = words.compactMap { word in CardEntry.acknowledgeable.first { $0.rawValue == word } }
        guard codes.count == words.count else {
            let known = CardEntry.acknowledgeable.map(\.rawValue).sorted().joined(separator: ", ")
            throw ValidationError("--acknowledge: \(known) のどれかです。")
        }
        return Set(codes)
    }

    private func inWords(_ faults: [TableFault]) -> String {
        (["何も登録しませんでした。"] + faults.map(\.description)).joined(separator: "\n")
    }

    private func write(_ table: [[String]]) {
        // UTF-8 has every character, and so nothing can be unwritable.
        let bytes = (try? CSVWriter.bytes(of: table, file: "", coding: .utf8, ending: [UInt8(ascii: "\n")])) ?? []
        FileHandle.standardOutput.write(Data(bytes))
    }
}

extension Result<Card, Refusal> {
    fileprivate var isCard: Bool { if case .success = self { true } else { false } }
}
