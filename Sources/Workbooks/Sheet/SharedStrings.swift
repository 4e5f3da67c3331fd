import DutyRota

/// The texts that cells refer to by number (ECMA-376-1, 18.4).
final class SharedStrings: PartReader {
    let root = "sst"
    private var strings: [String] = []
    private var runs = TextRuns()

    /// All of them; none where the workbook has no such part.
    static func read(_ targets: Relationships, in archive: inout Archive) throws(SpreadsheetFault) -> [String] {
        guard let target = targets.firsts["sharedStrings"], let bytes = try archive.part(target.part) else { return [] }
        let reader = SharedStrings()
        try PartScanner.scan(bytes, with: reader)
        return reader.strings
    }

    func open(_ element: String, _ attributes: Attributes) {
        if element == "si" { runs = TextRuns() }
        runs.open(element)
    }

    func read(_ text: String) { runs.read(text) }

    func close(_ element: String) {
        runs.close(element)
        if element == "si" { strings.append(runs.text) }
    }
}
