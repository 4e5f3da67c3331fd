import DutyRota

/// What only the register can have against a folder's month sheet, in Japanese.
enum LoadWords {
    /// Of a cell that the file changes while an override lies on it.
    static func overridden(_ override: Override, in book: RotaBook) -> String {
        let place = override.place
        let area = place.area.map { id in book.association.area(id)?.name ?? id.text } ?? "全域"
        let order = override.order == .first ? "第一当番" : "第二当番"
        let (from, to) = (name(override.replaces, in: book), name(override.physician, in: book))
        return "\(place.dutyDate) \(place.slot) \(area) の\(order)は「\(from)→\(to)」に変更されています（変更 \(override.id)）。"
            + "load --merge では置き換えられません。rota import と rota publish で、この変更を残すか取り消すかを選んでください。"
    }

    private static func name(_ physician: PhysicianID?, in book: RotaBook) -> String {
        physician.map { book.physicians[$0]?.name ?? $0.text } ?? "なし"
    }
}
