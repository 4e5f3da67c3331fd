import EmergencyCards

extension FormFields {
    /// A JSON document of the fields, each named by where it stands in it: `patient.kana`, `family[0].telephone`, as faults name them too.
    ///
    /// A field without text is null, as the API's documents have it. Items of a list in which nothing is written are left out.
    func document(_ fields: some Sequence<String>) -> JSONValue {
        JSONValue(document: fields.map { ($0, self[$0].map(JSONValue.string) ?? .null) })
    }
}

extension JSONValue {
    /// A JSON document of values, each named by where it stands in it. Items of a list in which nothing is written are left out.
    init(document fields: [(name: String, value: JSONValue)]) {
        self =
            fields.reduce(JSONValue.object([:])) { $0.setting($1.value, at: Self.path($1.name)[...]) }
            .withoutEmptyItems
    }

    /// `family[0].telephone` as `family`, `0`, `telephone`.
    private static func path(_ field: String) -> [String] {
        field.replacing("]", with: "").split { $0 == "." || $0 == "[" }.map(String.init)
    }
}

extension JSONValue {
    fileprivate func setting(_ value: JSONValue, at path: ArraySlice<String>) -> JSONValue {
        guard let first = path.first else { return value }
        let rest = path.dropFirst()
        guard let index = Int(first) else {
            var members = members ?? [:]
            members[first] = (members[first] ?? .null).setting(value, at: rest)
            return .object(members)
        }
        var items = elements
        while items.count <= min(index, 99) { items.append(.null) }
        if items.indices.contains(index) { items[index] = items[index].setting(value, at: rest) }
        return .array(items)
    }

    fileprivate var withoutEmptyItems: JSONValue {
        switch self {
        case .array(let items): .array(items.map(\.withoutEmptyItems).filter { !$0.isEmpty })
        case .object(let members): .object(members.mapValues(\.withoutEmptyItems))
        default: self
        }
    }

    private var isEmpty: Bool {
        switch self {
        case .null: true
        case .array(let items): items.isEmpty
        case .object(let members): members.values.allSatisfy(\.isEmpty)
        default: false
        }
    }
}
