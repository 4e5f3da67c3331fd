import DutyRota

@testable import EmergencyCards

/// Paper of the scene's card, printed on its night.
extension Scene {
    /// The card in a version of its own.
    func card(version: Int = 1) -> Card {
        Card(
            number: CardNumber(issued: 12_345_676), document: document, life: life, version: version,
            enteredAt: Scene.at("2026-11-24T09:00:00+09:00"))
    }

    func printed(version: Int = 1, latest: Int? = nil) throws -> CardPrint {
        let old = CardVersion(card: card(version: version), action: .issue, reason: nil, enteredBy: "test")
        return try CardPrint(card(version: latest ?? version), version: version, of: [old])
    }

    func paper(version: Int = 1, latest: Int? = nil) throws -> PrintedCard {
        try PrintedCard(printed(version: version, latest: latest), registers: registers, on: Scene.night.day)
    }

    func sheet(version: Int = 1, latest: Int? = nil, hasAddress: Bool = true) throws -> PrintedSheet {
        try PrintedSheet(
            printed(version: version, latest: latest), registers: registers, hasAddress: hasAddress,
            on: Scene.night.day)
    }
}

/// Every text that stands somewhere in a view.
func texts(in view: Any) -> [String] {
    if let text = view as? String { return [text] }
    return Mirror(reflecting: view).children.flatMap { texts(in: $0.value) }
}
