import DutyRota
import Testing

@testable import EmergencyCards

@Suite("What is told of a call")
struct CallNoticesTests {
    private static let card = CardNumber(issued: 12_345_676)
    private static let by = CallEntry.Author(key: "K1", person: nil)

    private static func step(
        _ id: String, _ kind: PlanStep.Kind, physician: PhysicianID? = nil, hospital: HospitalID? = nil
    ) -> PlannedStep {
        PlannedStep(
            id: id, kind: kind, skipped: nil, physician: physician, hospital: hospital, name: "名前\(id)", callOrder: nil,
            numbers: ["090-0000-0000"])
    }

    private static let steps = [
        step("attending:G", .attendingPhysician, physician: "G"), step("duty:A", .dutyPhysician, physician: "A"),
        step("hospital:H1", .hospital, hospital: "H1"), step("dispatch", .ordinaryDispatch),
    ]

    private static func call(_ acts: [(minute: Int64, act: CallEntry.Act)], isRehearsal: Bool = false) -> Call {
        let plan = CallPlan(from: Scene.night, steps: steps, until: nil)
        let entries = [(minute: 0, act: CallEntry.Act.opened(plan, via: .number))] + acts
        return Call(
            id: "C1",
            subject: Call.Subject(
                card: card, association: "shizuoka", colour: .yellow, attending: "G", deputy: nil,
                isRehearsal: isRehearsal),
            entries: entries.map {
                CallEntry(at: Scene.night.adding(milliseconds: $0.minute * 60_000), by: by, act: $0.act)
            })
    }

    private static func tried(_ index: Int, _ outcome: Attempt.Outcome) -> CallEntry.Act {
        .attempted(Attempt(step: steps[index], outcome: outcome, startedAt: Scene.night))
    }

    private static func told(_ call: Call, last count: Int = 1, links: [NightLink] = []) -> [Notice] {
        CallNotices.notices(of: call, adding: Array(call.entries.suffix(count)), links: links)
    }

    @Test("Closing tells the attending physician who came at which step, how long it took, and how it ended")
    func closed() {
        let call = Self.call([
            (1, Self.tried(0, .noAnswer)), (6, Self.tried(1, .accepted)), (31, Self.tried(1, .arrived)),
            (97, .closed(.caredForAtHome, note: "病名")),
        ])
        let notices = Self.told(call)
        #expect(notices.map(\.kind) == [.callClosed])
        #expect(notices.first?.recipient == .physician("G"))
        #expect(
            notices.first?.text
                == "カード1234-5676の夜間対応（11/24 22:03〜23:40）が終わりました。当番医 名前duty:A（手順2、応諾まで6分、到着まで31分）。結果: 自宅で対応。")
    }

    @Test("A wish for transport is told at once")
    func transport() {
        let notices = Self.told(Self.call([(12, Self.tried(0, .transportRequested))]))
        #expect(notices.map(\.kind) == [.transportRequested])
        #expect(notices.first?.recipient == .physician("G"))
    }

    @Test("A wish that reopening took back is told once more where it is said anew, and the same wish is not")
    func transportAgain() {
        let wish = Self.tried(0, .transportRequested)
        let acts: [(minute: Int64, act: CallEntry.Act)] = [
            (12, wish), (13, wish), (14, .closed(.cancelled, note: nil)), (15, .reopened(reason: "押し間違い")), (16, wish),
        ]
        let events = [1, 2, 5].compactMap { Self.told(Self.call(Array(acts.prefix($0)))).first?.event }
        #expect(events == ["call:C1:transport", "call:C1:transport", "call:C1:transport:1"])
    }

    @Test("That everybody was tried and nobody comes is told once, whether by the last attempt or by closing")
    func unanswered() {
        let one = Self.call([(1, Self.tried(0, .noAnswer))])
        #expect(Self.told(one).isEmpty)
        let all = Self.call([(1, Self.tried(0, .noAnswer)), (3, Self.tried(1, .declined))])
        #expect(Self.told(all).map(\.kind) == [.callWithoutAnswer])
        #expect(Self.told(all).first?.recipient == .association("shizuoka"))
        let closed = all.adding([
            CallEntry(
                at: Scene.night.adding(milliseconds: 600_000), by: Self.by, act: .closed(.nobodyReached, note: nil))
        ])
        let notices = Self.told(closed)
        #expect(notices.map(\.kind) == [.callClosed, .callWithoutAnswer])
        #expect(notices.last?.event == Self.told(all).first?.event)
        let accepted = Self.call([(1, Self.tried(0, .noAnswer)), (3, Self.tried(1, .accepted))])
        #expect(Self.told(accepted).isEmpty)
    }

    @Test("The hospital is told by its link that a patient comes, for an hour; other links tell nobody")
    func coming() {
        let links = NightLink.Kind.allCases.map {
            NightLink(address: "123456", kind: $0, call: "C1", step: "hospital:H1", code: "654321", madeAt: Scene.night)
        }
        let notices = Self.told(Self.call([]), links: links)
        #expect(notices.map(\.kind) == [.patientComing])
        #expect(notices.first?.recipient == .hospital("H1"))
        #expect(notices.first?.usefulUntil == Scene.night.adding(milliseconds: 3_600_000))
        #expect(notices.first.map { $0.text.contains("123456") && $0.text.contains("654321") } == true)
    }

    @Test("No notice names patient or diagnosis, is longer than two SMS, or says what a crew is to leave undone")
    func words() {
        let call = Self.call([
            (1, Self.tried(0, .noAnswer)), (3, Self.tried(1, .declined)), (4, Self.tried(0, .transportRequested)),
            (9, .closed(.nobodyReached, note: "見本　花子 心不全")),
        ])
        let link = NightLink(
            address: "123456", kind: .hospital, call: "C1", step: "hospital:H1", code: "654321", madeAt: Scene.night)
        for notice in Self.told(call, last: 5, links: [link]) {
            for banned in ["蘇生", "DNAR", "POLST", "中止", "不要", "見本", "心不全"] {
                #expect(!notice.text.contains(banned) && !notice.subject.contains(banned))
            }
            #expect(notice.text.count <= 140)
        }
    }

    @Test("Of a rehearsal everything is marked and for the log")
    func rehearsal() {
        let call = Self.call([(9, .closed(.rehearsalOver, note: nil))], isRehearsal: true)
        let notices = Self.told(call)
        #expect(notices.allSatisfy { $0.isRehearsal && $0.text.hasPrefix("【訓練】") } && !notices.isEmpty)
        let deliveries = Scene().registers.deliveries(of: notices, randomness: .system)
        #expect(deliveries.map(\.address.channel) == [.log])
    }
}
