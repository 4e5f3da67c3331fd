import ArgumentParser

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract:
            "Looks after the cards: which ones need somebody, taking them out and in, which need be kept no longer.",
        subcommands: [DueCards.self, ExportCards.self, ImportCards.self, EraseCards.self])
}
