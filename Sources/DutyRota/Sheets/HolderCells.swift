/// Reads the cells in which the holders of a call stand; on a month's sheet the same ones come again and again.
struct HolderCells {
    /// What a cell says.
    struct Content {
        /// Those who could be told, in the cell's order.
        var physicians: [Physician] = []
        /// Japanese: what is wrong with the others.
        var faults: [String] = []
    }

    /// How many may stand in one cell.
    static let limit = 20

    private let index: PhysicianIndex
    private var known: [String: Content] = [:]

    /// A reader of cells that name these physicians.
    init(_ index: PhysicianIndex) {
        self.index = index
    }

    /// Whom a cell names. Two who match are never guessed between.
    mutating func read(_ text: String) -> Content {
        if let content = known[text] { return content }
        let content = content(of: text)
        known[text] = content
        return content
    }

    private func content(of text: String) -> Content {
        let names = text.listed
        guard names.count <= HolderCells.limit else {
            return Content(faults: [SheetWords.tooManyHolders(limit: HolderCells.limit)])
        }
        return names.reduce(into: Content()) { content, name in
            let matches = index.matches(name)
            if let physician = matches.first, matches.count == 1 {
                content.physicians.append(physician)
            } else if matches.isEmpty {
                content.faults.append(SheetWords.unknown(name, nearly: index.nearly(name)))
            } else {
                content.faults.append(SheetWords.ambiguous(name, matches))
            }
        }
    }
}
