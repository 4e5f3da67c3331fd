extension JSONValue {
    /// The members of an object; nil for anything else.
    public var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }

    /// A member of an object; null where there is none.
    public func member(_ key: String) -> JSONValue { members?[key] ?? .null }

    /// A member of an object; null where there is none.
    public subscript(_ key: String) -> JSONValue { member(key) }

    /// The items of a list; none for anything else.
    public var elements: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    /// The text of a string; nil for anything else.
    public var text: String? { if case .string(let text) = self { text } else { nil } }

    /// A whole number; nil for anything else.
    public var whole: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
