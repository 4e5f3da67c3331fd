/// Characters that XML cannot hold, as workbooks write them: `_x000D_`, and `_x005F_` for a `_` that would begin such an
/// escape (ECMA-376-1, 22.9.2.19, ST_Xstring).
enum EscapedText {
    private static let length = 7

    /// The text that is meant.
    static func read(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        var (rest, units) = (Array(text.utf16)[...], [UInt16]())
        while let first = rest.first {
            let escaped = escape(at: rest)
            units.append(escaped ?? first)
            rest = rest.dropFirst(escaped == nil ? 1 : length)
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The text as it is to be written.
    static func write(_ text: String) -> String {
        var (rest, written) = (Array(text.utf16)[...], [UInt16]())
        while let first = rest.first {
            if needsEscape(first) || escape(at: rest) != nil {
                written += escaped(first).utf16
            } else {
                written.append(first)
            }
            rest = rest.dropFirst()
        }
        return String(decoding: written, as: UTF16.self)
    }

    private static func needsEscape(_ unit: UInt16) -> Bool {
        (unit < 0x20 && unit != 0x09 && unit != 0x0A) || unit >= 0xFFFE
    }

    private static func escaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// The unit that an escape at the beginning stands for.
    private static func escape(at rest: ArraySlice<UInt16>) -> UInt16? {
        guard rest.count >= length, rest.starts(with: "_x".utf16), rest[rest.startIndex + 6] == 0x5F else { return nil }
        let digits = String(decoding: rest[rest.startIndex + 2..<rest.startIndex + 6], as: UTF16.self)
        return digits.utf8.allSatisfy { isHexDigit($0) } ? UInt16(digits, radix: 16) : nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
