import ArgumentParser

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: "Looks after the cards: which ones need somebody, which need be kept no longer.",
        subcommands: [DueCards.self, EraseCards.self])
}
