extension JSONWriter {
    /// A member whose value is any JSON.
    mutating func member(_ key: StaticString, value: JSONValue) {
        member(key, json: value.bytes)
    }
}

extension JSONValue {
    /// The value as JSON, UTF-8, members in the order of their names.
    public var bytes: [UInt8] {
        switch self {
        case .null: return Array("null".utf8)
        case .flag(let flag): return Array((flag ? "true" : "false").utf8)
        case .number(let number): return Array((Int(exactly: number).map(String.init) ?? String(number)).utf8)
        case .string(let text):
            var json = JSONWriter()
            json.string(text)
            return json.bytes
        case .array(let items):
            var json = JSONWriter()
            json.array(items) { $0.value(json: $1.bytes) }
            return json.bytes
        case .object(let members):
            let parts = members.sorted { $0.key < $1.key }.map {
                JSONValue.string($0.key).bytes + [0x3A] + $0.value.bytes
            }
            return [0x7B] + Array(parts.joined(separator: [0x2C])) + [0x7D]
        }
    }
}
