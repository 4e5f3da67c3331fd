import ArgumentParser
import CardService
import CardStore
import Configuration
import EmergencyCards

struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts", abstract: "The people who sign in: invites, lists, resets and closes their accounts.",
        discussion: """
            The first administrator is made here; everybody else can be invited on the screens as well. Nobody's password is ever seen: \
            a link is given out, with which its holder sets it.
            """,
        subcommands: [
            AddAccount.self, ListAccounts.self, ResetAccount.self, CloseAccount.self, AccountSessions.self,
            AccountCode.self,
        ])
}

/// Where an invited person finds the form; the daemon's address is told by hand where it is not set.
struct InvitationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where people reach the daemon, such as https://cards.example.jp. Default: CARD_DISPATCH_PUBLIC_ADDRESS, else http://127.0.0.1:8080.",
            valueName: "address"))
    var publicAddress: String?

    /// The link that is given out.
    func link(_ secret: String) -> String {
        let base = publicAddress ?? Settings().text("publicAddress") ?? "http://127.0.0.1:8080"
        return (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/invite/" + secret
    }
}

extension StoreOptions {
    /// The account with a login. Throws where there is none.
    func account(_ login: String) throws -> (files: StoreFiles, store: CardStore, account: Account) {
        let files = try existing()
        let store = try CardStore(files)
        guard let account = try Login(login).flatMap({ try store.file(login: $0) })?.account else {
            throw ValidationError("ログイン名 \(login) のアカウントはありません。")
        }
        return (files, store, account)
    }
}
