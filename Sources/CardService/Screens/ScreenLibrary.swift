import EmergencyCards
import Mustache

/// The templates of all screens, with the catalogue that they speak from.
struct ScreenLibrary: Sendable {
    let words: ScreenWords
    private let templates: MustacheLibrary

    /// Throws for a template or a file of the catalogue that cannot be read.
    init(_ files: [String: [UInt8]] = ScreenFiles.all) throws {
        words = try ScreenWords(files)
        let ending = ".mustache"
        templates = MustacheLibrary(
            templates: try files.filter { $0.key.hasSuffix(ending) }.reduce(into: [:]) {
                $0[String($1.key.dropLast(ending.count))] = try PageTemplate.parse($1.value)
            })
    }

    /// A template filled in. Throws ``ScreenFault`` where there is none of this name.
    func render(_ template: String, _ shown: Shown) throws -> String {
        var whole = shown
        whole["w"] = words
        guard let html = templates.render(whole, withTemplate: template) else { throw ScreenFault(file: template) }
        return html
    }
}
