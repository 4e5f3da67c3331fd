import Foundation
import FoundationNetworking

/// A browser of one link's page: keeps its cookie itself and follows no redirect.
struct LinkBrowser: Sendable {
    struct Seen {
        let status: Int
        let headers: [String: String]
        let text: String
    }

    private let base: String
    private let session: URLSession
    var cookie: String?

    init(_ base: String) {
        self.base = base
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    func get(_ path: String) async throws -> Seen { try await send("GET", path, nil) }

    func post(_ path: String, _ fields: [String: String]) async throws -> Seen {
        try await send("POST", path, fields)
    }

    private func send(_ method: String, _ path: String, _ fields: [String: String]?) async throws -> Seen {
        guard let url = URL(string: base + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        if let fields {
            let pairs = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
            request.httpBody = Data(pairs.joined(separator: "&").utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        }
        if let cookie { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let headers = response.allHeaderFields.compactMap { name, value in
            (name as? String).flatMap { name in (value as? String).map { (name.lowercased(), $0) } }
        }
        return Seen(
            status: response.statusCode, headers: Dictionary(headers) { first, _ in first },
            text: String(decoding: data, as: UTF8.self))
    }
}

extension LinkBrowser.Seen {
    /// What the cookie that was set is called and holds.
    var cookie: String? { headers["set-cookie"]?.split(separator: ";").first.map(String.init) }

    /// What stands in the page's forms.
    var token: String? {
        text.firstRange(of: "name=\"token\" value=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}

private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
