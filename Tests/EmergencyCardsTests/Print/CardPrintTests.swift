import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What may be printed, and how it is marked")
struct CardPrintTests {
    @Test(
        "Paper that does not count says so",
        arguments: [
            (CardState.active, false, 2, 2, [String]()), (.suspended, false, 1, 1, []), (.draft, false, 1, 1, ["下書き"]),
            (.active, true, 1, 1, ["訓練用"]), (.active, false, 1, 2, ["旧版"]), (.draft, true, 1, 3, ["旧版", "下書き", "訓練用"]),
        ])
    func marks(_ state: CardState, training: Bool, version: Int, latest: Int, marks: [String]) throws {
        var scene = Scene()
        scene.life.state = state
        scene.document.training = training
        #expect(try scene.printed(version: version, latest: latest).marks == marks)
        let card = try scene.paper(version: version, latest: latest)
        #expect(card.mark == (marks.isEmpty ? nil : marks.joined(separator: "・")))
        #expect(card.marks.count == marks.count)
    }

    @Test(
        "A card that has ended is not printed, whatever ended it",
        arguments: [EndedReason.withdrawn, .superseded, .deceased, .moved])
    func ended(_ reason: EndedReason) {
        var scene = Scene()
        scene.life = scene.life.ended(reason, on: Scene.day("2026-11-01"))
        #expect(throws: Refusal(.notInForce)) { try scene.printed() }
    }

    @Test(
        "A version from a time when the card had ended is not printed after it was reopened, nor an earlier one while it has"
    )
    func reopened() {
        var ended = Scene()
        ended.life = ended.life.ended(.moved, on: Scene.day("2026-11-01"))
        let before = CardVersion(card: Scene().card(), action: .issue, reason: nil, enteredBy: "test")
        let then = CardVersion(card: ended.card(version: 2), action: .close, reason: nil, enteredBy: "test")
        #expect(throws: Refusal(.notInForce)) {
            try CardPrint(Scene().card(version: 3), version: 2, of: [before, then])
        }
        #expect(throws: Refusal(.notInForce)) { try CardPrint(ended.card(version: 2), version: 1, of: [before, then]) }
    }

    @Test("A version that there is not is named", arguments: [0, 2, 99])
    func unknown(_ version: Int) throws {
        let refusal = #expect(throws: Refusal.self) { try CardPrint(Scene().card(), version: version, of: []) }
        #expect(refusal?.code == .malformedParameter)
        #expect(refusal?.errors.map(\.field) == ["version"])
    }

    @Test("A draft bears neither number nor reading: it leads nowhere yet")
    func draft() throws {
        var scene = Scene()
        scene.life = CardLife(state: .draft)
        let all = texts(in: try scene.paper()) + texts(in: try scene.sheet())
        #expect(try scene.paper().number == nil)
        #expect(all.filter { $0.contains("1234") || $0.contains("5676") || $0.contains("ひと・に") }.isEmpty)
    }

    @Test("Every side bears the version with its date by era")
    func version() throws {
        #expect(try Scene().paper(version: 3, latest: 3).version == "第3版 令和8年11月24日発行")
        #expect(try Scene().sheet(version: 3, latest: 3).version == "第3版 令和8年11月24日発行")
    }
}
