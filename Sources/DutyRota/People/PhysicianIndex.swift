/// A register of physicians by what people write for them.
struct PhysicianIndex {
    private let byText: [String: [Physician]]
    private let names: [(folded: String, physician: Physician)]

    /// An index of these physicians.
    init(_ physicians: [Physician]) {
        names = physicians.map { (Names.folded($0.name), $0) }
        let texts = names.map { ($0.folded, $0.physician) } + physicians.map { (Names.folded($0.id.text), $0) }
        byText = Dictionary(grouping: texts, by: \.0).mapValues { found in
            found.map(\.1).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// Everybody whom the text names, by id or by name, variants folded. More than one: nobody may be picked.
    func matches(_ text: String) -> [Physician] { byText[Names.folded(text)] ?? [] }

    /// Those whose name is another in a single character, for telling what was perhaps meant.
    func nearly(_ text: String) -> [Physician] {
        let text = Names.folded(text)
        return names.filter { $0.folded.count == text.count && zip($0.folded, text).count(where: !=) == 1 }.map(
            \.physician
        )
    }
}
