import Mustache

/// Text as it stands in a page, in an attribute too: every scalar that means something in HTML is escaped by itself, whatever mark follows it.
struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}

/// The pages' templates, each of which names ``PageText`` as its content.
enum PageTemplate {
    /// The template of this source. Throws where it is none.
    static func parse(_ source: [UInt8]) throws -> MustacheTemplate {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        return try MustacheTemplate(string: String(decoding: source, as: UTF8.self))
    }
}
