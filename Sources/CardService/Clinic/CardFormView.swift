import EmergencyCards

/// The form of a card as it is shown: its fields in groups, what is wrong beside each, what was typed in all of them.
struct CardFormView {
    let words: ScreenWords
    let form: CardForm
    let choices: CardChoicesView
    /// The office chooses whose patient it is; a physician fills in their own.
    let isOffice: Bool
    /// A list that is to have one row more.
    var more: String?
    let refused: Refused?
    /// What is stored of fields that somebody else has changed meanwhile, by field.
    var stored: [String: String] = [:]

    private static let catalogue = "clinic.card"
    private static let fewest = ["patient.telephones": 2, "family": 3, "hospitals": 2]

    /// What the template shows.
    func shown(of kind: Kind) -> Shown {
        [
            "groups": [
                colour(kind), patient, family, physicians, wish, clinical, hospitals, consent, rest(kind),
            ],
            "acknowledges": acknowledges, "hasSummary": !summary.isEmpty, "summary": summary,
            "patientID": form.values["patient.id"],
        ]
    }

    /// What the form is for.
    enum Kind {
        case new
        /// A card that there is; a draft may still change in everything.
        case change(isDraft: Bool)

        var isFixed: Bool { if case .change = self { true } else { false } }
        var isIssued: Bool { if case .change(let isDraft) = self { !isDraft } else { false } }
    }

    private var view: FormView {
        var view = FormView(words, Self.catalogue, refused: refused) { form.values[$0] }
        for (field, text) in view.faults { view.faults[field] = said(field, text) }
        return view
    }

    /// What is wrong with a field, in words for a person at a screen.
    private func said(_ field: String, _ text: String) -> String {
        if CardForm.isDate(field), let typed = form.values[field], WrittenDate.read(typed) == nil {
            return words["clinic.form.notADate"]
        }
        if field == "consent.sharedWith" { return words["clinic.form.notShared.\(form.values["colour"] ?? "green")"] }
        switch refused?.code {
        case .areaMismatch?: return words["clinic.form.areaMismatch"]
        case .possibleDuplicate?: return words["clinic.form.possibleDuplicate"]
        default: return text
        }
    }

    private func line(_ name: String, type: String = "text", isRequired: Bool = false) -> Shown {
        let field = view.line(name, type: type, isRequired: isRequired)
        let day = CardForm.isDate(name) ? form.values[name].flatMap { WrittenDate.read($0) } : nil
        return noted(name, day.map { field.with(["hint": WrittenDate.text($0)]) } ?? field)
    }

    private func text(_ name: String, isRequired: Bool = false) -> Shown {
        noted(name, view.text(name, isRequired: isRequired))
    }

    private func choice(_ name: String, _ options: [(value: String, text: String)], isRequired: Bool = false) -> Shown {
        noted(name, view.choice(name, of: options, isRequired: isRequired))
    }

    /// A field beside which stands what is stored now, where that is something else.
    private func noted(_ name: String, _ field: Shown) -> Shown {
        guard let now = stored[name] else { return described(field) }
        return described(field.with(["hint": words["clinic.form.storedNow", ["value": now]]]))
    }

    /// A field that points to its hint and its fault.
    private func described(_ field: Shown) -> Shown {
        guard let id = field["id"] as? String else { return field }
        let notes = [("hint", "hint"), ("fault", "fault")].filter { field[$0.0] != nil }.map { "\(id)-\($0.1)" }
        return field.with(["notes": notes.isEmpty ? nil : notes.joined(separator: " ")])
    }

    private func group(_ name: String, _ fields: [Shown], _ more: Shown = [:]) -> Shown {
        let shown: Shown = [
            "id": "g-\(name)", "title": words["clinic.card.group.\(name)"],
            "intro": words.find("clinic.card.intro.\(name)"), "fields": fields,
        ]
        return shown.with(more)
    }

    /// The rows of a list, with one empty row more where somebody asked for it.
    private func rows(_ list: String, _ fields: (String) -> [Shown]) -> Shown {
        let onForm = form.rows[list] ?? form.written(list)
        let count = min(50, max(Self.fewest[list] ?? 2, onForm + (more == list ? 1 : 0)))
        let number = list == "patient.telephones" ? nil : list
        return [
            "rows": (0..<count).map { row -> Shown in
                [
                    "title": number.map { words["clinic.card.row.\($0)", ["n": "\(row + 1)"]] },
                    "fields": fields("\(list)[\(row)]"),
                ]
            },
            "more": ["list": list, "text": words["clinic.card.more.\(list)"]] as Shown, "fault": view.faults[list],
        ]
    }

    private func colour(_ kind: Kind) -> Shown {
        let chosen = form.values["colour"]
        let options = ["green", "yellow"].map { (colour: String) -> Shown in
            [
                "id": "f-colour-\(colour)", "name": "colour", "value": colour, "isChosen": chosen == colour,
                "label": words["common.\(colour)"], "about": words["clinic.card.colour.\(colour)"],
            ]
        }
        let shown = kind.isFixed ? options.filter { $0["isChosen"] as? Bool == true } : options
        return group("colour", [], ["radios": shown, "fault": view.faults["colour"]])
    }

    private var patient: Shown {
        let sexes = ["female", "male", "other"].map { ($0, words["common.sex.\($0)"]) }
        let fields = [
            line("patient.name", isRequired: true), line("patient.kana", isRequired: true),
            line("patient.birthDate", isRequired: true), choice("patient.sex", sexes, isRequired: true),
            line("patient.postalCode"), line("patient.address", isRequired: true),
            choice("patient.area", choices.areas),
        ]
        let rows = rows("patient.telephones") { [line($0, type: "tel")] }
        return group("patient", fields, rows).with(["after": [text("patient.doorNotes")]])
    }

    private var family: Shown {
        group(
            "family", [],
            rows("family") { [line($0 + ".name"), line($0 + ".relationship"), line($0 + ".telephone", type: "tel")] })
    }

    private var physicians: Shown {
        func someone(_ name: String, isRequired: Bool = false) -> Shown {
            choice(name, choices.physicians(chosen: form.values[name]), isRequired: isRequired)
        }
        let attending = isOffice ? [someone("attendingPhysician", isRequired: true)] : []
        return group(
            "physicians",
            attending + [
                someone("deputyPhysician"), line("visitingNurse.name"), line("visitingNurse.telephone", type: "tel"),
            ])
    }

    private var wish: Shown {
        let fields = [
            line("wish.confirmedOn", isRequired: true),
            choice("wish.confirmedBy", choices.physicians(chosen: form.values["wish.confirmedBy"]), isRequired: true),
            line("wish.participants"),
        ]
        return group("wish", fields).with([
            "before": [text("wish.text", isRequired: true)], "after": [text("wish.agreements")],
        ])
    }

    private var clinical: Shown {
        let long = CardForm.clinical.filter { $0 != "lastVisitOn" }.map { text("clinical.\($0)") }
        return group("clinical", [line("clinical.lastVisitOn")] + long)
    }

    private var hospitals: Shown {
        group(
            "hospitals", [],
            rows("hospitals") {
                [choice($0 + ".hospital", choices.hospitals), line($0 + ".agreedOn"), line($0 + ".patientNumber")]
            })
    }

    private var consent: Shown {
        let recipients = CardForm.recipients.map { word -> Shown in
            let name = "consent.sharedWith.\(word)"
            return [
                "id": "f-shared-\(word)", "name": name, "value": word, "isChosen": form.values[name] != nil,
                "label": words["clinic.card.recipient.\(word)"],
            ]
        }
        return group(
            "consent",
            [
                line("consent.givenBy", isRequired: true), line("consent.relationship", isRequired: true),
                line("consent.givenOn", isRequired: true),
            ], ["checks": recipients, "checksTitle": words["clinic.card.label.consent.sharedWith"]]
        ).with(["fault": view.faults["consent.sharedWith"]])
    }

    private func rest(_ kind: Kind) -> Shown {
        let training: Shown = [
            "id": "f-training", "name": "training", "value": "true", "isChosen": form.values["training"] != nil,
            "label": words["clinic.card.label.training"],
        ]
        return group(
            "rest", [line("validUntil", isRequired: kind.isIssued)], kind.isIssued ? [:] : ["checks": [training]])
    }

    /// What may be gone past, once it has been read.
    private var acknowledges: [Shown] {
        let codes = [Refusal.Code.areaMismatch, .possibleDuplicate]
        return codes.filter { refused?.code == $0 }.map { code in
            [
                "id": "f-acknowledge-\(code.rawValue)", "name": "acknowledge.\(code.rawValue)",
                "label": words["clinic.form.acknowledge.\(code.rawValue)"],
                "about": words["clinic.form.about.\(code.rawValue)"],
            ]
        }
    }

    /// What is wrong, with where it stands on the form.
    private var summary: [Shown] {
        guard refused != nil, acknowledges.isEmpty else { return [] }
        return view.faults.sorted { Self.order($0.key) < Self.order($1.key) }.map { field, text in
            ["to": Self.place(field), "label": label(field), "text": text]
        }
    }

    private func label(_ field: String) -> String {
        let plain = field.replacing(#/\[[0-9]+\]/#, with: "")
        return words.find("clinic.card.label.\(plain)") ?? words.find("clinic.card.group.\(plain)") ?? field
    }

    private static func place(_ field: String) -> String {
        switch field {
        case "colour": "f-colour-green"
        case "consent.sharedWith": "f-shared-fire"
        case "family", "hospitals": "f-\(field)-0--\(field == "family" ? "name" : "hospital")"
        default: "f-" + field.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        }
    }

    /// Where a field stands on the form, from its top.
    private static func order(_ field: String) -> Int {
        let parts = ["colour", "patient", "family", "attending", "deputy", "visiting", "wish", "clinical", "hospital"]
        return parts.firstIndex { field.hasPrefix($0) } ?? parts.count
    }
}
