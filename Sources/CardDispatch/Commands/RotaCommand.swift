import ArgumentParser
import CardStore
import DutyRota
import EmergencyCards

struct RotaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rota", abstract: "Shows who is on duty.", subcommands: [Show.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a published month, a line for each place.",
            discussion: "Columns, parted by tabs: start, end, slot, area, first call, second call.")

        @OptionGroup var store: StoreOptions

        @Argument(help: "The month, such as 2026-11.")
        var month: String

        @Option(help: "The association's identifier; may be left out where there is only one.")
        var association: String?

        func run() async throws {
            guard let month = Month(month) else { throw ValidationError("月は 2026-11 の形で指定してください。") }
            let registers = try CardStore(store.existing()).registers()
            guard let book = book(registers) else {
                let known = registers.associations.map(\.id.text).joined(separator: ", ")
                throw refuse("--association に医師会を指定してください: \(known)")
            }
            guard let published = book.months[month] else { throw refuse("\(month) の当番表は公開されていません。") }
            printError("\(book.association.name) \(month) 第\(published.revision)版 \(published.publishedAt.rfc3339) 公開")
            for place in published.places.sorted(by: { $0.interval.lowerBound < $1.interval.lowerBound }) {
                print(line(place, book))
            }
        }

        private func book(_ registers: Registers) -> RotaBook? {
            if let association { return registers.books[AssociationID(association)] }
            return registers.books.count == 1 ? registers.books.values.first : nil
        }

        private func line(_ place: Place, _ book: RotaBook) -> String {
            let names = CallOrder.allCases.map { order in
                place.holders[order].map { book.physicians[$0]?.name ?? $0.text }.joined(separator: "、")
            }
            let area = place.key.area.map { book.association.area($0)?.name ?? $0.text } ?? "全域"
            let fields = [place.interval.lowerBound.rfc3339, place.interval.upperBound.rfc3339, place.key.slot, area]
            return (fields + names).joined(separator: "\t")
        }
    }
}
