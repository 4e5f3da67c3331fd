import CardService
import CardStore
import DutyRota
import EmergencyCards
import Foundation

/// A browser at the log-in form: keeps the cookies that it is given, follows no redirect.
final class SignInBrowser {
    private let base: String
    private(set) var cookies: [String: String] = [:]
    private let address: String?
    private(set) var lastSet: [String] = []

    /// `address`: for whom the proxy says that it asks.
    init(_ client: Client, address: String? = nil) {
        base = client.base
        self.address = address
    }

    func get(_ path: String) async throws -> ScreenSeat.Seen { try await send("GET", path, nil) }

    /// Sends a form as it is, with the token of the page that it is on.
    func post(_ path: String, _ fields: [String: String], page: String? = nil) async throws -> ScreenSeat.Seen {
        let token = try await get(page ?? path).text.token ?? ""
        return try await send("POST", path, Self.body(fields.merging(["token": token]) { own, _ in own }))
    }

    func send(_ method: String, _ path: String, _ body: String?) async throws -> ScreenSeat.Seen {
        var headers: [String: String] = [:]
        if !cookies.isEmpty { headers["Cookie"] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        if let address { headers["X-Forwarded-For"] = "192.0.2.254, \(address)" }
        let seen = try await ScreenSeat(base).send(method, path, body: body, headers: headers)
        lastSet = seen.headers["set-cookie"]?.components(separatedBy: ", ") ?? []
        for cookie in lastSet {
            let pair = (cookie.split(separator: ";").first ?? "").split(
                separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        return seen
    }

    /// Takes over what another browser keeps, or throws it away.
    func keep(_ name: String, _ value: String?) { cookies[name] = value }

    static func body(_ fields: [String: String]) -> String {
        fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }.joined(
            separator: "&")
    }
}

extension String {
    /// What stands in a page's forms.
    var token: String? {
        firstRange(of: "name=\"token\" value=\"").map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}

/// Somebody with a password and one-time codes.
struct Someone: Sendable {
    let account: Account
    let codes: OneTimeCode
    let recovery: [String]
    static let password = "kawara-no-tsukimi"

    init(_ client: Client, _ role: Role, _ scope: KeyHolder.Scope = .installation, login: String) async throws {
        let (maker, now) = (AccountMaker(digests: .crypto), client.clock.clock.now())
        guard let name = Login(login) else { throw Refusal(.notFound) }
        account = Account(id: maker.id(), login: name, name: "試験 担当", role: role, scope: scope, state: .active)
        let drawn = maker.recoveryCodes(of: account.id)
        var file = AccountFile(account: account)
        file.password = try await Passwords(cost: 4).hashed(Self.password)
        file.codeSecret = maker.codeSecret()
        file.recoveryCodes = drawn.kept
        (codes, recovery) = (OneTimeCode(secret: file.codeSecret ?? [], digests: .crypto), drawn.shown)
        try await client.store.enter(file, by: "test", at: now)
    }

    /// The code of now, or of some steps later.
    func code(_ client: Client, later steps: Int64 = 0) -> String {
        codes.code(OneTimeCode.step(at: client.clock.clock.now()) + steps)
    }

    /// Login, password, code.
    func fields(_ client: Client, later steps: Int64 = 0) -> [String: String] {
        ["login": account.login.text, "password": Self.password, "code": code(client, later: steps)]
    }
}
