import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct ExportAudit: AsyncParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes who looked, in the order of the record; the export is recorded itself.",
        discussion: """
            Each record comes with its position, its own text (body), and the hashes before it and of it, in hexadecimal: hash is the SHA-256 \
            of the 32 bytes of before and of the bytes of body. json: an array, a record a line. Only this node's own record is read.
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: "Only records that concern this card, by any of its patient's numbers.")
    var card: String?

    @Option(help: "From this day on, such as 2026-11-24.")
    var from: String?

    @Option(help: "Up to this day, inclusive.")
    var to: String?

    @Option(help: "csv or json.")
    var form = Form.csv

    @Option(help: "Write to this file (0600) instead of standard output.")
    var output: String?

    func run() async throws {
        let files = try store.existing()
        let query = try await query(files)
        try record(.auditExport, in: files) {
            $0.member("cards", query.numbers.map(\.text))
            $0.member("patient", query.patient?.text)
            $0.member("from", query.from?.description)
            $0.member("to", query.to?.description)
        }
        let out = try handle()
        var writer = AuditLineWriter(form: form, query: query)
        out.write(Data(writer.beginning))
        let count = try AuditReader(files).export(query) { out.write(Data(writer.line($0))) }
        out.write(Data(writer.end))
        printError("\(count)件の記録を書き出しました。")
    }

    private func query(_ files: StoreFiles) async throws -> AuditQuery {
        var query = AuditQuery()
        if let card {
            let store = try CardStore(files)
            let length = try store.registers().numberLength
            guard let number = NumberReading(card, length: length).number,
                let subject = try await CardLists(files).subject(of: number)
            else { throw refuse("\(card): \(Refusal(.unknownCard).title)") }
            query = AuditQuery(subject)
        }
        query.from = try day(from, "--from")
        query.to = try day(to, "--to")
        return query
    }

    private func day(_ text: String?, _ option: String) throws -> Day? {
        try text.map { text in
            guard let day = Day(text) else { throw ValidationError("\(option): \(RequestWords.notADay)") }
            return day
        }
    }

    private func handle() throws -> FileHandle {
        guard let output else { return .standardOutput }
        guard FileManager.default.createFile(atPath: output, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: output)
        else { throw refuse("\(output) に書けません。") }
        return handle
    }
}

/// Writes records one after the other.
private struct AuditLineWriter {
    let form: ExportAudit.Form
    let query: AuditQuery
    private var isFirst = true

    init(form: ExportAudit.Form, query: AuditQuery) {
        self.form = form
        self.query = query
    }

    private static let columns = [
        "position", "at", "action", "role", "key", "person", "address", "summary", "before", "hash", "body",
    ]

    var beginning: [UInt8] { form == .csv ? Self.row(Self.columns) : Array("[".utf8) }
    var end: [UInt8] { form == .csv ? [] : Array("\n]\n".utf8) }

    mutating func line(_ line: AuditLine) -> [UInt8] {
        defer { isFirst = false }
        let entry = AuditEntry(position: line.position, body: line.body)
        let body = String(decoding: line.body, as: UTF8.self)
        let summary = entry.map { AuditWords.summary($0, query) } ?? ""
        let (before, hash) = (Self.hexadecimal(line.before), Self.hexadecimal(line.hash))
        guard form == .json else {
            let actor = entry?.actor
            return Self.row([
                String(line.position), entry?.at.rfc3339 ?? "", entry?.action ?? "", actor?.role ?? "",
                actor?.key ?? "",
                actor?.person ?? "", actor?.address ?? "", summary, before, hash, body,
            ])
        }
        var json = JSONWriter(capacity: line.body.count * 2)
        json.object { json in
            json.member("position", line.position)
            json.member("summary", summary)
            json.member("before", before)
            json.member("hash", hash)
            json.member("body", body)
        }
        return Array((isFirst ? "\n" : ",\n").utf8) + json.bytes
    }

    private static func row(_ cells: [String]) -> [UInt8] {
        // UTF-8 has every character.
        (try? CSVWriter.bytes(of: [cells], file: "audit.csv", coding: .utf8)) ?? []
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(format: "%02x", $0) }.joined()
    }
}
