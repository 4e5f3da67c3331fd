import EmergencyCards

/// A form as it is shown: each field with its label, what stands in it, and what is wrong with it. The partial `field` shows one.
struct FormView {
    let words: ScreenWords
    /// Where the catalogue has the labels (`label`) and hints (`hint`) of the fields, by their names.
    let catalogue: String
    /// What stands in a field: what was typed, or what is there already.
    let value: (String) -> String?
    /// What is wrong, by field.
    var faults: [String: String]

    /// `refused`: why what was typed was not taken.
    init(
        _ words: ScreenWords, _ catalogue: String, refused: Refused? = nil, value: @escaping (String) -> String?
    ) {
        self.words = words
        self.catalogue = catalogue
        self.value = value
        faults = (refused?.faults ?? []).reduce(into: [:]) { $0[$1.field] = $0[$1.field] ?? $1.message }
    }

    /// A line to be written; `type` as HTML has it.
    func line(_ name: String, type: String = "text", isRequired: Bool = false, autocomplete: String? = "off") -> Shown {
        field(name, isRequired).with(["type": type, "autocomplete": autocomplete])
    }

    /// A longer text.
    func text(_ name: String, isRequired: Bool = false) -> Shown {
        field(name, isRequired).with(["isLong": true])
    }

    /// One of several; an empty choice comes first where nothing need be chosen, or nothing is.
    func choice(_ name: String, of options: [(value: String, text: String)], isRequired: Bool = false) -> Shown {
        let chosen = value(name) ?? ""
        let none = isRequired && !chosen.isEmpty ? [] : [(value: "", text: words["form.chosen"])]
        // A choice that something has been chosen of cannot be left empty: HTML has no `required` without an empty first option.
        return field(name, isRequired && !none.isEmpty).with([
            "isChoice": true,
            "options": (none + options).map {
                ["value": $0.value, "text": $0.text, "isChosen": $0.value == chosen] as Shown
            },
        ])
    }

    /// The faults of fields that are not among these: they are said above the form.
    func otherFaults(than names: Set<String>) -> [String] {
        faults.filter { !names.contains($0.key) }.map(\.value).sorted()
    }

    private func field(_ name: String, _ isRequired: Bool) -> Shown {
        let plain = name.replacing(#/\[[0-9]+\]/#, with: "")
        let id = "f-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let (hint, fault) = (words.find("\(catalogue).hint.\(plain)"), faults[name])
        let notes = [hint.map { _ in id + "-hint" }, fault.map { _ in id + "-fault" }].compactMap(\.self)
        return [
            "id": id, "name": name, "label": words["\(catalogue).label.\(plain)"], "value": value(name),
            "hint": hint, "fault": fault, "isRequired": isRequired,
            "notes": notes.isEmpty ? nil : notes.joined(separator: " "),
        ]
    }
}
