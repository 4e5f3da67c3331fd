import EmergencyCards
import Hummingbird

extension CardScreens {
    /// The form of a card that there is.
    func edit(_ visit: DeskVisit) async throws -> Response { try await edit(visit, refused: nil) }

    /// The same with what keeps the card from being issued.
    func edit(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let answer = try await visit.ask(.get, .card, ["number": visit.part("number")])
        return try await show(CardForm(card: answer.json), of: answer, visit, refused: refused)
    }

    /// What was changed is sent for the version that was read. Where somebody else was first, both are shown, to be decided.
    func change(_ visit: DeskVisit) async throws -> Response {
        let number = visit.part("number")
        var form = CardForm(visit.form)
        let choices = try await choices(visit)
        let present = try await visit.ask(.get, .card, ["number": number])
        form.guessArea(choices)
        guard visit.form["more"] == nil, let act = visit.form["act"], act != "check" else {
            return try await show(form, of: present, visit, match: visit.form["match"], more: visit.form["more"])
        }
        do {
            _ = try await visit.ask(
                .patch, .card, ["number": number], document(form, choices, visit).patch, ifMatch: visit.form["match"])
        } catch let refused as Refused where refused.code == .stale {
            return try await show(form, of: present, visit, refused: refused, stale: true)
        } catch let refused as Refused where refused.canBeMended {
            return try await show(form, of: present, visit, match: visit.form["match"], refused: refused)
        }
        guard act == "issue" else { return visit.go(to: path(number), done: "changed") }
        do {
            _ = try await visit.ask(
                .post, .cardIssue, ["number": number], .object(["acknowledge": .array(visit.acknowledged)]))
            return visit.go(to: path(number), done: "issued")
        } catch let refused as Refused where refused.canBeMended {
            let saved = try await visit.ask(.get, .card, ["number": number])
            return try await show(form, of: saved, visit, refused: refused)
        }
    }

    private func show(
        _ form: CardForm, of answer: APIAnswer, _ visit: DeskVisit, match: String? = nil, more: String? = nil,
        refused: Refused? = nil, stale: Bool = false
    ) async throws -> Response {
        let (words, card) = (visit.words, answer.json)
        let isDraft = card["state"] == .string("draft")
        var view = CardFormView(
            words: words, form: form, choices: try await choices(visit), isOffice: isOffice, more: more,
            refused: refused)
        if stale { view.stored = CardForm(card: card).different(from: form) }
        var page = view.shown(of: .change(isDraft: isDraft))
        page["path"] = "\(path(visit.part("number")))/edit"
        page["list"] = path(visit.part("number"))
        page["match"] = match ?? answer.tag
        page["isDraft"] = isDraft
        page["isChange"] = !isDraft
        page["title"] = words["clinic.form.change"]
        page["card"] = CardRow(words: words, card: card, prefix: prefix).head
        page["lead"] =
            words[
                isDraft ? "clinic.form.leadDraft" : isOffice ? "clinic.form.leadChangeOffice" : "clinic.form.leadChange"
            ]
        // A card that is in force already is saved, not issued.
        let message = refused.map {
            $0.code == .incomplete && !isDraft ? words["clinic.refused.invalid-fields"] : words.saying($0)
        }
        return try visit.screen("clinic/form", page, message: message, status: refused?.status ?? .ok)
    }
}

extension CardForm {
    /// What stands here in each field in which something else stands there.
    fileprivate func different(from other: CardForm) -> [String: String] {
        Set(values.keys).union(other.values.keys).reduce(into: [:]) { found, name in
            let (mine, theirs) = (values[name] ?? "", other.values[name] ?? "")
            let isSame = Self.isDate(name) ? WrittenDate.sent(mine) == WrittenDate.sent(theirs) : mine == theirs
            if !isSame { found[name] = mine.isEmpty ? "–" : mine }
        }
    }
}

extension JSONValue {
    /// The document as a change: whose card it is and which stays as it is.
    fileprivate var patch: JSONValue {
        var members = members ?? [:]
        for fixed in ["association", "colour", "training"] { members[fixed] = nil }
        var patient = members["patient"]?.members ?? [:]
        patient["id"] = nil
        members["patient"] = .object(patient)
        return .object(members)
    }
}
