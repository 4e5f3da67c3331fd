import DutyRota

/// Reads which cells hold days and times: the styles of a workbook (ECMA-376-1, 18.8).
final class NumberFormats: PartReader {
    let root = "styleSheet"
    private var own: [Int: NumberFormat] = [:]
    private var ids: [Int] = []
    private var isCellStyles = false

    /// A format for each style, by its number; none where the workbook has no such part.
    static func read(_ targets: Relationships, in archive: inout Archive) throws(SpreadsheetFault) -> [NumberFormat] {
        guard let target = targets.firsts["styles"], let bytes = try archive.part(target.part) else { return [] }
        let reader = NumberFormats()
        try PartScanner.scan(bytes, with: reader)
        return reader.ids.map { reader.own[$0] ?? NumberFormat(builtIn: $0) }
    }

    func open(_ element: String, _ attributes: Attributes) {
        switch element {
        case "numFmt":
            guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
            own[id] = NumberFormat(code: code)
        case "cellXfs": isCellStyles = true
        case "xf" where isCellStyles: ids.append(attributes.number("numFmtId") ?? 0)
        default: break
        }
    }

    func close(_ element: String) {
        if element == "cellXfs" { isCellStyles = false }
    }
}
