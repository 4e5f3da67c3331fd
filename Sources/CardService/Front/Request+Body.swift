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
    func object<Value>(_ read: (inout ObjectReader) -> Value?) async throws -> Value {
        try Self.object(try await json(upTo: 256 * 1024), read)
    }

    /// The members of a body that may be missing: without one, none is there. Throws as ``object(_:)``.
    func optionalObject<Value>(_ read: (inout ObjectReader) -> Value?) async throws -> Value {
        let body = try await bytes(upTo: 256 * 1024)
        guard body.isEmpty || mediaType == "application/json" else { throw Refusal(.unsupportedMediaType) }
        return try Self.object(body.isEmpty ? Array("{}".utf8) : body, read)
    }

    /// The members of a JSON object. Throws `malformedJSON`, `invalidFields`.
    static func object<Value>(_ body: [UInt8], _ read: (inout ObjectReader) -> Value?) throws -> Value {
        guard let value = JSONValue(body) else { throw Refusal(.malformedJSON) }
        var reader = ObjectReader(value)
        let result = read(&reader)
        let faults = reader.finished()
        guard faults.isEmpty, let result else { throw Refusal(.invalidFields, errors: faults) }
        return result
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
