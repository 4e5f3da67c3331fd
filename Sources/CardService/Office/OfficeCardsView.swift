import EmergencyCards

/// What the lists of cards show, out of what the API says.
struct OfficeCardsView {
    let text: OfficeText
    /// The association's document: the names of its areas.
    let association: JSONValue
    /// Counts by state and reason.
    let counts: JSONValue
    let names: [String: String]

    private var words: ScreenWords { text.words }

    private static let dayChoices = [30, 60, 90, 180, 365]

    func list(_ answer: JSONValue, _ form: FormView) -> Shown {
        let cards = answer["cards"].elements
        let states = CardState.allCases.map { ($0.rawValue, words["common.state.\($0.rawValue)"]) }
        return [
            "total": CardState.allCases.map { counts["states"][$0.rawValue].whole ?? 0 }.reduce(0, +),
            "states": states.map { state, text -> Shown in
                [
                    "text": text, "count": counts["states"][state].whole ?? 0, "path": "/office/cards?state=\(state)",
                    "isHere": form.value("state") == state,
                ]
            },
            "filters": [
                form.filter("state", of: states),
                form.filter("physician", of: physicians),
                form.filter("reason", of: reasons),
            ],
            "cards": cards.map(card), "hasCards": !cards.isEmpty, "shown": cards.count,
        ]
    }

    func due(_ entries: [JSONValue], _ form: FormView) -> Shown {
        let groups = Dictionary(grouping: entries) { $0["reason"].text ?? "" }
        let days = Self.dayChoices.map { ("\($0)", words["office.due.within", ["days": "\($0)"]]) }
        return [
            "on": text.day(counts["on"]), "association": association["name"].text,
            "filters": [
                form.filter("reason", of: reasons),
                form.choice("days", of: days, isRequired: true),
            ],
            "groups": DueReason.allCases.compactMap { reason -> Shown? in
                groups[reason.rawValue].map { entries in
                    [
                        "title": KeepingWords.name(of: reason), "isUrgent": reason.breaksPlan, "count": entries.count,
                        "entries": entries.map { entry in
                            card(entry["card"]).with(["message": entry["message"].text])
                        },
                    ]
                }
            },
            "hasEntries": !entries.isEmpty,
        ]
    }

    private func card(_ card: JSONValue) -> Shown {
        let patient = card["patient"]
        return [
            "number": card["number"].text, "path": text.path(ofCard: card["number"]),
            "colour": text.colour(card["colour"]), "state": text.state(card),
            "isUnconfirmed": card["confirmed"] == .flag(false), "isTraining": card["training"] == .flag(true),
            "name": patient["name"].text, "kana": patient["kana"].text, "birthDate": text.day(patient["birthDate"]),
            "area": association["areas"].elements.first { $0["id"] == patient["area"] }?["name"].text
                ?? patient["area"].text,
            "attending": name(card["attendingPhysician"]), "deputy": name(card["deputyPhysician"]),
            "validUntil": text.day(card["validUntil"]),
            "reasons": card["reasons"].elements.compactMap(\.text).map { ["text": text.reason($0)] as Shown },
        ]
    }

    private func name(_ id: JSONValue) -> String? { id.text.map { names[$0] ?? $0 } }

    private var physicians: [(value: String, text: String)] {
        names.sorted { $0.key < $1.key }.map { (value: $0.key, text: text.noted($0.value, $0.key)) }
    }

    private var reasons: [(value: String, text: String)] {
        let counted = counts["reasons"].elements + counts["counts"].elements
        return DueReason.allCases.map { reason in
            let count = counted.first { $0["reason"].text == reason.rawValue }?["cards"].whole
            return (
                reason.rawValue,
                count.map { text.noted(KeepingWords.name(of: reason), "\($0)") } ?? KeepingWords.name(of: reason)
            )
        }
    }
}

extension FormView {
    /// A choice whose first option leaves nothing out.
    func filter(_ name: String, of options: [(value: String, text: String)]) -> Shown {
        let field = choice(name, of: options)
        guard var shown = field["options"] as? [Shown], !shown.isEmpty else { return field }
        shown[0] = shown[0].with(["text": words["office.cards.all"]])
        return field.with(["options": shown])
    }
}
