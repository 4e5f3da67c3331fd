import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What the morning is told")
struct MorningTests {
    typealias Calls = CallFiguresTests

    private static func card(_ state: CardState = .active, enteredAt: String = "2026-11-01T00:00:00+09:00") -> Card {
        var life = Scene().life
        life.state = state
        if state == .ended { life.endedReason = .deceased }
        return Card(
            number: CardNumber(issued: 10_407_519), document: Scene.green, life: life, version: 1,
            enteredAt: Scene.at(enteredAt))
    }

    @Test("A night reaches from nine to nine")
    func night() {
        let night = Night(of: Scene.at("2026-11-25T08:59:59.999+09:00"))
        #expect(night.day == Scene.day("2026-11-24"))
        #expect(Night(of: Scene.at("2026-11-25T09:00:00+09:00")).day == Scene.day("2026-11-25"))
        #expect(night.interval == Scene.at("2026-11-24T09:00:00+09:00")..<Scene.at("2026-11-25T09:00:00+09:00"))
        let now = Scene.at("2026-11-25T10:00:00+09:00")
        #expect(MorningList.interval(of: Scene.day("2026-11-25"), at: now) == night.interval)
        let since = MorningList.interval(of: nil, at: now)
        #expect(since.lowerBound == night.interval.lowerBound && since.contains(now))
    }

    @Test("What is left: a card whose death was certified until it is closed, a wish until the card is entered anew")
    func tasks() {
        let death = Calls.call([
            Calls.tried(Calls.attending, .wrongNumber, at: 1), Calls.tried(Calls.attending, .wrongNumber, at: 2),
            Calls.tried(Calls.first, .accepted, at: 3), Calls.tried(Calls.first, .arrived, at: 9),
            (20, .closed(.deathCertified, note: nil)),
        ])
        let told = MorningCall(death, card: Self.card(), rules: CallRules())
        #expect(told.tasks.map(\.kind) == [.closeCard, .mendNumber])
        #expect(told.tasks.last?.step == Calls.attending)
        #expect((told.minutesToAccept, told.minutesToArrive) == (3, 9))
        #expect(MorningCall(death, card: Self.card(.ended), rules: CallRules()).tasks.map(\.kind) == [.mendNumber])

        let transport = Calls.call([Calls.tried(Calls.dispatch, .transportRequested, at: 4)])
        let open = MorningCall(transport, card: Self.card(), rules: CallRules())
        #expect(open.tasks.map(\.kind) == [.closeCall, .reviewWish])
        #expect(open.came.isEmpty && open.minutesToAccept == nil)
        let renewed = Self.card(enteredAt: "2026-11-25T08:00:00+09:00")
        #expect(MorningCall(transport, card: renewed, rules: CallRules()).tasks.map(\.kind) == [.closeCall])
    }

    @Test("Notices name card numbers and no patient, one for each recipient and morning")
    func notices() {
        let calls = [Calls.call([(3, .closed(.nobodyReached, note: "個人の話"))]), Calls.call([], isRehearsal: true)]
        let told = calls.map { MorningCall($0, card: Self.card(), rules: CallRules()) }
        let notices = MorningNotices.notices(of: told, on: Scene.day("2026-11-25"), at: Calls.start)
        #expect(notices.map(\.event) == ["morning:association:shizuoka:2026-11-25", "morning:physician:G:2026-11-25"])
        #expect(notices.first?.text == "昨夜の事案は1件でした。残っていること: 誰にもつながらなかった事案1件。朝の一覧で確認してください。")
        for notice in notices {
            #expect(!notice.text.contains("見本") && !notice.text.contains("個人の話"))
        }
        #expect(MorningNotices.notices(of: [told[1]], on: Scene.day("2026-11-25"), at: Calls.start).isEmpty)
    }
}
