import ArgumentParser

struct RotaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rota", abstract: "Plans, checks, publishes and changes who is on duty.",
        discussion: """
            A month is a draft until it is published: import it, check it, publish it. What changes afterwards lies over the published \
            month (override, exchange) and can be lifted again; history shows how a night came to be what it was.
            """,
        subcommands: [
            ShowRota.self, DutyAtTimes.self, ImportRota.self, CheckRota.self, PublishRota.self, OverrideRota.self,
            ExchangeRota.self, LiftRota.self, NightHistoryOfRota.self, FeedOfRota.self,
        ])
}
