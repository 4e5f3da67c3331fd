import Crypto
import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird

/// Which version of something an answer shows (RFC 9110), so that a change can say of which version it is one.
struct EntityTag: Hashable {
    /// With its quotes, as the header has it.
    let text: String

    /// The tag of a month's draft; 0: there is none yet.
    init(draft version: Int) {
        text = "\"draft-\(version)\""
    }

    /// The tag of a card's version.
    init(card version: Int) {
        text = "\"card-\(version)\""
    }

    /// The tag of a document whose bytes are always the same for the same content.
    init(content: [UInt8]) {
        let digits = SHA256.hash(data: content).prefix(8).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }
        text = "\"\(digits.joined())\""
    }
}

/// The version that a change says it is one of.
struct IfMatch: Sendable {
    private let tags: [String]

    /// Throws `ifMatchRequired` where the request does not say.
    init(_ request: Request) throws(Refusal) {
        guard let value = request.headers[.ifMatch], !value.isEmpty else { throw Refusal(.ifMatchRequired) }
        tags = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// Throws `stale` where the present version is another one.
    func check(_ tag: EntityTag) throws(Refusal) {
        guard includes(tag) else { throw Refusal(.stale) }
    }

    /// Whether the present version is one of those that the request names.
    func includes(_ tag: EntityTag) -> Bool { tags.contains(tag.text) || tags == ["*"] }
}

extension Response {
    /// The answer with the tag of what it shows.
    func tagged(_ tag: EntityTag) -> Response {
        var response = self
        response.headers[.eTag] = tag.text
        return response
    }
}
