import ArgumentParser

/// The one program: daemon and commands.
@main
struct CardDispatch: AsyncParsableCommand {
    /// Of this program.
    static let version = "0.5.0"
    static let configuration = CommandConfiguration(
        commandName: "card-dispatch",
        abstract: "Green and yellow cards of a medical association, and whom to call tonight.",
        discussion: """
            GPs issue cards to families; at night a family calls 119 and reads the card's number; the fire dispatcher looks it up \
            and sees what the patient wished and whom to call now: the GP, else the deputy, else the association's physician on duty.

            To try it:               card-dispatch demo
            To set it up:            card-dispatch load Seeds/shizuoka
                                     card-dispatch accounts add --role admin --login LOGIN --name NAME
                                     card-dispatch keys add --role fire
                                     card-dispatch serve
            Each command explains itself with --help.
            """,
        version: version,
        subcommands: [
            ServeCommand.self, DemoCommand.self, LoadCommand.self, AccountsCommand.self, KeysCommand.self,
            RotaCommand.self,
            RegistersCommand.self, CardsCommand.self,
            NoticesCommand.self, AuditCommand.self, EvidenceCommand.self,
        ])
}
