import EmergencyCards
import HTTPTypes
import Hummingbird

/// The association's cards: all of them by state, physician and reason, and those that somebody must look after.
struct OfficeCardScreens: Sendable {
    let registers: any RegisterSource

    /// A list is read to its end for printing, up to so many pages of it.
    private static let printedPages = 100

    func list(_ visit: DeskVisit) async throws -> Response {
        if let typed = visit.query("number") { return try await card(typed, visit) }
        return try await list(visit, fault: nil)
    }

    private func list(_ visit: DeskVisit, fault: String?) async throws -> Response {
        let own = visit.ownAssociation
        let (state, reason) = (visit.query("state"), visit.query("reason"))
        // A reason says more than a state: the API takes one of the two.
        let asked: [(String, String?)] = [
            ("state", reason == nil ? state : nil), ("physician", visit.query("physician")), ("reason", reason),
        ]
        let query = (asked + [("page", visit.query("page"))]).compactMap { name, value in value.map { (name, $0) } }
        let cards = try await visit.ask(.get, .associationCards, own, query: query).json
        let counts = try await visit.ask(.get, .associationCardCounts, own).json
        let view = OfficeCardsView(
            text: visit.officeText, association: try await visit.ask(.get, .association, own).json, counts: counts,
            names: try await visit.physicianNames())
        let form = FormView(visit.words, "office.cards") { name in asked.first { $0.0 == name }?.1 }
        var page = view.list(cards, form)
        page["numberFault"] = fault
        page["next"] = cards["next"].text.map { visit.address("/office/cards", asked + [("page", $0)]) }
        page["first"] = visit.query("page").map { _ in visit.address("/office/cards", asked) }
        return try visit.screen("office/cards", page, status: fault == nil ? .ok : .unprocessableContent)
    }

    /// The page of the card whose number was typed.
    private func card(_ typed: String, _ visit: DeskVisit) async throws -> Response {
        let reading = NumberReading(typed, length: try registers.registers().numberLength)
        guard let number = reading.number else {
            return try await list(visit, fault: visit.words["office.cards.notANumber"])
        }
        return visit.go(to: visit.officeText.path(ofCard: .string(number.text)))
    }

    func due(_ visit: DeskVisit) async throws -> Response {
        let own = visit.ownAssociation
        let isWhole = visit.query("all") != nil
        let asked: [(String, String?)] = [("reason", visit.query("reason")), ("days", visit.query("days"))]
        var (entries, page): ([JSONValue], String?) = ([], visit.query("page"))
        var first: JSONValue = .null
        for _ in 0..<(isWhole ? Self.printedPages : 1) {
            let query = (asked + [("page", page)]).compactMap { name, value in value.map { (name, $0) } }
            let answer = try await visit.ask(.get, .associationCardsDue, own, query: query).json
            if case .null = first { first = answer }
            entries += answer["entries"].elements
            page = answer["next"].text
            if page == nil { break }
        }
        let view = OfficeCardsView(
            text: visit.officeText, association: try await visit.ask(.get, .association, own).json, counts: first,
            names: try await visit.physicianNames())
        let form = FormView(visit.words, "office.due") { name in
            name == "days" ? asked[1].1 ?? first["days"].whole.map(String.init) : asked.first { $0.0 == name }?.1
        }
        var shown = view.due(entries, form)
        shown["isWhole"] = isWhole
        shown["next"] = page.map { visit.address("/office/cards/due", asked + [("page", $0)]) }
        shown["whole"] = isWhole ? nil : visit.address("/office/cards/due", asked + [("all", "1")])
        return try visit.screen("office/due", shown)
    }
}
