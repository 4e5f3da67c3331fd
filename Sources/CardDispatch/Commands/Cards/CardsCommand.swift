import ArgumentParser

struct CardsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards", abstract: "Takes everything of an association out as files, and paper registers in.",
        subcommands: [ExportCards.self, ImportCards.self])
}
