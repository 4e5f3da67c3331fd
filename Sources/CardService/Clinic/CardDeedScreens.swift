import EmergencyCards
import Hummingbird

/// The pages of one act on a card: what it means and what it asks, and then what came of it.
struct CardDeedScreens: Sendable {
    let cards: CardScreens
    let deed: CardDeed

    func ask(_ visit: DeskVisit) async throws -> Response { try await page(visit, refused: nil) }

    func done(_ visit: DeskVisit) async throws -> Response {
        let number = visit.part("number")
        do {
            var body = deed.body(visit.form, forOffice: cards.isOffice)
            if deed == .issue { body = .object(["acknowledge": .array(visit.acknowledged)]) }
            let answer = try await visit.ask(
                .post, deed.route, ["number": number], body, once: deed == .reissue ? visit.form["once"] : nil)
            let after = visit.form["from"] == "list" ? cards.list : cards.path(answer.json["number"].text ?? number)
            return visit.go(to: after, done: deed.rawValue)
        } catch let refused as Refused where refused.canBeMended {
            if deed == .issue { return try await cards.edit(visit, refused: refused) }
            return try await page(visit, refused: refused)
        }
    }

    private func page(_ visit: DeskVisit, refused: Refused?) async throws -> Response {
        let (words, number) = (visit.words, visit.part("number"))
        let card = try await visit.ask(.get, .card, ["number": number]).json
        let form = FormView(words, "clinic.deed.\(deed.rawValue)", refused: refused) { visit.form[$0] }
        let fields = deed.fields(forOffice: cards.isOffice)
        let name = "clinic.deed.\(deed.rawValue)"
        let about = words.find("\(name).\(cards.isOffice ? "aboutOffice" : "about")") ?? words["\(name).about"]
        let others = form.otherFaults(than: Set(fields))
        let page: Shown = [
            "title": words["\(name).title"], "about": about, "button": words["\(name).button"],
            "isGrave": deed.isGrave, "path": "\(cards.path(number))/\(deed.rawValue)", "back": cards.path(number),
            "once": visit.form["once"] ?? visit.newKey, "from": visit.form["from"] ?? visit.query("from"),
            "card": CardRow(words: words, card: card, prefix: cards.prefix).head,
            "fields": fields.map { field(form, $0, words) }, "others": others.map { ["text": $0] as Shown },
        ]
        return try visit.screen(
            "clinic/deed", page, message: refused.map { words.saying($0) }, status: refused?.status ?? .ok)
    }

    private func field(_ form: FormView, _ name: String, _ words: ScreenWords) -> Shown {
        guard deed == .close, name == "reason" else {
            return form.line(name, isRequired: name == "reason" && deed == .reopen)
        }
        let reasons = [EndedReason.deceased, .moved].map { ($0.rawValue, words["common.endedReason.\($0.rawValue)"]) }
        return form.choice(name, of: reasons, isRequired: true)
    }
}
