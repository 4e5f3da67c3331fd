import EmergencyCards
import Foundation

/// A dispatcher who is signed in: what their browser keeps, and what stands in its forms. Redirects are not followed.
struct FireDesk: Sendable {
    private let browser: LinkBrowser
    private let token: String

    /// Signs in with the key of a role.
    init(_ client: Client, as role: Role = .fire) async throws {
        var browser = LinkBrowser(client.base)
        browser.cookie = client.keys[role].map { "desk=\($0)" }
        token = try await browser.get("/").headers["location"] == nil ? "" : String(client.keys[role]?.suffix(16) ?? "")
        self.browser = browser
    }

    func get(_ path: String) async throws -> LinkBrowser.Seen { try await browser.get(path) }

    /// Sends a form as the page's own, with its token.
    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> LinkBrowser.Seen {
        try await browser.post(path, fields.merging(["token": token]) { own, _ in own })
    }

    /// Opens a call from a card's page and gives its identifier.
    func open(_ card: String, rehearsal: Bool = false) async throws -> String {
        let sent = try await post("/fire/calls", ["card": card].merging(rehearsal ? ["rehearsal": "1"] : [:]) { $1 })
        return sent.headers["location"].map { String($0.dropFirst("/fire/calls/".count)) } ?? ""
    }
}
