import Foundation

extension DeskBrowser {
    /// Opens a page, and sends its last form that goes to `action` with some fields written anew.
    func change(_ path: String, to action: String? = nil, _ fields: [String: String]) async throws -> LinkBrowser.Seen {
        let page = try await get(path)
        return try await post(action ?? path, page.fields(sentTo: action ?? path).merging(fields) { $1 })
    }
}

extension LinkBrowser.Seen {
    /// What stands in the fields of a form as a browser would send them.
    func fields(sentTo action: String) -> [String: String] {
        let forms = text.matches(of: #/<form method="post" action="([^"]*)"[^>]*>((?s).*?)</form>/#)
        guard let form = forms.first(where: { $0.output.1 == action })?.output.2 else { return [:] }
        var fields: [String: String] = [:]
        for input in form.matches(of: #/<input [^>]*>/#).map(\.output) {
            guard let name = Self.attribute("name", of: input) else { continue }
            let isBox = Self.attribute("type", of: input) == "checkbox"
            if !isBox || input.contains(" checked") { fields[name] = Self.attribute("value", of: input) ?? "" }
        }
        for area in form.matches(of: #/<textarea [^>]*name="([^"]*)"[^>]*>\n?((?s).*?)</textarea>/#) {
            fields[String(area.output.1)] = Self.unescaped(area.output.2)
        }
        for choice in form.matches(of: #/<select [^>]*name="([^"]*)"[^>]*>((?s).*?)</select>/#) {
            let chosen = choice.output.2.firstMatch(of: #/<option value="([^"]*)" selected>/#)?.output.1
            fields[String(choice.output.1)] = chosen.map(Self.unescaped) ?? ""
        }
        return fields
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        tag.unicodeScalars.firstRange(of: " \(name)=\"".unicodeScalars).map { range in
            var value = String.UnicodeScalarView()
            value.append(contentsOf: tag.unicodeScalars[range.upperBound...].prefix { $0 != "\"" })
            return unescaped(Substring(String(value)))
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
    }
}
