public import DutyRota
public import EmergencyCards
import Foundation
import GRDB

extension CardStore: AccountRegister {
    public func accounts() throws -> [Account] {
        try readers.read {
            try Row.fetchAll($0, sql: "SELECT * FROM account ORDER BY login").compactMap(Account.init)
        }
    }

    public func file(_ id: AccountID) throws -> AccountFile? {
        try readers.read { try AccountFile.fetch("id = ?", id.text, $0) }
    }

    public func file(login: Login) throws -> AccountFile? {
        try readers.read { try AccountFile.fetch("login = ?", login.text, $0) }
    }

    public func file(invitation: SecretHash) throws -> AccountFile? {
        try readers.read { try AccountFile.fetch("invitation = ?", Data(invitation.bytes), $0) }
    }

    public func enter(_ file: AccountFile, by actor: String, at instant: Instant) async throws {
        try await writer.write { database in
            let (account, login) = (file.account, file.account.login.text)
            try Self.checkScope(account.scope, try RegisterReader(database, at: instant).registers())
            guard try AccountFile.fetch("login = ?", login, database) == nil else {
                throw Refusal(
                    .invalidFields, errors: [FieldFault(field: "login", message: AccountWords.loginTaken)])
            }
            try database.execute(
                sql: """
                    INSERT INTO account (id, login, name, role, association, physician, hospital, state, entered_ms, entered_by,
                    changed_ms, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    account.id.text, login, account.name, account.role.rawValue, account.scope.association?.text,
                    account.scope.physician?.text, account.scope.hospital?.text, account.state.rawValue,
                    instant.milliseconds, actor, instant.milliseconds, actor,
                ])
            try file.update(database, by: actor, at: instant)
        }
    }

    @discardableResult
    public func change(
        _ id: AccountID, by actor: String, at instant: Instant, decide: @Sendable (inout AccountFile) throws -> Void
    ) async throws -> AccountFile {
        try await writer.write { database in
            guard var file = try AccountFile.fetch("id = ?", id.text, database) else { throw Refusal(.notFound) }
            try decide(&file)
            try file.update(database, by: actor, at: instant)
            return file
        }
    }

    /// The accounts with which somebody can be signed in.
    static func people(_ database: Database) throws -> [AccountID: Account] {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM account WHERE state = 'active'")
        return Dictionary(rows.compactMap(Account.init).map { ($0.id, $0) }) { first, _ in first }
    }
}

extension Account {
    init?(_ row: Row) {
        guard let holder = CardStore.holder(row), let login = Login(row["login"]),
            let state = State(rawValue: row["state"])
        else { return nil }
        self.init(
            id: AccountID(row["id"]), login: login, name: row["name"], role: holder.role, scope: holder.scope,
            state: state)
    }
}

extension AccountFile {
    fileprivate static func fetch(
        _ condition: String, _ value: any DatabaseValueConvertible, _ database: Database
    ) throws -> AccountFile? {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM account WHERE \(condition)", arguments: [value])
        guard let row, let account = Account(row) else { return nil }
        var file = AccountFile(account: account)
        file.password = row["password"]
        file.codeSecret = (row["code_secret"] as Data?).map(Array.init)
        file.newCodeSecret = (row["new_code_secret"] as Data?).map(Array.init)
        let codes = try Data.fetchAll(
            database, sql: "SELECT hash FROM account_recovery WHERE account = ?", arguments: [account.id.text])
        file.recoveryCodes = Set(codes.map { SecretHash(bytes: Array($0)) })
        if let hash = row["invitation"] as Data?, let until = row["invitation_until_ms"] as Int64? {
            file.invitation = Invitation(
                hash: SecretHash(bytes: Array(hash)), until: Instant(milliseconds: until))
        }
        return file
    }

    /// Writes what can change of an account that is there.
    fileprivate func update(_ database: Database, by actor: String, at instant: Instant) throws {
        try database.execute(
            sql: """
                UPDATE account SET name = ?, state = ?, password = ?, code_secret = ?, new_code_secret = ?, invitation = ?,
                invitation_until_ms = ?, changed_ms = ?, changed_by = ? WHERE id = ?
                """,
            arguments: [
                account.name, account.state.rawValue, password, codeSecret.map { Data($0) },
                newCodeSecret.map { Data($0) }, invitation.map { Data($0.hash.bytes) },
                invitation?.until.milliseconds, instant.milliseconds, actor, account.id.text,
            ])
        try database.execute(sql: "DELETE FROM account_recovery WHERE account = ?", arguments: [account.id.text])
        for code in recoveryCodes {
            try database.execute(
                sql: "INSERT INTO account_recovery VALUES (?, ?)", arguments: [account.id.text, Data(code.bytes)])
        }
    }
}
