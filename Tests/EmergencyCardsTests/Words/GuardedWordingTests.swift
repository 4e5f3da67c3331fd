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

    /// The texts of the program, file by file: whatever stands between quotation marks, and every template whole.
    static func texts() throws -> [(file: String, text: String)] {
        let sources = root.appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var texts: [(file: String, text: String)] = []
        while let file = files?.nextObject() as? URL {
            guard let content = try? String(contentsOf: file, encoding: .utf8) else { continue }
            switch file.pathExtension {
            case "swift": texts += literals(in: content).map { (file.lastPathComponent, $0) }
            case "mustache", "json":
                texts += content.split(separator: "\n").map { (file.lastPathComponent, String($0)) }
            default: continue
            }
        }
        return texts
    }

    /// What stands between quotation marks on each line that is no comment.
    static func literals(in source: String) -> [String] {
        source.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
            .filter { $0.contains("\"") || $0.unicodeScalars.contains { $0.value > 0x2E7F } }.map(String.init)
    }

    @Test("No text of the program tells anybody to leave something undone", arguments: banned)
    func nothingWithheld(_ phrase: String) throws {
        let texts = try Self.texts()
        #expect(texts.count > 1000 && Set(texts.map(\.file)).isSuperset(of: Self.mustBeRead))
        let found = texts.filter { $0.text.contains(phrase) }
            .filter { text in !Self.allowed.contains { text.text.contains($0.text) } }
        #expect(found.isEmpty, "\(found.prefix(3))")
    }

    /// Should one of these be missing, the search has gone past what it is for.
    static let mustBeRead: Set<String> = [
        "Sentences.swift", "PrintWords.swift", "LinkWords.swift", "PacketWords.swift", "CallWords.swift",
        "HistoryWords.swift", "night.mustache", "sheet.mustache", "card.mustache", "scanned.mustache", "rota.mustache",
    ]

    @Test("What is allowed is still there, with its reason")
    func allowedIsUsed() throws {
        let texts = try Self.texts()
        for exception in Self.allowed {
            #expect(!exception.reason.isEmpty && texts.contains { $0.text.contains(exception.text) })
        }
    }

    @Test("The search finds what it looks for")
    func finds() {
        #expect(Self.literals(in: "let a = \"心肺蘇生を行わない\"\n// \"蘇生\"").count == 1)
    }
}
