import DutyRota

/// What a part refers to (ECMA-376-2, 6.5).
final class Relationships: PartReader {
    /// One reference.
    struct Target {
        /// The last word of its type, such as worksheet.
        let kind: String
        /// The part's name; for an external target whatever stands there.
        let part: String
    }

    let root = "Relationships"
    /// By identifier.
    private(set) var targets: [String: Target] = [:]
    /// By kind, the first of each.
    private(set) var firsts: [String: Target] = [:]
    private let folder: [Substring]

    /// The relationships of a part ("": of the whole file); none where the container has none. Throws for external links.
    init(of part: String, in archive: inout Archive) throws(SpreadsheetFault) {
        let path = part.split(separator: "/")
        folder = path.dropLast()
        let name = (folder + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
        if let bytes = try archive.part(name) { try PartScanner.scan(bytes, with: self) }
    }

    func open(_ element: String, _ attributes: Attributes) throws(SpreadsheetFault) {
        guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        guard kind != "externalLink" else { throw SpreadsheetFault(message: WorkbookWords.externalLinks) }
        let found = Target(kind: kind, part: resolve(target))
        targets[id] = found
        firsts[kind] = firsts[kind] ?? found
    }

    private func resolve(_ target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
