import DutyRota
public import EmergencyCards

/// A desk in the scene, at which cards are acted on in tests.
struct ActDesk {
    static let today = Scene.day("2026-11-24")
    static let physician = KeyHolder(id: "K1", role: .physician, scope: .physician("G"))
    static let deputy = KeyHolder(id: "K3", role: .physician, scope: .physician("D"))
    static let office = KeyHolder(id: "K2", role: .association, scope: .association("shizuoka"))

    var holder = ActDesk.physician
    var scene = Scene()
    var others: [Card] = []
    var hasDouble = false

    /// What becomes of a card; nil where nothing is written.
    func decide(_ act: some CardAct, _ card: Card) throws(Refusal) -> CardDecision? {
        let desk = CardDesk(holder: holder, registers: scene.registers, today: ActDesk.today)
        let cards = ([card] + others).sorted { $0.life.state.isInForce && !$1.life.state.isInForce }
        return try desk.decide(act, CardFile(card: card, patient: PatientFile(cards: cards, hasDouble: hasDouble)))
    }

    /// The card's change; nil where nothing is written.
    func change(_ act: some CardAct, _ card: Card) throws(Refusal) -> CardChange? {
        try decide(act, card)?.changes.first { $0.card.number == card.number }
    }

    /// How an act is refused; nil where it is not.
    func refusal(_ act: some CardAct, _ card: Card) -> Refusal? {
        do throws(Refusal) { _ = try decide(act, card) } catch { return error }
        return nil
    }

    /// A patch of the card's third version.
    func patch(_ value: JSONValue, _ card: Card) throws(Refusal) -> CardChange? {
        try change(CardPatch(value, isMeant: { $0 == 3 }), card)
    }

    /// A card in force, issued in April and confirmed by its physician.
    static func card(
        _ document: CardDocument = Scene.green, number: Int = 12_345_676, _ edit: (inout CardLife) -> Void = { _ in }
    ) -> Card {
        var document = document
        document.patient.id = "P1"
        var life = CardLife(
            state: .active, issuedOn: Scene.day("2026-04-01"), validUntil: Scene.day("2027-03-31"),
            reviewedOn: Scene.day("2026-04-01"), confirmed: Confirmation(by: "G", on: Scene.day("2026-04-01")))
        edit(&life)
        return Card(
            number: CardNumber(issued: number), document: document, life: life, version: 3, enteredAt: Scene.night)
    }

    /// A draft of the same patient.
    static func draft(_ document: CardDocument = Scene.yellow, number: Int = 23_456_779) -> Card {
        card(document, number: number) { $0 = CardLife(state: .draft) }
    }

    static func ended(_ reason: EndedReason, confirmed: Bool = true, number: Int = 12_345_676) -> Card {
        card(number: number) {
            $0.state = .ended
            $0.endedReason = reason
            $0.endedOn = Scene.day("2026-11-01")
            if !confirmed { $0.confirmed = nil }
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(arrayLiteral items: JSONValue...) { self = .array(items) }
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { first, _ in first })
    }
    public init(nilLiteral: ()) { self = .null }
}
