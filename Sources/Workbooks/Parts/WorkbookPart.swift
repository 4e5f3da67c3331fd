import DutyRota

/// The part that lists a workbook's sheets (ECMA-376-1, 18.2).
final class WorkbookPart: PartReader {
    let root = "workbook"
    /// Whether days are counted from 1904 on, as older workbooks of the Macintosh do.
    private(set) var countsFrom1904 = false
    /// What the workbook refers to.
    let relationships: Relationships
    private var shown: [String] = []

    /// Finds and reads the part. Throws for a file without a workbook.
    init(in archive: inout Archive) throws(SpreadsheetFault) {
        let document = try Relationships(of: "", in: &archive).firsts["officeDocument"]
        guard let document, document.part.hasSuffix(".xml"), let bytes = try archive.part(document.part) else {
            throw SpreadsheetFault(message: WorkbookWords.notAWorkbook)
        }
        relationships = try Relationships(of: document.part, in: &archive)
        try PartScanner.scan(bytes, with: self)
    }

    /// The name of the first shown worksheet's part; charts are passed over. Throws where none is shown.
    func firstShownSheet() throws(SpreadsheetFault) -> String {
        let sheets = shown.compactMap { relationships.targets[$0] }.filter { $0.kind == "worksheet" }
        guard let sheet = sheets.first else { throw SpreadsheetFault(message: WorkbookWords.noVisibleSheet) }
        return sheet.part
    }

    func open(_ element: String, _ attributes: Attributes) {
        switch element {
        case "workbookPr": countsFrom1904 = attributes.flag("date1904")
        case "sheet" where attributes["state"] ?? "visible" == "visible":
            if let id = attributes.relationship { shown.append(id) }
        default: break
        }
    }
}
