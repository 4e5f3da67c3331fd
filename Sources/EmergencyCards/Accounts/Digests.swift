/// The two hashes that accounts rest on, given from outside: this room has no cryptography of its own.
public struct Digests: Sendable {
    public let sha256: @Sendable ([UInt8]) -> [UInt8]
    /// HMAC with SHA-1, as one-time codes have it (RFC 4226).
    public let hmac: @Sendable (_ key: [UInt8], _ message: [UInt8]) -> [UInt8]

    public init(
        sha256: @escaping @Sendable ([UInt8]) -> [UInt8],
        hmac: @escaping @Sendable (_ key: [UInt8], _ message: [UInt8]) -> [UInt8]
    ) {
        self.sha256 = sha256
        self.hmac = hmac
    }

    /// Under which a secret is kept. `kind` says what it is of, so that one is never taken for another.
    public func hash(_ kind: String, _ secret: String) -> SecretHash {
        SecretHash(bytes: sha256(Array("\(kind) \(secret)".utf8)))
    }
}

/// Compares secrets in a time that says nothing of where they differ.
public enum Secrets {
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Randomness {
    /// So many bytes that nobody can foresee.
    public func bytes(_ count: Int) -> [UInt8] {
        var random = self
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// A secret for an address or a cookie: 48 digits of 16.
    public func secret() -> String {
        bytes(24).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
