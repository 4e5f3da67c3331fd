import EmergencyCards
import Foundation
import Hummingbird

/// The fields of a form that a page sent.
struct FormFields {
    private var values: [String: String] = [:]

    /// Throws `unsupportedMediaType`, `bodyTooLarge`, or `malformedRequest` for what no page of ours sends.
    init(_ request: Request) async throws {
        guard request.mediaType == "application/x-www-form-urlencoded" else { throw Refusal(.unsupportedMediaType) }
        let body = String(decoding: try await request.bytes(upTo: 4096), as: UTF8.self)
        for pair in body.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.dropFirst().first ?? ""),
                values.updateValue(value, forKey: name) == nil
            else { throw Refusal(.malformedRequest) }
        }
    }

    /// What was written there, without spaces at its ends; nil: nothing.
    subscript(name: String) -> String? {
        let text = values[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : text
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
