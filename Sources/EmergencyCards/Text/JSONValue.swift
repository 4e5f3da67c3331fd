/// JSON as it was written, before anything is asked of its fields.
public enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads UTF-8 JSON; nil where it is not JSON, is written in another encoding, or names a member of an object twice.
    public init?(_ bytes: [UInt8]) {
        guard let value = JSONParser.value(of: bytes) else { return nil }
        self = value
    }
}
