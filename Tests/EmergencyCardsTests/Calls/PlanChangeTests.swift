import DutyRota
import EmergencyCards
import Testing

@Suite("The plan changes while the call is open")
struct PlanChangeTests {
    private static let boundary = Scene.at("2026-11-25T08:30:00+09:00")

    /// Ten minutes before the night's duty ends.
    private func early() -> NightCall { NightCall(at: Scene.at("2026-11-25T08:20:00+09:00")) }

    @Test("08:30 passes: the plan of the boundary counts from the boundary on, be it noticed when it may")
    func boundaryPasses() throws {
        var night = early()
        try night.run("+17m")
        night.refresh()
        let plan = try #require(night.call.plans.last)
        #expect(night.call.plans.count == 2)
        #expect(plan.from == Self.boundary)
        #expect(night.call.entries.last?.at == night.now)
        #expect(night.call.entries.last?.by == .daemon)
        #expect(plan.removed(since: night.call.plans[0]).map(\.id) == ["duty:1:A:2026-11-24", "duty:2:C:2026-11-24"])
        #expect(plan.added(since: night.call.plans[0]).isEmpty)
        night.refresh()
        #expect(night.call.plans.count == 2, "noticed once")
    }

    @Test(
        "An attempt that began before the boundary stands; one that begins on it is refused",
        arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
    func attemptAtBoundary(milliseconds: Int64, stands: Bool) throws {
        var night = early()
        try night.run("+17m")
        let began = Self.boundary.adding(milliseconds: milliseconds)
        if stands {
            try night.attempt("A", .noAnswer, startedAt: began)
            #expect(night.call.attempts.map(\.startedAt) == [began])
            #expect(night.call.plans.count == 2, "the new plan is kept before the attempt")
        } else {
            let error = #expect(throws: PlanChanged.self) { try night.attempt("A", .noAnswer, startedAt: began) }
            #expect(error?.call.plans.last?.from == Self.boundary, "with the plan that counts now")
        }
    }

    @Test("What rang before the boundary stands, without its time being entered, however long it rang")
    func rungBefore() throws {
        var night = early()
        try night.run("ring A,+70m,A noAnswer")
        #expect(night.call.attempts.map(\.startedAt) == [Scene.at("2026-11-25T08:20:00+09:00")])
        #expect(throws: PlanChanged.self) { try night.run("A noAnswer") }
        #expect(throws: PlanChanged.self) { try night.run("ring C") }
    }

    @Test("What rang before the call was closed does not ring after it is open again")
    func rungBeforeClosing() throws {
        var night = early()
        try night.run("ring A,+5m,close cancelled,+60m,reopen")
        #expect(throws: PlanChanged.self) { try night.run("A noAnswer") }
        try night.run("ring G,close cancelled,+60m,reopen")
        #expect(night.situation.lit.map(\.ringingSince) == [nil])
    }

    @Test(
        "Nobody was rung while the call was closed: what changed then was on nobody's screen",
        arguments: [(4, true), (5, false), (9, false), (10, true), (12, true)] as [(Int64, Bool)])
    func begunWhileClosed(minutes: Int64, stands: Bool) throws {
        var night = NightCall()
        try night.run("+5m,close cancelled,+5m,reopen,+2m")
        let began = Scene.night.adding(milliseconds: minutes * 60_000)
        if stands {
            try night.attempt("A", .noAnswer, startedAt: began)
            #expect(night.call.attempts.map(\.startedAt) == [began])
        } else {
            let error = #expect(throws: Refusal.self) { try night.attempt("A", .noAnswer, startedAt: began) }
            #expect(error?.errors.map(\.field) == ["startedAt"])
        }
    }

    @Test("Who accepted before the boundary arrives after it, or turns back", arguments: Attempt.Outcome.allCases)
    func acceptedBefore(_ outcome: Attempt.Outcome) throws {
        var night = early()
        try night.run("A accepted 20,+25m")
        try night.attempt("A", outcome)
        #expect(night.call.attempts.last?.step.physician == "A")
        #expect(throws: PlanChanged.self) { try night.run("C noAnswer") }
    }

    @Test("An override is made: another physician from that instant on, and the former one is gone")
    func overrideMade() throws {
        var night = NightCall()
        try night.run("ring A,+5m")
        night.scene.holders.first = ["B"]
        try night.run("A noAnswer,G noAnswer,nurse noAnswer,D noAnswer")
        #expect(night.call.plans.map(\.from) == [Scene.night, night.now])
        #expect(night.lit == "B")
        #expect(throws: PlanChanged.self) { try night.run("A noAnswer") }
        try night.run("B accepted 10")
    }

    @Test(
        "What is arranged for later in the night counts from its own beginning, however late that is noticed",
        arguments: ["2026-11-24T23:00:00+09:00", "2026-11-25T02:00:00+09:00"])
    func arrangedAhead(_ text: String) throws {
        let start = Scene.at(text)
        var night = NightCall()
        let litSince = night.situation.lit.map(\.since)
        try night.run("+10m")
        night.scene.overrides = [Scene.standIn("B", from: start)]
        night.refresh()
        #expect(night.call.planChanges.isEmpty, "nobody else is to be called yet")
        #expect(night.situation.lit.map(\.since) == litSince)
        let count = night.call.entries.count
        night.refresh()
        #expect(night.call.entries.count == count, "noticed once")
        night.now = start.adding(milliseconds: 420_000)
        night.refresh()
        #expect(night.call.planChanges.map(\.after.from) == [start])
        try night.attempt("A", .noAnswer, startedAt: start.adding(milliseconds: -1))
        try night.attempt("B", .noAnswer, startedAt: start)
        #expect(throws: PlanChanged.self) { try night.attempt("A", .noAnswer, startedAt: start) }
    }

    @Test("What is rewritten of hours that are over takes nobody back who was rung in them")
    func rewritten() throws {
        var night = NightCall()
        try night.run("+150m")
        night.refresh()
        try night.run("+100m,ring A,+1m")
        night.scene.overrides = [Scene.standIn("B", from: nil)]
        try night.run("A noAnswer")
        #expect(night.call.plans.last?.from == night.now)
        #expect(throws: PlanChanged.self) { try night.run("ring A") }
    }

    @Test("That a hospital is full which the card does not name writes nothing")
    func otherHospitalFull() throws {
        var night = NightCall(.yellow)
        try night.run("+1m,full H9 30")
        #expect(night.call.plans.count == 1)
    }

    @Test("A physician is marked unavailable: until the slot ends the step is there, and skipped")
    func unavailable() throws {
        var night = NightCall()
        try night.run("+1m,away A")
        let plan = try #require(night.call.plans.last)
        #expect(plan.from == night.now)
        #expect(plan.step("duty:1:A:2026-11-24")?.skipped == .absent)
        #expect(throws: PlanChanged.self) { try night.run("A noAnswer") }
        try night.attempt("A", .noAnswer, startedAt: night.now.adding(milliseconds: -1))
    }

    @Test("A hospital becomes full, and takes patients again: both are said, each from its instant")
    func hospitalFull() throws {
        var night = NightCall(.yellow)
        try night.run("+1m,full H1 30")
        #expect(night.call.plans.last?.step("hospital:H1")?.skipped == .full)
        #expect(throws: PlanChanged.self) { try night.run("H1 noAnswer") }
        try night.run("+45m,G noAnswer")
        #expect(night.call.plans.map(\.from.milliseconds) == [0, 1, 31].map { Scene.night.milliseconds + $0 * 60_000 })
        try night.attempt("H1", .noAnswer, startedAt: Scene.night.adding(milliseconds: 31 * 60_000))
    }

    @Test("A card is withdrawn during the call: ordinary dispatch alone, and who is under way arrives all the same")
    func withdrawn() throws {
        var night = NightCall()
        try night.run("G accepted 20,+5m,withdrawn")
        #expect(night.call.plans.last?.steps.map(\.kind) == [.ordinaryDispatch])
        #expect(throws: PlanChanged.self) { try night.run("A noAnswer") }
        try night.run("G arrived")
        #expect(night.situation.acceptances.map(\.arrivedAt) == [night.now])
    }

    @Test("Nothing changed: nothing is written")
    func unchanged() throws {
        var night = NightCall()
        try night.run("+60m")
        #expect(night.desk.refreshing(night.call).isEmpty)
        night.marks.engagements = [
            Engagement(physician: "A", call: "C9", card: CardNumber(issued: 23_456_779), since: night.now, until: .max)
        ]
        #expect(night.desk.refreshing(night.call).isEmpty, "who is out can be called all the same")
    }

    @Test("A clock that is set back loses nothing, and no entry is earlier than the one before")
    func clockBack() throws {
        var night = NightCall()
        night.scene.holders.first = ["B"]
        try night.run(
            "+5m,G noAnswer,-3m,ring B,B noAnswer,-60m,C noAnswer,A noAnswer,handOver,close nobodyReached,reopen")
        let times = night.call.entries.map(\.at)
        #expect(times == times.sorted())
        #expect(night.call.attempts.count == 4)
    }

    @Test("A rehearsal is over after an hour, and no attempt comes after it", arguments: [(59, true), (60, false)])
    func rehearsal(minutes: Int, isOpen: Bool) throws {
        var night = NightCall(isRehearsal: true)
        try night.run("G accepted 20,+\(minutes)m")
        #expect(night.call.engagements(night.rules).isEmpty)
        #expect(((try? night.attempt("nurse", .noAnswer)) != nil) == isOpen)
        #expect(((try? night.run("ring D")) != nil) == isOpen)
        night.refresh()
        #expect(night.call.state == (isOpen ? .open : .closed))
        #expect(night.call.ending?.outcome == (isOpen ? nil : .rehearsalOver))
        #expect(night.call.flags.isEmpty)
    }

    @Test("Nobody comes into a rehearsal that is over, and none is reopened", arguments: [(59, true), (60, false)])
    func rehearsalOver(minutes: Int, isOpen: Bool) throws {
        var night = NightCall(isRehearsal: true)
        try night.run("+\(minutes)m")
        night.author = CallEntry.Author(key: "fire", person: "別の司令")
        if isOpen {
            #expect(try night.desk.entering(night.call).map(\.act) == [.joined])
        } else {
            #expect(throws: RehearsalOver.self) { try night.desk.entering(night.call) }
        }
        try night.run("close cancelled")
        #expect(((try? night.run("reopen")) != nil) == isOpen)
    }

    @Test("A call is reopened within 24 hours", arguments: [(0, true), (1, false)] as [(Int64, Bool)])
    func reopening(after milliseconds: Int64, isTaken: Bool) throws {
        var night = NightCall()
        try night.run("G accepted 20,close deathCertified")
        #expect(night.call.flags.map(\.kind) == [.deathCertified])
        #expect(night.call.engagements(night.rules).isEmpty)
        night.now = night.now.adding(milliseconds: 24 * 3_600_000 + milliseconds)
        #expect(((try? night.run("reopen")) != nil) == isTaken)
        #expect(night.call.flags.isEmpty == isTaken)
        #expect(night.call.engagements(night.rules).map(\.physician) == (isTaken ? ["G"] : []))
    }
}

extension Instant {
    fileprivate static let max = Instant(milliseconds: 4_000_000_000_000)
}
