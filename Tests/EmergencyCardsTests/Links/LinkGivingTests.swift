import DutyRota
import EmergencyCards
import Testing

@Suite("Whom a call gives a link")
struct LinkGivingTests {
    @Test("A physician who accepts, and nobody else", arguments: Attempt.Outcome.allCases)
    func physician(_ outcome: Attempt.Outcome) throws {
        var night = LinkNight()
        try night.open()
        #expect(night.given.isEmpty, "a green call gives nothing at its opening")
        try night.attempt("duty:1:A:2026-11-24", outcome)
        let comes = outcome == .accepted || outcome == .arrived
        #expect(night.given == (comes ? ["physician duty:1:A:2026-11-24"] : []))
        #expect(night.call.entries.contains { $0.act == .told(step: "duty:1:A:2026-11-24") } == comes)
    }

    @Test("A nurse and the standing contact are given none")
    func others() throws {
        var document = Scene.green
        document.visitingNurse = VisitingNurse(name: "訪問看護", telephone: "054-000-0500")
        var night = LinkNight(document)
        try night.open()
        try night.attempt("nurse", .accepted)
        try night.attempt("standingContact", .accepted)
        #expect(night.given.isEmpty)
    }

    @Test("Who accepts twice keeps theirs; who turned back and comes after all is given another")
    func again() throws {
        var night = LinkNight()
        try night.open()
        try night.attempt("attending:G", .accepted)
        try night.attempt("attending:G", .accepted)
        #expect(night.alive == [true])
        try night.attempt("attending:G", .declined)
        #expect(night.alive == [false])
        try night.attempt("attending:G", .accepted)
        #expect(night.alive == [false, true])
    }

    @Test("A yellow call tells the crew and the first hospital at once, and that it did")
    func yellow() throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        #expect(night.given == ["crew ordinaryDispatch", "hospital hospital:H1"])
        #expect(night.call.entries.map(\.act).dropFirst() == [.told(step: "hospital:H1")])
        #expect(Set(night.links.map(\.address)).count == 2)
    }

    @Test(
        "The next hospital is told when one takes nobody or cannot be reached, not while one thinks it over",
        arguments: [
            (Attempt.Outcome.declined, true), (.noAnswer, true), (.busy, true), (.wrongNumber, true),
            (.answered, false), (.willCallBack, false), (.accepted, false),
        ])
    func nextHospital(_ outcome: Attempt.Outcome, _ isTold: Bool) throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        try night.attempt("hospital:H1", outcome)
        #expect(night.given.contains("hospital hospital:H2") == isTold)
        try night.attempt("attending:G", .noAnswer)
        #expect(night.given.filter { $0.hasPrefix("hospital") }.count == (isTold ? 2 : 1), "nobody is told twice")
    }

    @Test("A hospital that has become full gives way to the next one")
    func full() throws {
        var night = LinkNight(Scene.yellow)
        try night.open()
        var registers = night.scene.registers
        let mark = FullHospital(
            id: "m", hospital: "H1", from: night.now, until: night.now.adding(milliseconds: 7_200_000), reason: "満床",
            madeBy: "fire")
        registers = registers.marking(NightMarks(fullHospitals: [mark]))
        let planner = CallPlanner(card: night.card, registers: registers, rules: night.rules)
        let now = night.now.adding(milliseconds: 60_000)
        let entries = CallDesk(author: .daemon, now: now, planner: planner, rules: night.rules).refreshing(night.call)
        #expect(!entries.isEmpty)
        let given = try NightLinks.given(
            for: entries, of: night.call, plan: planner.steps(at: now), rules: night.rules, by: night.maker)
        #expect(given.links.map(\.step) == ["hospital:H2"])
    }

    @Test("An address that somebody has is drawn anew, and when all are taken it is said")
    func addresses() throws {
        let night = LinkNight()
        let free = try LinkMaker(randomness: SeededDraws(2).randomness) { _ in false }
            .link(.crew, into: "c", step: "s", at: night.now)
        let next = try LinkMaker(randomness: SeededDraws(2).randomness) { $0 == free.address }
            .link(.crew, into: "c", step: "s", at: night.now)
        #expect(next.address != free.address)
        #expect(throws: Refusal.self) {
            try LinkMaker(randomness: .system) { _ in true }.link(.crew, into: "c", step: "s", at: night.now)
        }
    }
}
