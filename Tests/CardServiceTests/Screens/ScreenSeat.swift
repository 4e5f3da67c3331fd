import DutyRota
import EmergencyCards
import Foundation
import FoundationNetworking
import HTTPTypes

@testable import CardService

/// A browser at a desk of somebody who is signed in, or of nobody. It follows no redirect, and sends whatever it is told to.
struct ScreenSeat: Sendable {
    struct Seen {
        let status: Int
        let headers: [String: String]
        let text: String

        var location: String? { headers["location"] }
    }

    private let base: String
    private let cookie: String?
    /// What stands in the forms of the session; empty where nobody is signed in.
    let token: String
    private let session: URLSession

    init(_ base: String, cookie: String? = nil, token: String = "") {
        self.base = base
        self.cookie = cookie
        self.token = token
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        session = URLSession(configuration: configuration, delegate: Still(), delegateQueue: nil)
    }

    /// Asks as a browser does: it would like a page.
    func send(
        _ method: String, _ path: String, body: String? = nil, type: String = "application/x-www-form-urlencoded",
        headers: [String: String] = [:]
    ) async throws -> Seen {
        guard let url = URL(string: base + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.setValue("text/html,application/xhtml+xml", forHTTPHeaderField: "Accept")
        if let body {
            request.httpBody = Data(body.utf8)
            request.setValue(type, forHTTPHeaderField: "Content-Type")
        }
        if let cookie { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let fields = response.allHeaderFields.compactMap { name, value in
            (name as? String).flatMap { name in (value as? String).map { (name.lowercased(), $0) } }
        }
        return Seen(
            status: response.statusCode, headers: Dictionary(fields) { first, _ in first },
            text: String(decoding: data, as: UTF8.self))
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Seen {
        try await send("GET", path, headers: headers)
    }

    /// Sends a form with the session's own token, and what else is in `body`.
    func post(_ path: String, _ body: String = "") async throws -> Seen {
        try await send("POST", path, body: "token=\(token)" + (body.isEmpty ? "" : "&" + body))
    }
}

extension Client {
    /// Somebody of a role who has signed in; nil: nobody has.
    func seat(_ role: Role?) async throws -> ScreenSeat {
        guard let role else { return ScreenSeat(base) }
        let browser = try await signIn(role)
        return ScreenSeat(base, cookie: browser.cookie, token: browser.token)
    }
}

/// Seats that are taken once: signing in anew for each question would take most of the time.
actor Seats {
    private let client: Client
    private var known: [Role: ScreenSeat] = [:]

    init(_ client: Client) {
        self.client = client
    }

    /// Somebody of a role, or nobody. A screen that anybody signed in may use can end the session: whoever tries it has one of their own.
    func seat(_ role: Role?, for entry: ScreenRouter.Entry) async throws -> ScreenSeat {
        guard let role else { return try await client.seat(nil) }
        if entry.method == .post, entry.roles?.isEmpty ?? true { return try await client.seat(role) }
        if let seat = known[role] { return seat }
        let seat = try await client.seat(role)
        known[role] = seat
        return seat
    }
}

private final class Still: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
