import Crypto
public import EmergencyCards

/// What a browser keeps of a session, and nobody else does: under its hash the session is kept, and its forms carry what is made of it.
public struct SessionSecret: Sendable {
    /// As it stands in the cookie.
    public let text: String

    /// A new one.
    public init() {
        text = Randomness.system.secret()
    }

    /// As a browser sent it; nil for what cannot be one.
    init?(_ text: String?) {
        guard let text, text.utf8.count == 48 else { return nil }
        self.text = text
    }

    public var hash: SecretHash { Digests.crypto.hash("session", text) }

    /// Stands in every form of the session: a page of somebody else cannot know it.
    public var token: String { Self.hex(Digests.crypto.hash("form", text)) }

    private static func hex(_ hash: SecretHash) -> String {
        hash.bytes.reduce(into: "") { $0 += String($1 >> 4, radix: 16) + String($1 & 15, radix: 16) }
    }
}

extension Digests {
    /// By swift-crypto.
    public static let crypto = Digests(
        sha256: { Array(SHA256.hash(data: $0)) },
        hmac: { key, message in
            Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        })
}
