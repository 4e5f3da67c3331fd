import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards

struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Shows what a month's look-ups and calls come to.",
        discussion: """
            Rows of measure, label and value, as GET …/evidence/{month}.csv answers, or JSON. No patient stands in it, and no rehearsal. \
            Counts of look-ups are gathered by the daemon, a few seconds behind; those of calls are made now.
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case csv, json
    }

    @OptionGroup var rota: RotaOptions

    @Option(help: "The month, such as 2026-11.")
    var month: String

    @Option(help: "csv or json.")
    var form = Form.csv

    func run() async throws {
        let opened = try rota.open()
        let month = try OpenRota.month(month)
        let now = Clock.machine.now()
        let evidence = Evidence(
            month: month, association: opened.book.association, madeAt: now,
            tallies: try opened.store.tallies(of: opened.association, in: month),
            calls: try opened.store.figures(of: opened.association, in: month, at: now, rules: CallRules()))
        switch form {
        case .csv:
            let bytes = try CSVWriter.bytes(
                of: evidence.table, file: "evidence-\(month).csv", coding: .utf8, ending: [10])
            print(String(decoding: bytes, as: UTF8.self), terminator: "")
        case .json:
            var json = JSONWriter(capacity: 8192)
            json.object { evidence.write(to: &$0) }
            print(String(decoding: json.bytes, as: UTF8.self))
        }
    }
}
