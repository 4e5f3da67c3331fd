import DutyRota
import EmergencyCards
import Testing

@Suite("Two dispatchers, one call")
struct TwoDispatchersTests {
    private static let first = CallEntry.Author(key: "fire", person: "甲")
    private static let second = CallEntry.Author(key: "fire", person: "乙")

    @Test("Both enter the same attempt: both stand, and the chain has moved by one step")
    func sameAttempt() throws {
        var night = NightCall()
        for author in [Self.first, Self.second] {
            night.author = author
            try night.run("G noAnswer")
        }
        #expect(night.lit == "nurse")
        #expect(night.call.entries.suffix(2).map(\.by) == [Self.first, Self.second])
    }

    @Test("Somebody comes in once, however often they look")
    func joining() {
        var night = NightCall()
        night.author = Self.second
        for _ in 0..<3 { night.add(night.desk.joining(night.call)) }
        #expect(night.call.entries.map(\.act).filter { $0 == .joined }.count == 1)
    }

    @Test("Interleaved at random: no attempt is lost, no step is lit that was tried, none twice", arguments: 0..<200)
    func interleaved(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var night = NightCall(seed.isMultiple(of: 2) ? .green : .yellow)
        let steps = ["G", "nurse", "D"] + (seed.isMultiple(of: 2) ? ["A", "C", "contact"] : ["H1", "H2"])
        var entered: [String] = []
        for _ in 0..<12 {
            night.author = Bool.random(using: &random) ? Self.first : Self.second
            let step = steps.randomElement(using: &random) ?? "G"
            let outcome = Attempt.Outcome.allCases.filter { $0 != .transportRequested }.randomElement(using: &random)
            try night.attempt(step, outcome ?? .busy)
            entered.append("\(NightCall.step(step)) \(outcome ?? .busy)")
            night.now = night.now.adding(milliseconds: .random(in: 0...900_000, using: &random))
            let lit = night.situation.lit.map(\.step)
            #expect(Set(lit).count == lit.count)
            #expect(Set(lit).isDisjoint(with: night.call.attempts.map(\.step.id)))
        }
        #expect(night.call.attempts.map { "\($0.step.id) \($0.outcome)" } == entered)
    }
}
