import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// Somebody signed in at a desk: what their browser keeps, and what stands in its forms. Redirects are not followed.
struct DeskBrowser: Sendable {
    let account: Account
    /// As it is sent: `desk=…`.
    let cookie: String
    /// The value of every form's `token`.
    let token: String
    private let browser: LinkBrowser

    init(account: Account, secret: SessionSecret, base: String) {
        self.account = account
        cookie = "desk=" + secret.text
        token = secret.token
        var browser = LinkBrowser(base)
        browser.cookie = cookie
        self.browser = browser
    }

    func get(_ path: String) async throws -> LinkBrowser.Seen { try await browser.get(path) }

    /// Sends a form as the page's own, with its token.
    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> LinkBrowser.Seen {
        try await browser.post(path, fields.merging(["token": token]) { own, _ in own })
    }
}

extension Client {
    /// Signs somebody of a role in, without the log-in form: a person is entered and their session begun, as the form would.
    ///
    /// `scope` says for whom they speak: by default those of the keys, `shizuoka`, `P001` and `H01`.
    func signIn(
        _ role: Role, _ scope: KeyHolder.Scope? = nil, name: String = "試験 担当", login: String? = nil
    ) async throws -> DeskBrowser {
        let usual: KeyHolder.Scope =
            switch role {
            case .fire, .admin: .installation
            case .association: .association("shizuoka")
            case .physician: .physician("P001")
            case .hospital: .hospital("H01")
            }
        let (maker, now) = (AccountMaker(digests: .crypto), clock.clock.now())
        let id = maker.id()
        guard let login = Login(login ?? "test-\(id.text)") else { throw Refusal(.notFound) }
        let account = Account(id: id, login: login, name: name, role: role, scope: scope ?? usual, state: .active)
        var file = AccountFile(account: account)
        file.codeSecret = maker.codeSecret()
        try await store.enter(file, by: "test", at: now)
        let secret = SessionSecret()
        let session = Session(
            id: UUIDv7.make(at: now, randomness: .system), hash: secret.hash, account: id, role: role, way: .code,
            startedAt: now, address: nil, browser: "test")
        _ = try await store.begin(session, step: nil, device: nil)
        return DeskBrowser(account: account, secret: secret, base: base)
    }
}
