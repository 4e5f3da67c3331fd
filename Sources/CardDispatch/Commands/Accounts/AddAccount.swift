import ArgumentParser
import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation

struct AddAccount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract:
            "Invites somebody, and prints the link, once, alone on standard output. It works once, within 72 hours.",
        discussion: "fire and admin speak for the installation; the other roles name for whom they speak.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var invitation: InvitationOptions

    @Option(help: "fire, association, physician, hospital or admin.")
    var role: Role

    @Option(help: "For role association: its identifier.")
    var association: String?

    @Option(help: "For role physician: their identifier.")
    var physician: String?

    @Option(help: "For role hospital: its identifier.")
    var hospital: String?

    @Option(help: "By what the person signs in: small letters, digits and . - _ @. It never changes.")
    var login: String

    @Option(help: "The person's name, as the record has it.")
    var name: String

    @Flag(
        help: ArgumentHelp(
            "Not for production: reads a password from standard input, and prints the secret of the one-time codes instead of a link.",
            visibility: .default))
    var withPassword = false

    func run() async throws {
        let files = try store.existing()
        let (store, now, maker) = (try CardStore(files), Clock.machine.now(), AccountMaker(digests: .crypto))
        do {
            let desk = AccountDesk(
                keeper: KeyHolder(id: "command", role: .admin, scope: .installation), registers: try store.registers())
            let account = try desk.entering(
                login: login, name: name, role: role, speaksFor: association ?? physician ?? hospital ?? "",
                id: maker.id())
            var (file, secret) = try maker.invited(account, at: now)
            if withPassword { try await ready(&file, maker) }
            try record(.accountChange, in: files) {
                $0.member("account", account.id.text)
                $0.member("change", withPassword ? "add" : "invite")
            }
            try await store.enter(file, by: "command", at: now)
            printError("アカウント \(account.id)（\(role.rawValue)、\(account.login)）を作りました。")
            if withPassword {
                print(Base32.text(file.codeSecret ?? []))
            } else {
                printError("次のリンクを本人に渡してください。72時間以内に一度だけ使えます。今だけ表示されます。")
                print(invitation.link(secret))
            }
        } catch let refusal as Refusal {
            let reasons = refusal.errors.map { "--\($0.field): \($0.message)" }
            throw refuse((reasons.isEmpty ? [refusal.title] : reasons).joined(separator: "\n"))
        }
    }

    private func ready(_ file: inout AccountFile, _ maker: AccountMaker) async throws {
        let password = readLine(strippingNewline: true) ?? ""
        if let fault = PasswordRules(login: file.account.login, name: name).fault(password) {
            throw refuse(AccountWords.fault(fault))
        }
        let hash = file.invitation?.hash ?? maker.link().hash
        try file.accept(
            hash, password: try await Passwords().hashed(password), recoveryCodes: [], at: Clock.machine.now())
    }
}
