/// Writes JSON as bytes, member by member, in the order in which it is told.
///
/// The look-up's answer and the audit's record pass here on every call; a reflective encoder costs twenty times as much.
public struct JSONWriter: Sendable {
    /// What has been written so far, UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object as the value that is due here.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes an array as the value that is due here.
    public mutating func array<Items: Sequence>(_ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for item in items { write(&self, item) }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes a string as the value that is due here.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes a whole number as the value that is due here.
    public mutating func number(_ number: Int) {
        raw(String(number))
    }

    /// A member whose value is an object.
    public mutating func member(_ key: StaticString, object members: (inout JSONWriter) -> Void) {
        name(key)
        object(members)
    }

    /// A member whose value is an object, or null without one.
    public mutating func member<Value>(
        _ key: StaticString, object value: Value?, _ members: (inout JSONWriter, Value) -> Void
    ) {
        guard let value else { return null(key) }
        name(key)
        object { members(&$0, value) }
    }

    /// A member whose value is an array of objects.
    public mutating func member<Items: Sequence>(
        _ key: StaticString, each items: Items, _ members: (inout JSONWriter, Items.Element) -> Void
    ) {
        name(key)
        array(items) { json, item in json.object { members(&$0, item) } }
    }

    /// A member whose value is an array of strings.
    public mutating func member(_ key: StaticString, _ texts: [String]) {
        name(key)
        array(texts) { $0.string($1) }
    }

    /// A member whose value is a string, or null without one.
    public mutating func member(_ key: StaticString, _ text: String?) {
        guard let text else { return null(key) }
        name(key)
        string(text)
    }

    /// A member whose value is a whole number, or null without one.
    public mutating func member(_ key: StaticString, _ number: Int?) {
        guard let number else { return null(key) }
        name(key)
        raw(String(number))
    }

    /// A member whose value is true or false.
    public mutating func member(_ key: StaticString, _ flag: Bool) {
        name(key)
        raw(flag ? "true" : "false")
    }

    /// A member whose value is null.
    public mutating func null(_ key: StaticString) {
        name(key)
        raw("null")
    }

    /// A member whose value is JSON already.
    public mutating func member(_ key: StaticString, json: [UInt8]) {
        name(key)
        separate()
        bytes += json
    }

    /// Writes JSON that is there already as the value that is due here.
    public mutating func value(json: [UInt8]) {
        separate()
        bytes += json
    }

    /// A member whose name is known only now, with the value that `write` writes.
    public mutating func member(named key: String, _ write: (inout JSONWriter) -> Void) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        write(&self)
        needsComma = true
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes += text.utf8
    }

    private mutating func name(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var isPlain = true
            for byte in utf8 where JSONWriter.mustEscape(byte) { isPlain = false }
            if isPlain { bytes.append(contentsOf: utf8) } else { utf8.forEach { escape($0) } }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0..<0x20: bytes += (#"\u00"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
        default: bytes.append(byte)
        }
    }
}
