import Foundation

/// How a file writes its characters.
enum TextCoding {
    /// As everything but Excel in Japan saves.
    case utf8
    /// Windows code page 932, as Excel in Japan saves: Shift_JIS with ①, ㈱, 髙, 﨑.
    case cp932

    /// The coding that a file was most likely written in.
    ///
    /// UTF-8 where a byte order mark says so or all bytes fit. Where some do not, the file may still be UTF-8 with a damaged
    /// byte: characters of CP932 hardly ever look like Japanese in UTF-8 (half-width kana do look like its two-byte characters), so
    /// the majority decides, and the damage is found where it is.
    init(of bytes: [UInt8]) {
        guard !bytes.starts(with: TextCoding.byteOrderMark) else {
            self = .utf8
            return
        }
        var (fitting, unfitting) = (0, 0)
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        parsing: while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar): fitting += scalar.count > 2 ? 1 : 0
            case .error: unfitting += 1
            case .emptyInput: break parsing
            }
        }
        self = unfitting == 0 || fitting > unfitting ? .utf8 : .cp932
    }

    /// Puts into UTF-8 files on Windows.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The characters, or nil where a byte is none of this coding's.
    func text(_ bytes: [UInt8]) -> String? {
        switch self {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .cp932: bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : decoded(bytes)
        }
    }

    /// Foundation's Shift_JIS is CP932 when it decodes. A character that only one computer has (外字) is none at all elsewhere.
    private func decoded(_ bytes: [UInt8]) -> String? {
        String(bytes: bytes, encoding: .shiftJIS).flatMap { text in
            text.unicodeScalars.contains { $0.properties.generalCategory == .privateUse } ? nil : text
        }
    }
}
