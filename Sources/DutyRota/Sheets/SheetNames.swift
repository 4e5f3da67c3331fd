/// How areas and physicians are written on a sheet, so that whoever reads it finds the same.
struct SheetNames {
    private let areas: [AreaID: String]
    private let physicians: [PhysicianID: String]

    /// The names of an association's areas and physicians. Whoever could not be told by name is written by id: the name is
    /// another's too, holds a sign that separates names, or one that a file may write otherwise.
    init(areas: [Area], physicians: [Physician]) {
        let index = PhysicianIndex(physicians)
        self.physicians = Dictionary(
            physicians.map { physician in
                let isRead = SheetNames.shapes(of: physician.name).allSatisfy { name in
                    let listed = name.listed
                    return listed.count == 1 && listed.flatMap(index.matches).map(\.id) == [physician.id]
                }
                return (physician.id, isRead ? physician.name : physician.id.text)
            }
        ) { first, _ in first }
        self.areas = Dictionary(
            areas.map { area in
                let isRead = SheetNames.shapes(of: area.name).allSatisfy { name in
                    name != AreaWords.whole && areas.named(name)?.id == area.id
                }
                return (area.id, isRead ? area.name : area.id.text)
            }
        ) { first, _ in first }
    }

    /// A name as the codings write it.
    private static func shapes(of name: String) -> [String] {
        let signs = CP932.signs(of: name)
        return signs == name ? [name] : [name, signs]
    }

    /// An area as it is written; nil: the whole association.
    func text(_ area: AreaID?) -> String {
        guard let area else { return AreaWords.whole }
        return areas[area] ?? area.text
    }

    /// A physician as they are written; somebody whom the register does not have by id.
    func text(_ physician: PhysicianID) -> String { physicians[physician] ?? physician.text }

    /// The holders of a call.
    func text(_ holders: [PhysicianID]) -> String { holders.map(text).joined(separator: "、") }
}
