import Crypto
import EmergencyCards
import Foundation
import Hummingbird

/// A browser that has given the right code: what it keeps in its cookie, and nobody else does.
struct LinkVisit {
    private let secret: String
    private static let cookie = "night"

    /// A new one.
    init() {
        var generator = SystemRandomNumberGenerator()
        secret = (0..<4).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// That of a request; nil: it has none.
    init?(_ request: Request) {
        guard let value = request.cookies[Self.cookie]?.value, value.utf8.count == 64 else { return nil }
        secret = value
    }

    /// Under which the visit is kept.
    var hash: VisitHash { VisitHash(bytes: Array(SHA256.hash(data: Array(("visit " + secret).utf8)))) }

    /// Stands in the visit's forms: a page of somebody else cannot know it.
    var token: String {
        SHA256.hash(data: Array(("form " + secret).utf8)).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        .joined()
    }

    /// The cookie, for the pages of one link alone.
    func cookie(for path: String, isSecure: Bool) -> Cookie {
        Cookie(name: Self.cookie, value: secret, path: path, secure: isSecure, httpOnly: true, sameSite: .strict)
    }
}
