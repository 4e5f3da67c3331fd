import DutyRota
import Foundation

/// A part's XML, made safe to hand to a parser.
///
/// Only UTF-8 is let through, and without its XML declaration, so that what is looked at here is what the parser reads: a declared
/// encoding (UTF-16, UTF-7) cannot bring in a `<!DOCTYPE` that was not seen.
enum PartText {
    /// What XMLParser is to be given. Throws for declarations of types and entities, for processing instructions, and for bytes
    /// that are not UTF-8. No spreadsheet program writes a processing instruction, and XMLParser on Linux traps on one
    /// without data (`<?a?>`).
    static func checked(_ bytes: [UInt8]) throws(SpreadsheetFault) -> Data {
        let head = bytes.starts(with: mark) ? mark.count : 0
        var text = bytes[head...]
        if text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">")) {
            text = text[(end + 1)...]
        }
        guard !bytes.contains(0), let checked = String(validating: text, as: UTF8.self) else {
            throw SpreadsheetFault(message: WorkbookWords.broken)
        }
        guard !checked.withCString(hasDeclarations) else {
            throw SpreadsheetFault(message: WorkbookWords.declarations)
        }
        guard !hasCrowdedElement(text) else { throw SpreadsheetFault(message: WorkbookWords.broken) }
        return Data(text)
    }

    private static func hasDeclarations(_ text: UnsafePointer<CChar>) -> Bool {
        strstr(text, "<!DOCTYPE") != nil || strstr(text, "<!ENTITY") != nil || strstr(text, "<?") != nil
    }

    private static func hasCrowdedElement(_ text: ArraySlice<UInt8>) -> Bool {
        var signs = 0
        for byte in text {
            if byte == UInt8(ascii: "<") { signs = 0 } else if byte == UInt8(ascii: "=") { signs += 1 }
            if signs > WorkbookLimits.attributes { return true }
        }
        return false
    }

    /// The byte order mark of UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
