import Foundation

/// Where the gateway for SMS and fax listens.
public struct WebhookAddress: Hashable, Sendable {
    let text: String

    /// nil for anything but an https address, or an http address on this machine: a notice holds a link's code.
    public init?(_ text: String) {
        guard text.utf8.count <= 500, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.fragment == nil
        else { return nil }
        let isHere = ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isHere) else { return nil }
        self.text = text
    }
}
