import EmergencyCards
import Hummingbird

/// The screen that all this exists for: one field, and what it leads to.
struct LookUpScreens: Sendable {
    func home(_ visit: DeskVisit) async throws -> Response {
        try visit.screen("fire/home", ["isAsking": true])
    }

    /// Takes what was typed: a number leads to its card, anything else is answered with whom it fits, so that it never stands in a URL.
    func find(_ visit: DeskVisit) async throws -> Response {
        let typed = visit.form["q"] ?? ""
        switch TypedWords(typed) {
        case .nothing: return visit.go(to: "/fire")
        case .number(let number, let said):
            return visit.go(
                to: "/fire/cards/" + String(number.prefix(40)).percentEncoded + (said.map { "?said=\($0)" } ?? ""))
        case .search(let words): return try await found(words, typed: typed, visit)
        }
    }

    func card(_ visit: DeskVisit) async throws -> Response {
        let (number, said) = (visit.part("number"), visit.query("said").flatMap(Colour.init(rawValue:)))
        let via = visit.query("via")
        do {
            let answer = try await visit.ask(
                .get, .lookUp, ["number": (said.map { "\($0.rawValue) " } ?? "") + number],
                query: via.map { [("via", $0)] } ?? [])
            let view = CardView(answer.json, words: visit.words)
            var page = view.shown
            page["via"] = via ?? "number"
            page["marks"] = MarksView(answer.json, words: visit.words).shown(backTo: "card", view.number)
            return try visit.screen("fire/card", page)
        } catch let refused as Refused where refused.problem["sentence"].text != nil {
            return try visit.screen(
                "fire/nowhere", NowhereView(refused.problem, number: number, words: visit.words).shown,
                status: refused.status)
        }
    }

    private func found(_ words: [String: String], typed: String, _ visit: DeskVisit) async throws -> Response {
        let body = JSONValue.object(words.mapValues(JSONValue.string))
        do {
            let answer = try await visit.ask(.post, .search, [:], body)
            var page = MatchesView(answer.json, words: visit.words).shown
            page["typed"] = typed
            page["isAsking"] = true
            page["read"] = TypedView(words, words: visit.words).text
            return try visit.screen("fire/matches", page)
        } catch let refused as Refused where refused.status.code == 422 {
            let typedView = TypedView(words, words: visit.words)
            let page: Shown = [
                "isAsking": true, "hasFault": true, "typed": typed, "read": typedView.text,
                "faults": (typedView.lack.map { [$0] } ?? Set(refused.faults.map(\.message)).sorted()).map {
                    ["message": $0] as Shown
                },
            ]
            return try visit.screen("fire/home", page, status: refused.status)
        }
    }
}
