import Crypto
import CryptoExtras
import Dispatch
import DutyRota
import EmergencyCards
import Foundation
import Synchronization

/// Salts and hashes passwords with scrypt (RFC 7914), and compares with what is kept.
///
/// Each takes a tenth of a second and 32 MiB, so only two are made at once, on threads of their own: one for browsers that signed in before, one
/// for everybody else. A flood of strangers' tries holds up no desk.
public struct Passwords: Sendable {
    /// The logarithm of scrypt's N: 15, and less in tests.
    private let cost: Int
    private let known = Lane(waiting: 50)
    private let strangers = Lane(waiting: 20)

    public init(cost: Int = 15) {
        self.cost = cost
    }

    /// A password as it is kept: cost, salt and hash.
    public func hashed(_ password: String) async throws -> String {
        let cost = cost
        return try await known.run { try Kept(password, cost: cost).text }
    }

    /// Whether a password is the one that was kept. Without one the same time is spent. Throws `tooManyRequests` where too many wait.
    func fits(_ password: String, _ kept: String?, isKnown: Bool) async throws -> Bool {
        let cost = cost
        return try await (isKnown ? known : strangers).run {
            guard let kept = kept.flatMap(Kept.init) else {
                _ = try Kept(password, cost: cost)
                return false
            }
            return try kept.fits(password)
        }
    }
}

/// A thread on which one thing is done after another.
private final class Lane: Sendable {
    private let queue = DispatchQueue(label: "passwords")
    private let count = Atomic(0)
    private let limit: Int

    init(waiting limit: Int) {
        self.limit = limit
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let waiting = count.add(1, ordering: .relaxed).newValue
        defer { count.subtract(1, ordering: .relaxed) }
        guard waiting <= limit else { throw Refusal(.tooManyRequests) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }
}

/// A password as it is kept: `scrypt$15$salt$hash`, with r = 8 and p = 1.
private struct Kept {
    private let cost: Int
    private let salt: [UInt8]
    private let hash: [UInt8]

    init(_ password: String, cost: Int) throws {
        self.cost = cost
        salt = Randomness.system.bytes(16)
        hash = try Self.derived(password, salt, cost)
    }

    init?(_ text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let cost = Int(parts[1]), (1...20).contains(cost),
            let salt = Data(base64Encoded: String(parts[2])), let hash = Data(base64Encoded: String(parts[3]))
        else { return nil }
        (self.cost, self.salt, self.hash) = (cost, Array(salt), Array(hash))
    }

    var text: String {
        "scrypt$\(cost)$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
    }

    func fits(_ password: String) throws -> Bool {
        Secrets.areEqual(try Self.derived(password, salt, cost), hash)
    }

    /// Full-width letters are the ordinary ones: an input method may be left on.
    private static func derived(_ password: String, _ salt: [UInt8], _ cost: Int) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: Array(password.sameWidth.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: 8,
            parallelism: 1
        ).withUnsafeBytes { Array($0) }
    }
}
