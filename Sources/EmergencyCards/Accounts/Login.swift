import DutyRota

/// The name by which somebody signs in: small letters, digits and `. - _ @`, 3 to 60 of them. An address of e-mail is one.
public struct Login: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Takes it as it was typed: in either width, in capitals, with spaces around it. nil for anything that is none.
    public init?(_ typed: String) {
        let text = typed.sameWidth.lowercased().filter { !$0.isWhitespace }
        guard (3...60).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    public var description: String { text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2E, 0x2D, 0x5F, 0x40].contains(byte)
    }
}
