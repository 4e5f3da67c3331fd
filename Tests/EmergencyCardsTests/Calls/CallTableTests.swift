import DutyRota
import EmergencyCards
import Testing

/// Every act, every state, every outcome: held against tables that are written here by hand and know nothing of the program's own.
@Suite("What can be done to a call, and what it leads to")
struct CallTableTests {
    /// Where a call stands after an act; `!`: it is refused.
    private static let acts = """
        act           open        handedOver  closed
        join          open        handedOver  -
        ring          open        handedOver  !
        attempt       open        handedOver  !
        tell          open        handedOver  !
        acknowledge   open        handedOver  !
        changeArrival open        handedOver  !
        handOver      handedOver  !           !
        close         closed      closed      !
        reopen        !           open        open
        """

    /// What is lit after an outcome of the step that was lit: the next one, `-` where the chain has ended, `!` where no such attempt is possible.
    /// Of a yellow card the other chain stands behind the stroke.
    private static let outcomes = """
        outcome            G      nurse  D     A        C         contact   dispatch  yG        yD    yH1       yH2
        answered           nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        noAnswer           nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        busy               nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        declined           nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        wrongNumber        nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        triedByFamily      nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        advised            nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        willCallBack       nurse  D      A     C        contact   dispatch  !         nurse/H1  -/H1  G/H2      G/-
        accepted           -      -      -     -        -         -         !         -/H1      -/H1  G/-       G/-
        transportRequested -      -      -     -        -         -         -         -/-       -/-   -/-       -/-
        arrived            -      -      -     -        -         -         -         -/H1      -/H1  G/-       G/-
        """

    private static func cells(_ table: String) -> [(row: String, column: String, cell: String)] {
        let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return lines.dropFirst().flatMap { line in
            zip(lines[0], line).dropFirst().map { (row: line[0], column: $0, cell: $1) }
        }
    }

    @Test("The tables are whole: every act, every state, every outcome, every kind of step")
    func whole() {
        #expect(Set(Self.cells(Self.acts).map(\.row)) == Set(CallAction.allCases.map(\.rawValue)))
        #expect(Set(Self.cells(Self.acts).map(\.column)) == Set(Call.State.allCases.map(\.rawValue)))
        #expect(Self.cells(Self.acts).count == 9 * 3)
        #expect(Set(Self.cells(Self.outcomes).map(\.row)) == Set(Attempt.Outcome.allCases.map(\.rawValue)))
        #expect(Self.cells(Self.outcomes).count == 11 * 11)
    }

    @Test("Every act, in every state")
    func actsAndStates() throws {
        for (act, state, expected) in Self.cells(Self.acts) where expected != "-" {
            var night = NightCall()
            try night.run(
                "G accepted 20" + (state == "handedOver" ? ",handOver" : state == "closed" ? ",close cancelled" : ""))
            try #require(night.call.state.rawValue == state)
            let before = night.call
            do {
                try night.act(CallAction(rawValue: act))
                #expect(night.call.state.rawValue == expected, "\(act) when \(state)")
                #expect(night.call.entries.count == before.entries.count + 1, "\(act) when \(state)")
            } catch let refusal as Refusal {
                #expect(expected == "!" && refusal.code == .wrongCallState, "\(act) when \(state): \(refusal.code)")
            }
            let isPossible = CallAction(rawValue: act)?.isPossible(in: before.state)
            #expect(isPossible == (expected != "!"), "\(act) when \(state)")
        }
    }

    @Test("Every outcome, of every kind of step, green and yellow")
    func outcomesAndSteps() throws {
        let way = ["G", "nurse", "D", "A", "C", "contact", "dispatch"]
        for (outcome, column, expected) in Self.cells(Self.outcomes) {
            let isYellow = column.hasPrefix("y")
            let step = isYellow ? String(column.dropFirst()) : column
            var night = NightCall(isYellow ? .yellow : .green)
            let before = step == "H2" ? ["H1"] : step == "H1" ? [] : Array(way.prefix { $0 != step })
            for earlier in before { try night.run("\(earlier) noAnswer") }
            try #require(night.lit.split(separator: " ").contains(Substring(step)))
            do {
                try night.run("\(step) \(outcome)")
                let lit = isYellow ? Self.sides(night.lit) : night.lit
                #expect(lit == expected, "\(column) \(outcome)")
            } catch let refusal as Refusal {
                #expect(expected == "!" && refusal.code == .invalidFields, "\(column) \(outcome): \(refusal.code)")
            }
        }
    }

    /// `G H1` is `G/H1`, `H1` alone `-/H1`.
    private static func sides(_ lit: String) -> String {
        let words = lit.split(separator: " ").map(String.init)
        let hospital = words.first { $0.hasPrefix("H") } ?? "-"
        return (words.first { !$0.hasPrefix("H") && $0 != "-" } ?? "-") + "/" + hospital
    }

    @Test("A step that never was is unknown; the dispatch of a yellow card takes what a green one's takes")
    func unknownSteps() throws {
        for step in ["attending:Z", "", "duty:1:B:2026-11-24", "hospital:H1"] {
            let night = NightCall()
            let request = AttemptRequest(step: step, outcome: .noAnswer)
            #expect(throws: Refusal.self) { try night.desk.attempting(request, in: night.call) }
            #expect(throws: Refusal.self) { try night.desk.ringing(step, in: night.call) }
        }
        for outcome in Attempt.Outcome.allCases {
            var night = NightCall(.yellow)
            let isTaken = (try? night.attempt("dispatch", outcome)) != nil
            #expect(isTaken == [.transportRequested, .arrived].contains(outcome))
        }
    }
}

extension NightCall {
    fileprivate mutating func act(_ action: CallAction?) throws {
        switch try #require(action) {
        case .join:
            author = CallEntry.Author(key: "fire", person: "別の司令")
            add(desk.joining(call))
        case .ring: try run("ring nurse")
        case .attempt: try run("nurse noAnswer")
        case .tell: try run("told G")
        case .acknowledge: try run("read G")
        case .changeArrival: try run("eta G 30")
        case .handOver: try run("handOver")
        case .close: try run("close caredForAtHome")
        case .reopen: try run("reopen")
        }
    }
}
