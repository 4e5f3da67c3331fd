/// Areas in Japanese.
enum AreaWords {
    /// How files and pages call the whole of an association.
    static let whole = "全域"

    /// Names the areas there are.
    static func unknown(_ text: String, areas: [Area]) -> String {
        "「\(text)」という地区はありません。地区: \(areas.map { "\($0.name)（\($0.id)）" }.joined(separator: "、"))"
    }

    /// An area's name; the identifier where the association has no such area any more.
    static func name(_ area: AreaID?, areas: [Area]) -> String {
        guard let area else { return whole }
        return areas.first { $0.id == area }?.name ?? area.text
    }
}
