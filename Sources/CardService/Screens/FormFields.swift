import EmergencyCards
import Foundation
import Hummingbird

/// The fields of a form that a page sent.
struct FormFields: Sendable {
    private var values: [String: String]
    /// The files that it brought, by the names of their fields; none unless the page takes files.
    private(set) var files: [String: FormFile] = [:]

    /// Fields by their names; none: nothing was sent.
    init(_ values: [String: String] = [:]) {
        self.values = values
    }

    /// Throws `unsupportedMediaType`, `bodyTooLarge`, or `malformedRequest` for what no page of ours sends, such as a field that is there twice.
    /// `files`: whether it may be one that brings files.
    init(_ request: Request, upTo limit: Int = 4096, files takesFiles: Bool = false) async throws {
        if takesFiles, request.mediaType == "multipart/form-data" {
            let body = try await request.bytes(upTo: limit)
            guard let form = MultipartForm(body, contentType: request.headers[.contentType] ?? "") else {
                throw Refusal(.malformedRequest)
            }
            (values, files) = (form.values, form.files)
            return
        }
        guard request.mediaType == "application/x-www-form-urlencoded" else { throw Refusal(.unsupportedMediaType) }
        let body = String(decoding: try await request.bytes(upTo: limit), as: UTF8.self)
        values = [:]
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

    /// The names of the fields that were sent, in order.
    var names: [String] { values.keys.sorted() }

    /// What was written there, as it was written.
    func raw(_ name: String) -> String? { values[name] }

    /// Whether it carries this token; compared in constant time.
    func isMade(with token: String) -> Bool {
        let (given, wanted) = (Array((self["token"] ?? "").utf8), Array(token.utf8))
        return given.count == wanted.count && zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
