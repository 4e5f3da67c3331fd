import DutyRota
import EmergencyCards
import Testing

@Suite("Who keeps which accounts")
struct AccountDeskTests {
    private static let now = Instant(milliseconds: 1_800_000_000_000)

    @Test(
        "The administrator keeps all, an office its own people, nobody else any",
        arguments: [
            (Role.admin, KeyHolder.Scope.installation, Role.fire, KeyHolder.Scope.installation, true),
            (.association, .association("shizuoka"), .association, .association("shizuoka"), true),
            (.association, .association("shizuoka"), .association, .association("shimizu"), false),
            (.association, .association("shizuoka"), .fire, .installation, false),
            (.association, .association("shizuoka"), .admin, .installation, false),
            (.association, .association("shizuoka"), .hospital, .hospital("H01"), false),
            (.association, .association("shizuoka"), .physician, .physician("P404"), false),
            (.fire, .installation, .fire, .installation, false),
            (.physician, .physician("P001"), .physician, .physician("P001"), false),
        ])
    func keeps(_ keeper: Role, _ own: KeyHolder.Scope, _ role: Role, _ scope: KeyHolder.Scope, _ wanted: Bool) {
        let desk = AccountDesk(
            keeper: KeyHolder(id: "A1", role: keeper, scope: own),
            registers: Registers(numberLength: .eight, books: [], hospitals: []))
        #expect(desk.keeps(role, scope) == wanted)
    }

    @Test("A link opens once, for three days; a reset shuts what opened before; a closed account stays so")
    func links() throws {
        let login = try #require(Login("fire1"))
        let (hash, other) = (SecretHash(bytes: [1]), SecretHash(bytes: [2]))
        var file = AccountFile(account: Account(id: "A1", login: login, name: "指令", role: .fire, scope: .installation))
        try file.invite(hash, codeSecret: [7], at: Self.now)
        var (late, wrong) = (file, file)
        #expect(throws: Refusal.self) {
            try late.accept(
                hash, password: "p", recoveryCodes: [], at: Self.now.adding(milliseconds: AccountRules.invitation))
        }
        #expect(throws: Refusal.self) { try wrong.accept(other, password: "p", recoveryCodes: [], at: Self.now) }
        try file.accept(hash, password: "p", recoveryCodes: [other], at: Self.now)
        #expect(file.account.state == .active && file.codeSecret == [7] && file.invitation == nil)
        #expect(throws: Refusal.self) { try file.accept(hash, password: "q", recoveryCodes: [], at: Self.now) }
        try file.invite(other, codeSecret: [8], at: Self.now)
        #expect(
            file.password == nil && file.codeSecret == nil && file.recoveryCodes == [] && file.account.state == .invited
        )
        file.close()
        #expect(throws: Refusal.self) { try file.invite(hash, codeSecret: [9], at: Self.now) }
        #expect(file.account.state == .closed && file.invitation == nil)
    }
}
