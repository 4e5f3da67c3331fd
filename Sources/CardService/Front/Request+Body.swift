import EmergencyCards
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body of a request that says it is JSON. Throws `unsupportedMediaType`; a body past `limit` bytes is refused.
    func json(upTo limit: Int) async throws -> [UInt8] {
        guard mediaType == "application/json" else { throw Refusal(.unsupportedMediaType) }
        return try await bytes(upTo: limit)
    }

    /// The members of a body that is a JSON object, read by `read`. Throws `unsupportedMediaType`, `malformedJSON`, or `invalidFields` with
    /// every field at fault.
    func object<Value: Sendable>(_ read: (inout ObjectReader) -> Value?) async throws -> Value {
        try await typedObject(upTo: 256 * 1024, read).value
    }

    /// The same, with the body as it was typed.
    func typedObject<Value: Sendable>(
        upTo limit: Int, _ read: (inout ObjectReader) -> Value?
    ) async throws -> Typed<Value> {
        let body = try await json(upTo: limit)
        guard let value = JSONValue(body) else { throw Refusal(.malformedJSON) }
        var reader = ObjectReader(value)
        let result = read(&reader)
        let faults = reader.finished()
        guard faults.isEmpty, let result else { throw Refusal(.invalidFields, errors: faults) }
        return Typed(value: result, text: String(decoding: body, as: UTF8.self))
    }

    /// The body, up to `limit` bytes.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        var request = self
        return Array(try await request.collectBody(upTo: limit).readableBytesView)
    }

    /// What the body is, without parameters, in lower case.
    var mediaType: String {
        (headers[.contentType]?.split(separator: ";").first ?? "").trimmingCharacters(in: .whitespaces).lowercased()
    }
}

/// What was read of a body, and the body.
struct Typed<Value: Sendable>: Sendable {
    let value: Value
    let text: String
}
