import DutyRota
import EmergencyCards

/// What stands over a month: its name, how far it is, its areas, and where else one can go from here.
struct MonthFrame {
    let month: Month
    let area: String
    let areas: RotaAreas
    let words: RotaWords

    /// The area to be shown: the one that was asked for, or the first that the month has places of.
    static func area(asked: String?, _ areas: RotaAreas, _ grid: MonthGrid) -> String {
        if let asked, areas.list.contains(where: { $0.id == asked }) { return asked }
        let used = Set(grid.rows.compactMap(\.area))
        return (areas.list.first { used.contains($0.id) } ?? areas.list.first)?.id ?? ""
    }

    func shown(draft: MonthGrid, published: MonthGrid?, isDraft: Bool) -> Shown {
        let path = "/office/rota/\(month)"
        let view = isDraft ? "draft" : "published"
        return [
            "path": path, "month": month.description, "title": words.month(month),
            "isDraft": isDraft, "isPublished": !isDraft,
            "state": state(draft: draft, published: published),
            "before": ["path": "/office/rota/\(month.adding(-1))", "text": words.month(month.adding(-1))] as Shown,
            "after": ["path": "/office/rota/\(month.adding(1))", "text": words.month(month.adding(1))] as Shown,
            "areaName": areas.name(area), "hasAreas": areas.list.count > 1,
            "areas": areas.list.map { one -> Shown in
                [
                    "path": "\(path)?view=\(view)&area=\(one.id.percentEncoded)", "text": one.name,
                    "isHere": one.id == area,
                ]
            },
            "views": published == nil
                ? []
                : ["published", "draft"].map { one -> Shown in
                    [
                        "path": "\(path)?view=\(one)&area=\(area.percentEncoded)", "text": words["view.\(one)"],
                        "isHere": one == view,
                    ]
                },
            "version": draft.version,
        ]
    }

    private func state(draft: MonthGrid, published: MonthGrid?) -> [Shown] {
        let inForce = published.map {
            words["state.published", ["revision": "\($0.revision ?? 0)", "when": words.moment($0.publishedAt ?? "")]]
        }
        let begun = draft.changedAt.map { words["state.draft", ["when": words.moment($0)]] }
        let texts = [inForce ?? words["state.unpublished"], begun ?? (published == nil ? words["state.none"] : nil)]
        return texts.compactMap(\.self).map { ["text": $0] }
    }
}
