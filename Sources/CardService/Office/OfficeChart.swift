/// Bars that lie below one another, each with its name and its number: what an inline picture is made of.
struct OfficeChart {
    let id: String
    let title: String
    let bars: [(name: String, count: Int)]

    private static let width = 400
    private static let rowHeight = 44

    /// The bar of the greatest count leaves room for its number.
    private static let longest = 340

    func shown(_ words: ScreenWords) -> Shown {
        let greatest = max(bars.map(\.count).max() ?? 0, 1)
        return [
            "id": id, "title": title, "width": Self.width, "height": bars.count * Self.rowHeight,
            "description": bars.map { words["office.evidence.bar", ["name": $0.name, "count": "\($0.count)"]] }
                .joined(separator: " "),
            "bars": bars.enumerated().map { place, bar -> Shown in
                let (top, length) = (place * Self.rowHeight, bar.count * Self.longest / greatest)
                return [
                    "name": bar.name, "count": bar.count, "nameY": top + 16, "barY": top + 22, "length": length,
                    "countX": length + 8, "countY": top + 37,
                ]
            },
        ]
    }
}

/// Two columns for each month: a full one and a hollow one.
struct OfficeCourseChart {
    let id: String
    let title: String
    let columns: [(name: String, full: Int, hollow: Int)]

    private static let width = 400
    private static let bottom = 150

    /// How high the greatest column stands.
    private static let highest = 120

    func shown(_ words: ScreenWords) -> Shown {
        let greatest = max(columns.flatMap { [$0.full, $0.hollow] }.max() ?? 0, 1)
        let step = Self.width / max(columns.count, 1)
        func height(_ count: Int) -> Int { count * Self.highest / greatest }
        return [
            "id": id, "title": title, "width": Self.width, "height": Self.bottom + 22, "bottom": Self.bottom,
            "greatest": greatest,
            "description": columns.map { column in
                words[
                    "office.evidence.column",
                    ["month": column.name, "lookUps": "\(column.full)", "calls": "\(column.hollow)"]]
            }.joined(separator: " "),
            "columns": columns.enumerated().map { place, column -> Shown in
                let left = place * step
                return [
                    "name": column.name, "nameX": left + step / 2, "nameY": Self.bottom + 16,
                    "fullX": left + 4, "fullY": Self.bottom - height(column.full), "fullHeight": height(column.full),
                    "hollowX": left + step / 2 + 1, "hollowY": Self.bottom - height(column.hollow),
                    "hollowHeight": height(column.hollow), "columnWidth": step / 2 - 5,
                ]
            },
        ]
    }
}
