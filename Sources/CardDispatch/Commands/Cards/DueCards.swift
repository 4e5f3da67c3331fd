import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct DueCards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Lists the cards that somebody must look after, the most urgent first.",
        discussion: """
            A line for each card and reason, columns parted by tabs: reason, since, days, number, colour, name, attending physician, what is \
            the matter. Reasons: \(DueReason.allCases.map(\.rawValue).joined(separator: ", ")). After a death a family is on no list. Which \
            cards were listed is recorded.
            """)

    @OptionGroup var rota: RotaOptions

    @Option(help: "Only cards whose attending or deputy physician this is.")
    var physician: String?

    @Option(help: "How many days before the end of validity a card is listed, 1 to 400.")
    var days = DueLimits().renewalDays

    @Flag(help: "Write JSON, as GET …/cards/due answers.")
    var json = false

    func run() async throws {
        guard (1...400).contains(days) else { throw ValidationError("--days: 1から400の間で指定してください。") }
        let opened = try rota.open()
        let registers = try opened.store.registers()
        var limits = DueLimits()
        limits.renewalDays = days
        let rules = DueRules(limits: limits, registers: registers, on: Clock.machine.now().day)
        let lists = try CardLists(opened.files)
        let scope = try scope(opened.book)
        let due = rules.list(try await lists.candidates(rules.question(scope)))
        let listed = try await lists.listed(Array(Set(due.map(\.number))))
        // A record with all numbers of a large association would be longer than anybody reads.
        for start in stride(from: 0, to: listed.count, by: 1000) {
            try record(.cardList, in: opened.files) {
                $0.member("list", "due")
                $0.member("association", opened.association.text)
                $0.member("physician", physician)
                $0.member("cards", listed[start..<min(start + 1000, listed.count)].map(\.number.text))
            }
        }
        let cards = Dictionary(listed.map { ($0.number, $0) }) { first, _ in first }
        let shown = due.compactMap { entry in cards[entry.number].map { (entry, $0) } }
        if json {
            write(shown, rules, registers)
        } else {
            for (entry, card) in shown { print(line(entry, card, opened)) }
        }
    }

    private func scope(_ book: RotaBook) throws -> CardScope {
        guard let physician else { return .association(book.association.id) }
        guard book.physicians[PhysicianID(physician)] != nil else {
            throw refuse("名簿にありません: \(physician)")
        }
        return .physician(PhysicianID(physician), of: book.association.id)
    }

    private func line(_ entry: DueEntry, _ card: ListedCard, _ opened: OpenRota) -> String {
        [
            entry.reason.rawValue, entry.since?.description ?? "-", entry.days.map(String.init) ?? "-",
            card.number.text,
            card.card.colour.rawValue, card.name ?? "-", card.card.attending.map(opened.name) ?? "-",
            KeepingWords.message(entry),
        ].joined(separator: "\t")
    }

    private func write(_ shown: [(DueEntry, ListedCard)], _ rules: DueRules, _ registers: Registers) {
        var json = JSONWriter(capacity: 64 * 1024)
        json.object { json in
            json.member("on", rules.day.description)
            json.member("days", days)
            json.member("entries", each: shown) { json, shown in
                let (entry, card) = shown
                entry.write(to: &json, registers: registers)
                json.member("card", object: card) { $1.write(to: &$0, reasons: rules.reasons(for: $1.card)) }
            }
        }
        print(String(decoding: json.bytes, as: UTF8.self))
    }
}
