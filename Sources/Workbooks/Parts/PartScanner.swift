import DutyRota
import Foundation
import FoundationXML

/// Hands a part's elements to a ``PartReader``, leaving out those of foreign namespaces with all they contain.
final class PartScanner: NSObject {
    private static let namespaces: Set<String> = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
        "http://schemas.openxmlformats.org/package/2006/content-types",
    ]

    private let reader: any PartReader
    private var fault: SpreadsheetFault?
    private var elementCount = 0
    private var depth = 0
    /// Of the outermost foreign element that is open.
    private var foreignDepth: Int?

    private init(_ reader: any PartReader) {
        self.reader = reader
    }

    /// Reads a part to its end. Throws what the reader throws, and for XML that is not well formed or has another root.
    static func scan(_ bytes: [UInt8], with reader: any PartReader) throws(SpreadsheetFault) {
        let parser = XMLParser(data: try PartText.checked(bytes))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let scanner = PartScanner(reader)
        parser.delegate = scanner
        let isWhole = parser.parse()
        if let fault = scanner.fault { throw fault }
        // XMLParser on Linux calls a text of less than four bytes well formed.
        guard isWhole, scanner.elementCount > 0 else { throw SpreadsheetFault(message: WorkbookWords.broken) }
    }

    /// Does a step unless an earlier one has failed, and stops the parser where this one does.
    private func step(_ parser: XMLParser, _ body: () throws(SpreadsheetFault) -> Void) {
        guard fault == nil else { return }
        do {
            try body()
        } catch {
            fault = error
            parser.abortParsing()
        }
    }

    private func count(_ element: String, isForeign: Bool) throws(SpreadsheetFault) {
        elementCount += 1
        depth += 1
        guard depth <= WorkbookLimits.depth else { throw SpreadsheetFault(message: WorkbookWords.broken) }
        guard elementCount <= WorkbookLimits.elements else { throw SpreadsheetFault(message: WorkbookWords.tooLarge) }
        guard elementCount > 1 || (!isForeign && element == reader.root) else {
            throw SpreadsheetFault(message: WorkbookWords.notAWorkbook)
        }
    }
}

extension PartScanner: XMLParserDelegate {
    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        step(parser) { () throws(SpreadsheetFault) in
            let isForeign = foreignDepth != nil || !PartScanner.namespaces.contains(namespaceURI ?? "")
            try count(element, isForeign: isForeign)
            if isForeign {
                foreignDepth = foreignDepth ?? depth
            } else {
                try reader.open(element, Attributes(values: attributes))
            }
        }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        step(parser) { () throws(SpreadsheetFault) in
            if foreignDepth == nil { try reader.close(element) }
            if foreignDepth == depth { foreignDepth = nil }
            depth -= 1
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard foreignDepth == nil else { return }
        step(parser) { () throws(SpreadsheetFault) in try reader.read(text) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    // The parser underneath would mend and go on; what has been mended by guessing is not read.
    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        step(parser) { () throws(SpreadsheetFault) in throw SpreadsheetFault(message: WorkbookWords.broken) }
    }
}
