import EmergencyCards
import Hummingbird

/// The screens of one card: the GP's under `/clinic`, and the same for the association's office, as proxy, under `/office`.
struct CardScreens: Sendable {
    /// Before every path, such as `/clinic`.
    let prefix: String
    let role: Role

    /// Bytes of a card's form: the longest texts, each character nine bytes long.
    private static let bodyLimit = 512 * 1024

    var isOffice: Bool { role == .association }

    /// Where a person goes on from, once a card is done.
    var list: String { isOffice ? "/office/cards" : "/clinic" }

    func path(_ number: String) -> String { "\(prefix)/cards/\(number)" }

    /// Enters the screens under their paths.
    func enter(in screens: inout ScreenRouter) {
        screens.get("\(prefix)/cards/new", for: role, use: begin)
        screens.post("\(prefix)/cards/new", for: role, bodyLimit: Self.bodyLimit, use: issue)
        screens.get("\(prefix)/cards/{number}", for: role, use: read)
        screens.get("\(prefix)/cards/{number}/edit", for: role, use: edit)
        screens.post("\(prefix)/cards/{number}/edit", for: role, bodyLimit: Self.bodyLimit, use: change)
        screens.get("\(prefix)/cards/{number}/print/{form}", for: role, use: print)
        for deed in CardDeed.allCases {
            let pages = CardDeedScreens(cards: self, deed: deed)
            screens.get("\(prefix)/cards/{number}/\(deed.rawValue)", for: role, use: pages.ask)
            screens.post("\(prefix)/cards/{number}/\(deed.rawValue)", for: role, use: pages.done)
        }
    }

    /// An empty form; or that of another colour for the patient of a card that there is.
    func begin(_ visit: DeskVisit) async throws -> Response {
        var form = CardForm()
        if let from = visit.query("from") {
            form = CardForm(card: try await visit.ask(.get, .card, ["number": from]).json)
            let other = form.values["colour"] == "green" ? "yellow" : "green"
            for name in ["colour", "wish.text", "wish.confirmedOn", "wish.agreements", "validUntil"] {
                form.values[name] = nil
            }
            form.values["colour"] = other
        } else if !isOffice {
            form.values["wish.confirmedBy"] = visit.speaksFor
        }
        return try await show(form, visit, once: visit.newKey)
    }

    /// One row more, a draft, or a card in force.
    func issue(_ visit: DeskVisit) async throws -> Response {
        let once = visit.form["once"] ?? visit.newKey
        var form = CardForm(visit.form)
        let act = visit.form["act"]
        let choices = try await choices(visit)
        form.guessArea(choices)
        guard visit.form["more"] == nil, act == "issue" || act == "draft" else {
            return try await show(form, visit, once: once, more: visit.form["more"])
        }
        do {
            let made = try await visit.ask(
                .post, .cards, query: act == "draft" ? [("draft", "true")] : [],
                document(form, choices, visit), once: once)
            return visit.go(to: path(made.json["number"].text ?? ""), done: act == "draft" ? "drafted" : "issued")
        } catch let refused as Refused where refused.canBeMended {
            return try await show(form, visit, once: once, refused: refused)
        }
    }

    /// What a card may name.
    func choices(_ visit: DeskVisit) async throws -> CardChoicesView {
        CardChoicesView(json: try await visit.ask(.get, .cardChoices).json)
    }

    /// The document of a form, with what the person has seen and accepts all the same.
    func document(_ form: CardForm, _ choices: CardChoicesView, _ visit: DeskVisit) -> JSONValue {
        var form = form
        if !isOffice { form.values["attendingPhysician"] = form.values["attendingPhysician"] ?? visit.speaksFor }
        return form.document(of: choices.association).adding("acknowledge", .array(visit.acknowledged))
    }

    private func show(
        _ form: CardForm, _ visit: DeskVisit, once: String, more: String? = nil, refused: Refused? = nil
    ) async throws -> Response {
        let choices = try await choices(visit)
        let view = CardFormView(
            words: visit.words, form: form, choices: choices, isOffice: isOffice, more: more, refused: refused)
        var page = view.shown(of: .new)
        page["path"] = "\(prefix)/cards/new"
        page["list"] = list
        page["once"] = once
        page["isNew"] = true
        page["title"] = visit.words["clinic.form.new"]
        page["lead"] = visit.words[isOffice ? "clinic.form.leadOffice" : "clinic.form.lead"]
        page["known"] = try await known(form, visit, refused)
        return try visit.screen(
            "clinic/form", page, message: refused.map { visit.words.saying($0) }, status: refused?.status ?? .ok)
    }

    /// The cards that the asker may know of a person like the one on the form.
    private func known(_ form: CardForm, _ visit: DeskVisit, _ refused: Refused?) async throws -> Shown? {
        guard let code = refused?.code, [.possibleDuplicate, .activeCardExists].contains(code) else { return nil }
        let found = try await listed(visit).filter { form.isOf($0["patient"]) }
        return [
            "title": visit.words["clinic.form.known"], "hasNone": found.isEmpty,
            "none": visit.words["clinic.form.knownNone"],
            "cards": found.map { CardRow(words: visit.words, card: $0, prefix: prefix).head },
        ]
    }

    /// Every card that the asker is shown in lists.
    func listed(_ visit: DeskVisit) async throws -> [JSONValue] {
        let (route, parts): (Route, [String: String]) =
            isOffice
            ? (.associationCards, ["association": visit.speaksFor])
            : (.physicianCards, ["physician": visit.speaksFor])
        return try await visit.every(route, parts, "cards")
    }
}

extension DeskVisit {
    /// A key that no other form has.
    var newKey: String { desk.clock.now().newID() }

    /// The codes that were ticked.
    var acknowledged: [JSONValue] {
        form.names.filter { $0.hasPrefix("acknowledge.") && form[$0] != nil }
            .map { .string(String($0.dropFirst("acknowledge.".count))) }
    }

    /// Every item of a list that is answered page by page; at most two thousand.
    func every(_ route: Route, _ parts: [String: String], _ member: String) async throws -> [JSONValue] {
        var (items, page): ([JSONValue], String?) = ([], nil)
        for _ in 0..<20 {
            let answer = try await ask(.get, route, parts, query: page.map { [("page", $0)] } ?? []).json
            items += answer[member].elements
            page = answer["next"].text
            if page == nil { break }
        }
        return items
    }
}

extension Refused {
    /// Whether the person can mend it on the form that they sent.
    var canBeMended: Bool { [.unprocessableContent, .conflict].contains(status) }
}

extension ScreenWords {
    /// What is said over a form that was not taken.
    func saying(_ refused: Refused) -> String {
        refused.code.flatMap { find("clinic.refused.\($0.rawValue)") } ?? refused.title
    }
}

extension JSONValue {
    /// The object with one member more.
    func adding(_ key: String, _ value: JSONValue) -> JSONValue {
        var members = members ?? [:]
        members[key] = value
        return .object(members)
    }
}

extension CardForm {
    /// Fills in the area that the address belongs to, where none was chosen.
    mutating func guessArea(_ choices: CardChoicesView) {
        guard values["patient.area"] == nil, let address = values["patient.address"] else { return }
        values["patient.area"] = choices.area(of: address)
    }

    /// Whether a patient in a list has the kana and the birth date that are on the form.
    func isOf(_ patient: JSONValue) -> Bool {
        guard let kana = values["patient.kana"], let born = values["patient.birthDate"] else { return false }
        return patient["birthDate"].text == WrittenDate.sent(born)
            && patient["kana"].text.map(Kana.folded) == Kana.folded(kana)
    }
}
