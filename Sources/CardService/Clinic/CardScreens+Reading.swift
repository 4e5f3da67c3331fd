import DutyRota
import EmergencyCards
import HTTPTypes
import Hummingbird

extension CardScreens {
    /// A card as it is: what it says, what can be done, how it came to be so, which calls there were.
    func read(_ visit: DeskVisit) async throws -> Response {
        let number = visit.part("number")
        let json = try await visit.ask(.get, .card, ["number": number]).json
        let versions = try await visit.ask(.get, .cardVersions, ["number": number]).json["versions"].elements
        let view = CardPageView(
            words: visit.words, json: json, choices: try await choices(visit), prefix: prefix, isOffice: isOffice,
            holder: visit.person.holder, on: visit.desk.clock.now().day)
        var page = view.shown
        page["versions"] = view.versions(versions)
        page["list"] = list
        page["once"] = visit.newKey
        page["differences"] = try await differences(visit, number, view)
        page["calls"] = try await calls(visit, json["number"].text ?? number)
        page["others"] = try await others(visit, json)
        return try visit.screen("clinic/card", page)
    }

    /// A card on paper; where this machine makes no PDF, the page for the browser's own printing.
    func print(_ visit: DeskVisit) async throws -> Response {
        let parts = ["number": visit.part("number"), "form": visit.part("form")]
        let query = visit.query("version").map { [("version", $0)] } ?? []
        let response = try await visit.forward(.get, .cardPrint, parts, query: query)
        guard response.status.kind != .successful else { return response }
        let refused = Refused(
            APIAnswer(
                status: response.status, headers: response.headers,
                json: JSONValue(try await response.body.collected()) ?? .null))
        guard refused.code == .noBrowser else { throw refused }
        return visit.go(
            to: "\(path(visit.part("number")))/print/\(visit.part("form").replacing(".pdf", with: ".html"))")
    }

    private func differences(_ visit: DeskVisit, _ number: String, _ view: CardPageView) async throws -> Shown? {
        guard let version = visit.query("version").flatMap({ Int($0) }), version > 1 else { return nil }
        let answer = try await visit.ask(
            .get, .cardDifferences, ["number": number], query: [("from", "\(version - 1)"), ("to", "\(version)")])
        return view.differences(answer.json["changes"].elements, version: version)
    }

    /// The patient's other cards.
    private func others(_ visit: DeskVisit, _ card: JSONValue) async throws -> [Shown] {
        guard let patient = card["patient"]["id"].text,
            let file = try? await visit.ask(.get, .patient, ["patient": patient]).json
        else { return [] }
        return file["cards"].elements.filter { $0["number"] != card["number"] }.map {
            CardRow(words: visit.words, card: $0, prefix: prefix).head
        }
    }

    /// The calls about the card among the last three hundred of those whom the asker may know.
    private func calls(_ visit: DeskVisit, _ number: String) async throws -> [Shown] {
        var (found, page): ([JSONValue], String?) = ([], nil)
        for _ in 0..<3 {
            let answer = try await visit.ask(.get, .calls, query: page.map { [("page", $0)] } ?? []).json
            found += answer["calls"].elements.filter { $0["card"].text == number }
            page = answer["next"].text
            if page == nil { break }
        }
        return found.map { call in
            let outcome = call["closed"]["outcome"].text.map { visit.words["clinic.outcome.\($0)"] }
            return [
                "openedAt": WrittenDate.moment(call["openedAt"]),
                "outcome": outcome ?? visit.words["clinic.card.callOpen"], "note": call["closed"]["note"].text,
                "attempts": "\(call["attempts"].whole ?? 0)",
            ]
        }
    }
}
