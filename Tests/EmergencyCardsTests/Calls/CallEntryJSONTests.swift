import DutyRota
import EmergencyCards
import Testing

@Suite("Entries of calls are read as they were written")
struct CallEntryJSONTests {
    @Test("Random entries, every act among them", arguments: 0..<20)
    func roundTrip(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var acts: Set<String> = []
        for number in 0..<200 {
            let entry = random.entry(number % 11)
            var json = JSONWriter()
            json.object(entry.write)
            #expect(CallEntry(json: json.bytes) == entry)
            acts.insert(entry.act.name)
        }
        #expect(acts.count == 11)
    }

    @Test(
        "What is no entry is none, and nothing is made up",
        arguments: [
            "", "{}", #"{"at":"2026-11-24T22:00:00+09:00","by":"k","act":"sung"}"#,
            #"{"at":"2026-11-24T22:00:00+09:00","by":"k","act":"ringing"}"#,
            #"{"at":"2026-11-24T22:00:00+09:00","by":"k","act":"closed","outcome":"well"}"#,
            #"{"at":"2026-11-24T22:00:00+09:00","act":"joined"}"#, #"{"by":"k","act":"joined"}"#,
            #"{"at":"2026-11-24T22:00:00+09:00","by":"k","act":"opened","via":"number"}"#,
            #"{"at":"2026-11-24T22:00:00+09:00","by":"k","act":"arrivalChanged","stepId":"a"}"#,
        ])
    func noEntry(_ text: String) {
        #expect(CallEntry(json: Array(text.utf8)) == nil)
    }
}

extension CallEntry.Act {
    /// Names every case; a new one is missing here until it is drawn below.
    fileprivate var name: String {
        switch self {
        case .opened: "opened"
        case .joined: "joined"
        case .planned: "planned"
        case .ringing: "ringing"
        case .attempted: "attempted"
        case .told: "told"
        case .acknowledged: "acknowledged"
        case .arrivalChanged: "arrivalChanged"
        case .handedOver: "handedOver"
        case .closed: "closed"
        case .reopened: "reopened"
        }
    }
}

extension SeededRandom {
    fileprivate mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: items.indices, using: &self)] }

    private mutating func text() -> String {
        let parts = ["", "医師", "\"", "\\", "\n", "𠮷", "\u{0}", "é", "e\u{301}", " ", "/", "\u{2028}", "👨‍👩‍👧"]
        return (0..<Int.random(in: 0...5, using: &self)).map { _ in pick(parts) }.joined()
    }

    private mutating func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &self) ? value : nil }

    private mutating func instant() -> Instant {
        Instant(milliseconds: .random(in: 1_700_000_000_000...1_900_000_000_000, using: &self))
    }

    private mutating func step() -> PlannedStep {
        PlannedStep(
            id: text(), kind: pick(PlanStep.Kind.allCases), skipped: maybe(pick(PlanStep.Reason.allCases)),
            physician: maybe(PhysicianID(text())), hospital: maybe(HospitalID(text())), name: text(),
            callOrder: maybe(pick(CallOrder.allCases)),
            numbers: (0..<Int.random(in: 0...3, using: &self)).map { _ in text() })
    }

    private mutating func plan() -> CallPlan {
        CallPlan(
            from: instant(), steps: (0..<Int.random(in: 0...6, using: &self)).map { _ in step() },
            until: maybe(instant()))
    }

    fileprivate mutating func entry(_ act: Int) -> CallEntry {
        let author = CallEntry.Author(key: text(), person: maybe(text()))
        return CallEntry(at: instant(), by: pick([author, .daemon, .link]), act: self.act(act))
    }

    private mutating func act(_ number: Int) -> CallEntry.Act {
        switch number {
        case 0: .opened(plan(), via: pick(CallEntry.Via.allCases))
        case 1: .joined
        case 2: .planned(plan())
        case 3: .ringing(step: text())
        case 4:
            .attempted(
                Attempt(
                    step: step(), outcome: pick(Attempt.Outcome.allCases), startedAt: instant(),
                    arrivesAt: maybe(instant()), note: maybe(text())))
        case 5: .told(step: text())
        case 6: .acknowledged(step: text())
        case 7: .arrivalChanged(step: text(), instant())
        case 8: .handedOver(note: maybe(text()))
        case 9: .closed(pick(CallOutcome.allCases), note: maybe(text()))
        default: .reopened(reason: text())
        }
    }
}
