import ArgumentParser
import CardService
import CardStore
import DutyRota
import EmergencyCards

struct ListAccounts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every account: identifier, login, role, for whom, state, name, last sign-in.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let store = try CardStore(store.existing())
        let newest = try store.newestSessions()
        for account in try store.accounts() {
            let fields = [
                account.id.text, account.login.text, account.role.rawValue, account.scope.inWords,
                account.state.rawValue, account.name, newest[account.id]?.startedAt.rfc3339 ?? "-",
            ]
            print(fields.joined(separator: "\t"))
        }
    }
}

struct ResetAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract:
            "Gives out a new link for an account whose password or telephone is lost; what opened it before opens nothing any more."
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var invitation: InvitationOptions

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        let (files, store, account) = try store.account(login)
        let (maker, now) = (AccountMaker(digests: .crypto), Clock.machine.now())
        let (link, codeSecret) = (maker.link(), maker.codeSecret())
        try record(.accountChange, in: files) {
            $0.member("account", account.id.text)
            $0.member("change", "reset")
        }
        do {
            try await store.change(account.id, by: "command", at: now) {
                try $0.invite(link.hash, codeSecret: codeSecret, at: now)
            }
        } catch is Refusal { throw refuse("閉じたアカウントは再設定できません。") }
        try await store.end(.allBut(nil), of: account.id, at: now)
        printError("次のリンクを本人に渡してください。72時間以内に一度だけ使えます。今だけ表示されます。")
        print(invitation.link(link.secret))
    }
}

struct CloseAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes an account for good, and ends its sessions, also in a daemon that is running.")

    @OptionGroup var store: StoreOptions

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        let (files, store, account) = try store.account(login)
        let now = Clock.machine.now()
        try record(.accountChange, in: files) {
            $0.member("account", account.id.text)
            $0.member("change", "close")
        }
        try await store.change(account.id, by: "command", at: now) { $0.close() }
        try await store.end(.allBut(nil), of: account.id, at: now)
        printError("アカウント \(account.login) を閉じました。")
    }
}

struct AccountSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Lists where somebody is signed in, and ends it with --end.")

    @OptionGroup var store: StoreOptions

    @Argument(help: "The login.")
    var login: String

    @Flag(help: "Ends all of them.")
    var end = false

    func run() async throws {
        let (files, store, account) = try store.account(login)
        let now = Clock.machine.now()
        if end {
            try record(.sessionEnd, in: files) { $0.member("account", account.id.text) }
            try await store.end(.allBut(nil), of: account.id, at: now)
        }
        for session in try store.sessions(of: account.id) where session.isAlive(at: now) {
            let fields = [
                session.id, session.startedAt.rfc3339, session.seenAt.rfc3339, session.way.rawValue,
                session.address ?? "-", session.browser ?? "-",
            ]
            print(fields.joined(separator: "\t"))
        }
    }
}

struct AccountCode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Prints the one-time code of a secret as it is now, such as one of the demonstration's.")

    @Argument(help: "The secret in letters and digits, as an app takes it.")
    var secret: String

    func run() throws {
        guard let bytes = Base32.bytes(secret), !bytes.isEmpty else {
            throw ValidationError("秘密は、英字と2から7の数字です。")
        }
        let step = OneTimeCode.step(at: Clock.machine.now())
        print(OneTimeCode(secret: bytes, digests: .crypto).code(step))
    }
}
