import EmergencyCards

/// All versions of a register's entry, the newest first, each with what it changed.
struct OfficeHistoryView {
    let text: OfficeText
    let sheet: OfficeSheet

    func versions(_ history: JSONValue) -> [Shown] {
        let versions = history["versions"].elements
        let contents = versions.map { sheet.values($0["content"]) }
        return versions.indices.reversed().map { index in
            let before = index > 0 ? contents[index - 1] : nil
            let changes = before.map { sheet.differences($0, contents[index]) } ?? []
            return [
                "enteredAt": text.moment(versions[index]["enteredAt"]), "enteredBy": versions[index]["enteredBy"].text,
                "from": text.moment(versions[index]["from"]), "isFirst": before == nil,
                "isSame": before != nil && changes.isEmpty,
                "changes": changes.map { change -> Shown in
                    [
                        "label": sheet.label(change.name, text.words),
                        "before": change.before ?? text.words["common.none"],
                        "after": change.after ?? text.words["common.none"],
                    ]
                },
            ]
        }
    }
}
