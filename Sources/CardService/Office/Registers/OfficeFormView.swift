import EmergencyCards

/// A register's form as it is shown: the fields with their faults, the version it lies over, what somebody else has changed meanwhile.
struct OfficeFormView {
    let form: FormView
    let state: OfficeEdit.State
    private let words: ScreenWords

    init(_ sheet: OfficeSheet, _ state: OfficeEdit.State, _ words: ScreenWords) {
        self.state = state
        self.words = words
        form = FormView(words, sheet.catalogue, refused: state.refused) { state.values[$0] }
    }

    /// What every form has under `form`. `named`: the fields beside which their faults are said.
    func frame(named: Set<String>, _ more: Shown) -> Shown {
        let faults = form.otherFaults(than: named)
        let frame: Shown = [
            "tag": state.tag, "was": state.base.map { String(decoding: $0.bytes, as: UTF8.self) },
            "title": state.refused?.title,
            "faults": faults.map { ["message": $0] as Shown },
            "changes": state.changes, "hasChanges": !state.changes.isEmpty,
        ]
        return frame.with(more)
    }

    /// Boxes to tick, each a field `name.value`.
    func boxes(_ name: String, of options: [(value: String, text: String)]) -> Shown {
        let fault = form.faults.first { $0.key == name || $0.key.hasPrefix("\(name)[") }?.value
        return [
            "legend": words["\(form.catalogue).label.\(name)"], "hint": words.find("\(form.catalogue).hint.\(name)"),
            "fault": fault,
            "boxes": options.map { option -> Shown in
                [
                    "id": "f-\(name)-\(option.value)", "name": "\(name).\(option.value)", "text": option.text,
                    "isOn": state.values["\(name).\(option.value)"] != nil,
                ]
            },
        ]
    }

    /// The rows of telephone numbers, and two empty ones.
    func telephones(_ prefix: String = "telephones") -> [Shown] {
        let rows = OfficeTelephones.count(state.values, prefix)
        return (0..<min(rows + 2, OfficeTelephones.limit)).map { index in
            let name = "\(prefix)[\(index)]"
            return [
                "legend": words["office.telephones.legend", ["place": "\(index + 1)"]],
                "fields": [
                    form.line("\(name).label"), form.line("\(name).number", type: "tel"),
                    hours("\(name).hours.dayTypes"), form.line("\(name).hours.from"), form.line("\(name).hours.to"),
                ],
            ]
        }
    }

    /// On which days a number is answered; without a choice always.
    func hours(_ name: String) -> Shown {
        let chosen = state.values[name] ?? ""
        let known = ["every", "weekday", "saturday sunday holiday", "saturday", "sunday holiday"]
        let options = ([""] + known + (chosen.isEmpty || known.contains(chosen) ? [] : [chosen])).map {
            value -> Shown in
            ["value": value, "text": OfficeTelephones.days(value, words), "isChosen": value == chosen]
        }
        return form.choice(name, of: []).with(["options": options])
    }

    /// A field whose faults are said of its items.
    func lines(_ name: String) -> Shown {
        let field = form.text(name)
        let faults = form.faults.filter { $0.key.hasPrefix("\(name)[") }.sorted { $0.key < $1.key }.map(\.value)
        guard !faults.isEmpty, let id = field["id"] as? String else { return field }
        let notes = [field["notes"] as? String, "\(id)-fault"].compactMap(\.self).joined(separator: " ")
        return field.with(["fault": faults.joined(separator: " "), "notes": notes])
    }
}
