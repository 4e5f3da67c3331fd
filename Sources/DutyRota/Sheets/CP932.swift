import Foundation

/// Windows code page 932, for writing: Shift_JIS with ①, ㈱, 髙, 﨑. No instances.
///
/// Goes by a table that Foundation's decoding yields: its encoding never returns for some texts, such as a kanji with the
/// selector of its shape (葛󠄀).
enum CP932 {
    /// The text with the signs that Unicode has twice (〜 − ‖ — ¢ £ ¬ ¥) in the shape that CP932 has (～ － ∥ ― ￠ ￡ ￢ ￥).
    static func signs(of text: String) -> String {
        guard text.unicodeScalars.contains(where: { signs[$0] != nil }) else { return text }
        var written = String.UnicodeScalarView()
        written.append(contentsOf: text.unicodeScalars.map { signs[$0] ?? $0 })
        return String(written)
    }

    /// The bytes of a text; nil where CP932 does not have all of it.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
            } else if let code = codes[signs[scalar] ?? scalar] {
                bytes += code
            } else {
                return nil
            }
        }
        return bytes
    }

    private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
        "〜": "～", "−": "－", "‖": "∥", "—": "―", "¢": "￠", "£": "￡", "¬": "￢", "¥": "￥",
    ]

    /// Every character beyond ASCII. Of the few that have several codes Windows writes the first in this order.
    private static let codes: [Unicode.Scalar: [UInt8]] = {
        let leads: [ClosedRange<UInt8>] = [0x81...0x9F, 0xE0...0xEC, 0xFA...0xFC, 0xED...0xEE]
        let kana = (0xA1...0xDF).map { [UInt8($0)] }
        let pairs = leads.joined().flatMap { lead in (0x40...0xFC).map { [lead, UInt8($0)] } }
        return (kana + pairs).reduce(into: [:]) { codes, code in
            guard let scalar = TextCoding.cp932.text(code)?.unicodeScalars.first, codes[scalar] == nil else { return }
            codes[scalar] = code
        }
    }()
}
