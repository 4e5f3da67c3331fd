import EmergencyCards
import Foundation
import Testing

/// Every text that this software can say, searched for what a crew could read as an order to leave something undone. The fire department's protocol
/// decides; a patient's own words are shown as a quotation and are not in the source.
@Suite("The guarded wording")
struct GuardedWordingTests {
    /// What no sentence, notice or page says.
    static let banned = [
        "蘇生", "心マッサージ", "胸骨圧迫", "人工呼吸", "挿管", "除細動", "AED", "DNAR", "DNR", "DNACPR", "POLST", "延命", "CPR",
        "中止", "不要", "差し控え", "差控え", "行わない", "行わず", "実施しない", "搬送しない", "搬送せず", "出動しない", "処置しない",
        "処置をしない", "何もしない", "しないでください", "不搬送", "心停止", "救命",
    ]

    /// Texts that hold such a word and mean something else.
    static let allowed: [(text: String, reason: String)] = [
        ("変更は不要になりました", "the office's history of a rota: a change of duty that has become pointless")
    ]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The lines of the program that can be said, file by file: what is no comment, and every template and the API's document whole.
    static func texts() throws -> [(file: String, text: String)] {
        let files = FileManager.default.enumerator(
            at: root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
        var texts: [(file: String, text: String)] = []
        while let file = files?.nextObject() as? URL {
            guard ["swift", "mustache", "json"].contains(file.pathExtension) else { continue }
            let content = try String(contentsOf: file, encoding: .utf8)
            texts.append((file.lastPathComponent, file.pathExtension == "swift" ? withoutComments(content) : content))
        }
        return texts
    }

    /// A source without the lines that are comments.
    static func withoutComments(_ source: String) -> String {
        source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    /// The lines of a text that hold a banned phrase.
    static func found(in text: String) throws -> [String] {
        let phrases = try NSRegularExpression(pattern: banned.joined(separator: "|"), options: .caseInsensitive)
        let whole = NSString(string: text)
        return phrases.matches(in: text, range: NSRange(location: 0, length: whole.length)).map {
            whole.substring(with: whole.lineRange(for: $0.range))
        }
    }

    @Test("No text of the program tells anybody to leave something undone, but for what is allowed and is still there")
    func nothingWithheld() throws {
        let texts = try Self.texts()
        #expect(texts.count > 300 && Set(texts.map(\.file)).isSuperset(of: Self.mustBeRead))
        let found = try texts.flatMap { text in try Self.found(in: text.text).map { "\(text.file): \($0)" } }
        let unknown = found.filter { line in !Self.allowed.contains { line.contains($0.text) } }
        #expect(unknown.isEmpty, "\(unknown)")
        for exception in Self.allowed {
            #expect(!exception.reason.isEmpty && found.contains { $0.contains(exception.text) })
        }
    }

    /// Should one of these be missing, the search has gone past what it is for.
    static let mustBeRead: Set<String> = [
        "Sentences.swift", "PrintWords.swift", "LinkWords.swift", "PacketWords.swift", "CallWords.swift",
        "HistoryWords.swift", "night.mustache", "sheet.mustache", "card.mustache", "scanned.mustache", "rota.mustache",
    ]

    @Test("The search finds what it looks for, and passes over comments", arguments: banned)
    func finds(_ phrase: String) throws {
        #expect(try Self.found(in: Self.withoutComments("let a = \"今は\(phrase)です\"")).count == 1)
        #expect(try Self.found(in: Self.withoutComments("  /// \(phrase)\nlet b = \"電話してください\"")).isEmpty)
    }
}
