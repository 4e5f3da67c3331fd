/// Reads JSON (RFC 8259) as it stands, and says where each member of an object stood, so that a text can be kept to the byte.
///
/// For files of many objects: Foundation's decoder takes ten times as long for each.
public struct JSONParser {
    /// A member of an object, in the order in which it was written.
    public struct Member {
        public let key: String
        public let value: JSONValue
        /// Where the value stands in the bytes.
        public let place: Range<Int>
    }

    private struct Malformed: Error {}

    private let bytes: [UInt8]
    private let allowsTwins: Bool
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8], allowsTwins: Bool) {
        self.bytes = bytes
        self.allowsTwins = allowsTwins
    }

    /// The value that the bytes are, white space around it; nil where they are none or no UTF-8, or an object has a name twice: which of the two
    /// was meant nobody can tell. Only records of 0.2.0 and before have such `twins`, of which both say the same.
    public static func value(of bytes: [UInt8], allowingTwins twins: Bool = false) -> JSONValue? {
        whole(bytes, allowsTwins: twins) { parser in try parser.value() }
    }

    /// The members of the one object that the bytes are; nil where they are none.
    public static func members(of bytes: [UInt8]) -> [Member]? {
        whole(bytes) { parser in
            try parser.members()
        }
    }

    private static func whole<Value>(
        _ bytes: [UInt8], allowsTwins: Bool = false, _ read: (inout JSONParser) throws -> Value
    ) -> Value? {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var parser = JSONParser(bytes, allowsTwins: allowsTwins)
        parser.skipSpace()
        guard let value = try? read(&parser) else { return nil }
        parser.skipSpace()
        return parser.position == bytes.count ? value : nil
    }

    private mutating func value() throws -> JSONValue {
        guard position < bytes.count else { throw Malformed() }
        switch bytes[position] {
        case UInt8(ascii: "{"):
            return .object(Dictionary(try members().map { ($0.key, $0.value) }) { first, _ in first })
        case UInt8(ascii: "["): return .array(try items())
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func members() throws -> [Member] {
        try take("{")
        var members: [Member] = []
        try list(until: "}") { parser in
            let key = try parser.text()
            parser.skipSpace()
            try parser.take(":")
            parser.skipSpace()
            let start = parser.position
            let value = try parser.value()
            members.append(Member(key: key, value: value, place: start..<parser.position))
        }
        guard allowsTwins || Set(members.map(\.key)).count == members.count else { throw Malformed() }
        return members
    }

    private mutating func items() throws -> [JSONValue] {
        try take("[")
        var items: [JSONValue] = []
        try list(until: "]") { items.append(try $0.value()) }
        return items
    }

    /// What stands between commas up to a closing sign.
    private mutating func list(until end: Unicode.Scalar, _ element: (inout JSONParser) throws -> Void) throws {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { throw Malformed() }
        skipSpace()
        if isNext(end) { return try take(end) }
        while true {
            skipSpace()
            try element(&self)
            skipSpace()
            if isNext(end) { return try take(end) }
            try take(",")
        }
    }

    private mutating func text() throws -> String {
        try take("\"")
        let start = position
        while position < bytes.count, Self.isPlain(bytes[position]) { position += 1 }
        // Most texts hold no escape: they are taken as they stand.
        var scalars = bytes[start..<position]
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: scalars, as: UTF8.self)
            case UInt8(ascii: "\\"): scalars += try escaped()
            case 0..<0x20: throw Malformed()
            default: scalars.append(byte)
            }
        }
        throw Malformed()
    }

    /// Whether a byte of a text stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func escaped() throws -> [UInt8] {
        guard position < bytes.count else { throw Malformed() }
        defer { position += 1 }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[position]]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "u"):
            let first = try unit()
            guard (0xD800...0xDBFF).contains(first) else { return Array(String(try scalar(UInt32(first))).utf8) }
            guard position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "\\"),
                bytes[position + 2] == UInt8(ascii: "u")
            else { throw Malformed() }
            position += 2
            let second = try unit()
            guard (0xDC00...0xDFFF).contains(second) else { throw Malformed() }
            return Array(
                String(try scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))).utf8)
        default: throw Malformed()
        }
    }

    /// Four hexadecimal digits behind the sign that stands here; stays on the last.
    private mutating func unit() throws -> UInt16 {
        guard position + 4 < bytes.count else { throw Malformed() }
        let digits = bytes[(position + 1)...(position + 4)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Malformed() }
        position += 4
        return unit
    }

    private func scalar(_ value: UInt32) throws -> Character {
        guard let scalar = Unicode.Scalar(value) else { throw Malformed() }
        return Character(scalar)
    }

    private mutating func number() throws -> Double {
        let start = position
        while position < bytes.count, "+-.0123456789Ee".utf8.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isPlain = digits.first?.isNumber == true && digits.last?.isNumber == true
        let hasLeadingZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
        guard isPlain, !hasLeadingZero, let number = Double(text), number.isFinite else { throw Malformed() }
        return number
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else { throw Malformed() }
        position = end
        return value
    }

    private func isNext(_ sign: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: sign)
    }

    private mutating func take(_ sign: Unicode.Scalar) throws {
        guard isNext(sign) else { throw Malformed() }
        position += 1
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }
}
