import ArgumentParser
import CardStore
import Configuration
import EmergencyCards
import Foundation

/// Where the installation's files are; every command takes it.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The cards' file; audit.sqlite and desk.sqlite lie beside it.",
            discussion: "Default: CARD_DISPATCH_DATABASE from the environment, else cards.sqlite in this folder.",
            valueName: "path"))
    var database: String?

    var files: StoreFiles { StoreFiles(cards: database ?? Settings().text("database") ?? "cards.sqlite") }

    /// The files of an installation that is there already: a slip in the path must not make an empty one.
    func existing() throws -> StoreFiles {
        guard FileManager.default.fileExists(atPath: files.cards.path) else {
            throw ValidationError("--database: \(files.cards.path) がありません。card-dispatch load で作れます。")
        }
        return files
    }
}

/// Settings from the environment, such as CARD_DISPATCH_PORT; an option on the command line goes before them.
struct Settings {
    private let reader = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "card.dispatch")

    func text(_ name: ConfigKey) -> String? { reader.string(forKey: name) }

    /// A whole number. Throws where something else is set: a slip must not start the daemon with a default.
    func number(_ name: ConfigKey) throws -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text) else {
            throw ValidationError("\(variable(name)): 数値で指定してください（\(text)）。")
        }
        return number
    }

    /// The environment variable that a name stands for: `auditOverflow` is CARD_DISPATCH_AUDIT_OVERFLOW.
    private func variable(_ name: ConfigKey) -> String {
        let words = name.description.reduce(into: "") { $0 += ($1.isUppercase ? "_" : "") + $1.uppercased() }
        return "CARD_DISPATCH_" + words
    }
}

/// Prints to standard error, where what is not meant for programs goes.
func printError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

extension AsyncParsableCommand {
    /// Ends the command with exit code 1 and the reason on standard error.
    func refuse(_ reason: String) -> ExitCode {
        printError(reason)
        return ExitCode(1)
    }
}
