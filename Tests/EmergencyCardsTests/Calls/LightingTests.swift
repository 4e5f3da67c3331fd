import DutyRota
import EmergencyCards
import Testing

@Suite("What is lit on a night's call")
struct LightingTests {
    /// What is done, and after each stroke what is lit then.
    static let green = [
        " = G | G noAnswer = nurse | nurse busy = D | D wrongNumber = A | A declined = C | C answered = contact | contact noAnswer = dispatch | dispatch arrived = -",
        // Another step than the lit one can be tried; what was tried doesn't light again.
        "A noAnswer = G | G advised = nurse | nurse triedByFamily = D | D willCallBack = C",
        "G accepted 20 = - | +29m = - | +59999ms = - | +1ms = nurse",
        "G noAnswer,nurse noAnswer,D accepted 20 = - | D declined = A",
        // Who accepted and then only gives advice doesn't come.
        "G accepted 20 = - | G advised = nurse",
        // Who can't be reached under way is under way still.
        "G accepted 20 = - | G noAnswer = - | G busy = - | G answered = - | +30m = nurse",
        "G accepted 20,+25m,eta G 15 = - | +24m = - | +59999ms = - | +1ms = nurse | nurse noAnswer = D | eta G 5 = -",
        // Nobody asked for the time: thirty minutes are assumed.
        "G accepted,+39m = - | +59999ms = - | +1ms = nurse",
        "G accepted 20,+20m,G arrived = - | +300m = -",
        "G accepted 20,+31m = nurse | G arrived = -",
        "G accepted 20,+31m = nurse | nurse accepted 10 = - | +21m = D | nurse declined = D | D accepted 5 = -",
        // Whoever is out on another call lights behind those who aren't, and before the last resorts.
        "out A = G | G noAnswer,nurse noAnswer,D noAnswer = C | C noAnswer = A | A noAnswer = contact",
        "out G = nurse | nurse noAnswer,D noAnswer,A noAnswer,C noAnswer = G | G noAnswer = contact",
        "out A 5,G noAnswer,nurse noAnswer,D noAnswer = C | +5m = A",
        "away A,G noAnswer,nurse noAnswer,D noAnswer = C",
        "G noAnswer,G transportRequested = - | +60m = -",
        "A accepted 20,A transportRequested = - | A declined = -",
        "withdrawn = dispatch",
        // The crew at the door wants a physician, too.
        "G noAnswer,dispatch arrived = nurse | nurse noAnswer = D",
        "G noAnswer,close cancelled = - | reopen = nurse",
        "G transportRequested = - | close cancelled,reopen = nurse | nurse transportRequested = -",
        "G accepted 20,G arrived,handOver = - | G declined = nurse",
        "G accepted 20,handOver,reopen = -",
    ]

    static let yellow = [
        " = G H1 | G noAnswer = nurse H1 | nurse noAnswer = D H1 | D noAnswer = H1 | H1 declined = H2 | H2 declined = -",
        "G accepted 20 = H1 | H1 accepted 40 = - | H1 declined = H2 | G declined = nurse H2",
        // Told is not read: the telephone stays lit until somebody has read it.
        "told H1 = G H1 | +30m = G H1 | read H1 = G | +2m = G | +59999ms = G | +1ms = G H1 | H1 noAnswer = G H2",
        // A hospital that takes the patient goes nowhere: it is never late.
        "told H1,read H1 = G | H1 accepted 30 = G | +39m = G | +60s = G | +180m = G | H1 declined = G H2",
        "told H1,read H1,H1 declined = G H2 | read H2 = G | +3m = G H2",
        "full H1 = G H2 | full H2 = G | H2 accepted 10 !",
        "full H1 10 = G H2 | +10m = G H1",
        "H1 declined,H2 declined = G | G accepted 20 = -",
        "H1 accepted 20,H1 arrived = G | +100m = G",
        "H1 noAnswer,dispatch arrived = G H2",
        "H1 transportRequested = -",
        "withdrawn = -",
        "close takenElsewhere = - | reopen = G H1",
    ]

    @Test("A green card: one chain", arguments: green)
    func greenCard(_ scenario: String) throws { try Self.play(scenario, NightCall(.green)) }

    @Test("A yellow card: people, and hospitals beside them", arguments: yellow)
    func yellowCard(_ scenario: String) throws { try Self.play(scenario, NightCall(.yellow)) }

    private static func play(_ scenario: String, _ start: NightCall) throws {
        var night = start
        for stretch in scenario.split(separator: "|") {
            let parts = stretch.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                // An act that is refused.
                let script = String(stretch.filter { $0 != "!" })
                #expect(throws: (any Error).self) { try night.run(script) }
                continue
            }
            try night.run(parts[0])
            let expected = parts[1].split(separator: " ").joined(separator: " ")
            #expect(night.lit == expected, "after \(parts[0]) in \(scenario)")
            #expect(!night.situation.plan.isEmpty)
        }
    }

    @Test("Once transport is wanted, ordinary dispatch is the whole plan", arguments: [Colour.green, .yellow])
    func transport(_ colour: Colour) throws {
        var night = NightCall(colour)
        try night.run("G transportRequested")
        #expect(night.situation.plan.map(\.kind) == [.ordinaryDispatch])
        #expect(night.call.flags.map(\.kind) == [.transportRequested])
    }

    /// What is done, and whether the sentence says that no hospital is left or that an answer is awaited; `-`: neither.
    @Test(
        "A yellow card's sentence gives no hospital up that may still take the patient",
        arguments: [
            ("", "-"), ("told H1,read H1", "返答を待って"), ("told H1,read H1,+3m", "-"), ("H1 declined", "-"),
            ("H1 declined,H2 willCallBack", "返答を待って"), ("H1 answered,H2 noAnswer", "返答を待って"),
            ("H1 declined,H2 noAnswer", "残っていません"), ("H1 declined,full H2", "残っていません"), ("H1 accepted", "-"),
            ("G noAnswer,nurse noAnswer,D noAnswer,told H1,read H1", "返答を待って"),
        ])
    func hospitalSentence(_ script: String, _ expected: String) throws {
        var night = NightCall(.yellow)
        try night.run(script)
        let sentence = CallView(
            night.call, card: night.card, registers: night.scene.registers.marking(night.marks), at: night.now,
            rules: night.rules
        ).sentence
        for words in ["返答を待って", "残っていません"] {
            #expect(sentence.contains(words) == (words == expected), "\(script): \(sentence)")
        }
    }

    @Test("A step says since when it has been lit, and since when it rings")
    func since() throws {
        var night = NightCall(.yellow)
        let opened = night.now
        try night.run("+1m,ring H1,+1m,G noAnswer")
        #expect(night.situation.lit.map(\.since) == [night.now, opened], "the hospital's step didn't move")
        #expect(night.situation.lit.map(\.ringingSince) == [nil, opened.adding(milliseconds: 60_000)])
        try night.run("read H1,+5m")
        #expect(
            night.situation.lit.last?.since == opened.adding(milliseconds: 5 * 60_000),
            "three minutes after it was read")
        try night.run("H1 noAnswer")
        #expect(night.situation.lit.last?.ringingSince == nil)
        var late = NightCall()
        try late.run("G accepted 20,+45m")
        #expect(late.situation.lit.map(\.since) == [Scene.night.adding(milliseconds: 30 * 60_000)])
        #expect(late.situation.overdue.map(\.step.id) == ["attending:G"])
    }

    @Test("Who read what they were given before they accepted has read it")
    func readFirst() throws {
        var night = NightCall(.yellow)
        try night.run("told H1,read H1,H1 accepted 20")
        #expect(night.situation.acceptances.map(\.isAcknowledged) == [true])
        try night.run("H1 accepted 30")
        #expect(night.situation.acceptances.map(\.isAcknowledged) == [true])
        #expect(night.situation.acceptances.map(\.arrivesAt) == [night.now.adding(milliseconds: 30 * 60_000)])
    }
}
