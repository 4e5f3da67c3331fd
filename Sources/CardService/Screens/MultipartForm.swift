import Foundation

/// A file that a form brought.
struct FormFile: Sendable, Hashable {
    /// As the browser names it; told to people, never used as a path.
    let name: String
    let bytes: [UInt8]
}

/// A form that brings files (`multipart/form-data`, RFC 7578), as browsers send it; whatever else is refused as a whole.
struct MultipartForm {
    private(set) var values: [String: String] = [:]
    private(set) var files: [String: FormFile] = [:]

    /// How many parts a form of ours has at most, and how long the lines over one are, in bytes.
    private static let (partLimit, headLimit) = (20, 1024)

    /// nil: not such a form. `contentType` is the header as it was sent.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let (data, line) = (Data(body), Data("--\(boundary)".utf8))
        guard data.starts(with: line) else { return nil }
        let (ending, blank) = (Data("\r\n--\(boundary)".utf8), Data("\r\n\r\n".utf8))
        var (rest, count) = (data.dropFirst(line.count), 0)
        while rest.starts(with: Data("\r\n".utf8)) {
            rest = rest.dropFirst(2)
            count += 1
            guard count <= Self.partLimit, let head = rest.range(of: blank),
                head.lowerBound - rest.startIndex <= Self.headLimit,
                let end = rest.range(of: ending, in: head.upperBound..<rest.endIndex),
                take(Array(rest[head.upperBound..<end.lowerBound]), under: rest[..<head.lowerBound])
            else { return nil }
            rest = rest[end.upperBound...]
        }
        guard ["--", "--\r\n"].contains(String(decoding: rest, as: UTF8.self)) else { return nil }
    }

    /// Takes a part; false where it is not a field of a form, or is there twice.
    private mutating func take(_ content: [UInt8], under head: Data) -> Bool {
        let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
        let named = lines.filter { $0.lowercased().hasPrefix("content-disposition:") }
        guard named.count == 1, named[0].lowercased().contains("form-data"),
            let name = Self.parameter("name", of: named[0]), !name.isEmpty, values[name] == nil, files[name] == nil
        else { return false }
        guard let file = Self.parameter("filename", of: named[0]) else {
            guard let text = String(validating: content, as: UTF8.self) else { return false }
            values[name] = text
            return true
        }
        files[name] = FormFile(name: file, bytes: content)
        return true
    }

    /// A parameter of a header, quoted or not; nil where it is missing, or there twice.
    private static func parameter(_ name: String, of header: String) -> String? {
        let found = header.split(separator: ";").dropFirst().compactMap { piece -> String? in
            let pair = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { return nil }
            let isQuoted = pair[1].count >= 2 && pair[1].hasPrefix("\"") && pair[1].hasSuffix("\"")
            return isQuoted ? String(pair[1].dropFirst().dropLast()) : pair[1]
        }
        return found.count == 1 ? found[0] : nil
    }
}
