import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// People of the demonstration: for each desk somebody with a ready password and one-time codes; two dispatchers, two physicians of one association.
struct DemoAccounts {
    struct Entry {
        let account: Account
        let codeSecret: [UInt8]

        /// As an app, `oathtool -b --totp` and `accounts code` take it.
        var codeSecretText: String { Base32.text(codeSecret) }
    }

    let entries: [Entry]
    /// One for all of them.
    let password: String

    /// Enters them. `scopes` says for whom the first of each role speaks.
    init(
        _ folder: SeedFolder, scopes: [Role: KeyHolder.Scope], store: CardStore, passwords: Passwords, at now: Instant
    ) async throws {
        let maker = AccountMaker(digests: .crypto)
        let digits = Randomness.system.bytes(8).map { String($0 % 10) }
        password = "demo-" + digits.prefix(4).joined() + "-" + digits.suffix(4).joined()
        let hashed = try await passwords.hashed(password)
        var entries: [Entry] = []
        for (login, name, role, scope) in Self.people(folder, scopes) {
            guard let login = Login(login) else { continue }
            var file = AccountFile(
                account: Account(id: maker.id(), login: login, name: name, role: role, scope: scope, state: .active))
            let secret = maker.codeSecret()
            file.password = hashed
            file.codeSecret = secret
            try await store.enter(file, by: "command:demo", at: now)
            entries.append(Entry(account: file.account, codeSecret: secret))
        }
        self.entries = entries
    }

    private static func people(
        _ folder: SeedFolder, _ scopes: [Role: KeyHolder.Scope]
    ) -> [(String, String, Role, KeyHolder.Scope)] {
        var people: [(String, String, Role, KeyHolder.Scope)] = [
            ("fire1", "指令 一郎", .fire, .installation), ("fire2", "指令 二葉", .fire, .installation),
        ]
        if case .physician(let own)? = scopes[.physician] {
            let others = folder.physicians.filter { $0.id != own }
            for (number, physician) in (folder.physicians.filter { $0.id == own } + others.prefix(1)).enumerated() {
                people.append(("clinic\(number + 1)", physician.name, .physician, .physician(physician.id)))
            }
        }
        people.append(("office1", "事務 一子", .association, .association(folder.association.id)))
        if let hospital = scopes[.hospital] { people.append(("hospital1", "連携 一美", .hospital, hospital)) }
        people.append(("admin1", "管理 一", .admin, .installation))
        return people
    }
}
