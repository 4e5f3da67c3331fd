import DutyRota
import EmergencyCards
import Testing

@Suite("What the dispatcher reads")
struct SentenceTests {
    private static let always = ["出動は通常の基準で行い", "並行して", "けが・窒息・予期しない急変はカードの対象外", "今搬送を望むときは、通常の119番"]

    private func sentence(_ change: (inout Scene) -> Void) -> String {
        var scene = Scene()
        change(&scene)
        return scene.answer().sentence
    }

    @Test(
        "A card in force always says the three things",
        arguments: [
            CardLife(state: .active), CardLife(state: .active, validUntil: Scene.day("2026-01-01")),
            CardLife(state: .suspended, suspendedSince: Scene.day("2026-11-20")),
        ])
    func threeThings(_ life: CardLife) {
        let text = sentence { $0.life = life }
        for part in Self.always { #expect(text.contains(part)) }
    }

    @Test(
        "Each situation says what it is",
        arguments: [
            (CardLife(state: .active, confirmed: Confirmation(by: "G", on: Scene.day("2026-04-01"))), "有効なグリーンカードです。"),
            (CardLife(state: .active), "事務局が代行入力・主治医未確認"),
            (CardLife(state: .active, validUntil: Scene.day("2026-11-23")), "有効期限（令和8年11月23日）を過ぎたグリーンカード"),
            (CardLife(state: .suspended, suspendedSince: Scene.day("2026-11-20")), "入院中と登録（令和8年11月20日から）。自宅にいるならこの計画"),
            (CardLife(state: .draft), "下書き"),
            (CardLife(state: .ended, endedReason: .withdrawn), "取り下げられています。通常の119番として対応"),
            (CardLife(state: .ended, endedReason: .superseded), "差し替えられたカード"),
            (CardLife(state: .ended, endedReason: .deceased), "死亡により終了"),
            (CardLife(state: .ended, endedReason: .moved), "転居により終了"),
        ])
    func situations(_ life: CardLife, says: String) {
        #expect(sentence { $0.life = life }.contains(says))
    }

    @Test(
        "A card is valid on its last day, and expired on the next",
        arguments: [
            ("2026-11-24", false), ("2026-11-23", true),
        ])
    func lastDay(_ validUntil: String, isExpired: Bool) {
        #expect(sentence { $0.life.validUntil = Scene.day(validUntil) }.contains("過ぎた") == isExpired)
    }

    @Test(
        "A yellow card that nobody reviewed for three months says so",
        arguments: [
            ("2026-08-24", false), ("2026-08-23", true), ("2026-02-28", true),
        ])
    func review(_ reviewedOn: String, isOverdue: Bool) {
        let text = sentence {
            $0.document = Scene.yellow
            $0.life.reviewedOn = Scene.day(reviewedOn)
        }
        #expect(text.contains("3か月ごとの見直し") == isOverdue)
    }

    @Test("Another colour than the card's is said first")
    func colour() {
        let answer = Scene().answer(typed: "きいろ 1234-5676")
        #expect(answer.colourMismatch)
        #expect(answer.sentence.hasPrefix("「イエローカード」と入力されましたが、この番号はグリーンカードです。"))
        #expect(!Scene().answer(typed: "みどり 1234-5676").colourMismatch)
    }

    @Test("An old number says whose it was and which card answers")
    func oldNumber() {
        let old = FoundCard.Read(
            number: CardNumber(issued: 99_999_997), colour: .green, state: .ended, endedReason: .superseded)
        let text = Scene().answer(read: old).sentence
        #expect(text.contains("9999-9997 は以前のカード（差し替え済み）"))
        #expect(text.contains("今のカードは 1234-5676"))
    }

    @Test(
        "A card that is not in force shows neither wish nor plan",
        arguments: [
            CardLife(state: .draft), CardLife(state: .ended, endedReason: .withdrawn),
            CardLife(state: .ended, endedReason: .deceased),
        ])
    func notInForce(_ life: CardLife) {
        var scene = Scene()
        scene.life = life
        let answer = scene.answer()
        #expect(!answer.isInForce)
        #expect(answer.steps == ["ordinaryDispatch"])
    }

    @Test("No sentence tells a crew what to do about resuscitation")
    func noOrders() {
        let lives = CardState.allCases.flatMap { state in
            [CardLife(state: state), CardLife(state: state, endedReason: .deceased)]
        }
        for text in lives.map({ life in sentence { $0.life = life } }) + [Sentences.unknown] {
            for word in ["DNAR", "POLST", "蘇生", "心肺", "指示書"] { #expect(!text.contains(word)) }
        }
    }
}
