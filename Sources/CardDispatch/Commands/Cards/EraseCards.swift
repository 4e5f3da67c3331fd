import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct EraseCards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erases ended cards that need be kept no longer. Without --confirm it only lists them.",
        discussion: """
            An ended card is kept for \(Retention.years) years after its last look-up, version or ending, whichever is the latest; the death of \
            the patient is an ending too. Drafts that nobody has touched for as long go with them. A line for each, columns parted by tabs: \
            number, state or reason of the ending, ended on, last use. Look-ups are read from the record beside the database: those of a \
            standby have to be brought home before. With --confirm cards, their versions and patients without another card are erased in one \
            transaction, and the file is written anew so that no word stays in it; changes wait meanwhile, look-ups do not. The number stays \
            taken and answers that the card has ended. Calls about these cards go with them, and rehearsals and notices that are as old; their month's \
            figures then lack them. The record of who looked keeps the numbers. Words searched for as long ago, of every \
            association, go with them. Backups keep what they have.
            """)

    @OptionGroup var rota: RotaOptions

    @Option(help: "Only cards last used before this day; at least \(Retention.years) years ago.")
    var before: String?

    @Flag(help: "Erase what is listed.")
    var confirm = false

    func run() async throws {
        let opened = try rota.open()
        let retention = try retention()
        let erasure = try CardErasure(opened.files)
        let due = try erasure.due(of: opened.association, retention)
        guard confirm else {
            due.forEach(show)
            let words = try erasure.searchedWords(before: retention)
            if words > 0 { printError("検索に使われた言葉\(words)件（全医師会）も消去の対象です。") }
            let calls = try erasure.calls(of: opened.association, with: due, before: retention)
            if calls > 0 { printError("事案\(calls)件も消去の対象です。") }
            printError("\(due.count)件が消去の対象です（最終利用が\(retention.before)より前）。消去するには --confirm を付けてください。")
            return
        }
        let now = Clock.machine.now()
        let operation = UUIDv7.make(at: now, randomness: .system)
        try note(.erase, operation, due, retention, opened)
        let erased = try erasure.erase(of: opened.association, retention, at: now)
        let calls = try erasure.eraseCalls(of: opened.association, before: retention)
        let words = try erasure.eraseSearchedWords(before: retention)
        try note(.done, operation, erased, retention, opened) {
            $0.member("calls", calls)
            $0.member("searchedWords", words)
        }
        erased.forEach(show)
        printError(
            "\(erased.count)件を消去しました。" + (calls > 0 ? "事案\(calls)件も消去しました。" : "")
                + (words > 0 ? "検索に使われた言葉\(words)件も消去しました。" : ""))
        guard try erasure.scrub() else {
            throw refuse("消去は済みましたが、読み出し中の処理があり、ファイルの書き直しが終わっていません。もう一度実行してください。")
        }
    }

    private func retention() throws -> Retention {
        let day = try before.map { text in
            guard let day = Day(text) else { throw ValidationError("--before: \(RequestWords.notADay)") }
            return day
        }
        guard let retention = Retention(before: day, on: Clock.machine.now().day) else {
            throw ValidationError("--before: 保存期間は\(Retention.years)年です。\(Retention.years)年前より後の日は指定できません。")
        }
        return retention
    }

    private func note(
        _ action: AuditRecord.Action, _ operation: String, _ cards: [RetainedCard], _ retention: Retention,
        _ opened: OpenRota, _ more: (inout JSONWriter) -> Void = { _ in }
    ) throws {
        try record(action, in: opened.files) {
            $0.member("operation", operation)
            $0.member("association", opened.association.text)
            $0.member("before", retention.before.description)
            $0.member("count", cards.count)
            $0.member("cards", cards.map(\.number.text))
            more(&$0)
        }
    }

    private func show(_ card: RetainedCard) {
        let fields = [
            card.number.text, card.endedReason?.rawValue ?? card.state.rawValue, card.endedOn?.description ?? "-",
            card.lastUse.description,
        ]
        print(fields.joined(separator: "\t"))
    }
}
