import Foundation

/// Under which address people outside reach the installation, such as `https://cards.example.jp`.
public struct PublicAddress: Hashable, Sendable {
    /// Without a slash at its end.
    public let text: String

    /// nil for anything but an http or https address without a query, and one that would make the code on a card too fine to be read (60 letters).
    public init?(_ text: String) {
        let bare = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard bare.utf8.count <= 60, bare.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: bare), parts.scheme == "https" || parts.scheme == "http",
            parts.host?.isEmpty == false, parts.user == nil, parts.query == nil, parts.fragment == nil
        else { return nil }
        self.text = bare
    }
}

extension CardNumber {
    /// What the code on a card says: where to read what to do, and the number; without an address the number with a word. Nothing of the patient.
    public func code(at address: PublicAddress?) -> String {
        address.map { "\($0.text)/c/\(text)" } ?? "CARD:\(text)"
    }
}

extension PublicAddress {
    /// What comes after the host, without a slash at its end; mostly nothing.
    public var path: String { URLComponents(string: text)?.path ?? "" }
}
