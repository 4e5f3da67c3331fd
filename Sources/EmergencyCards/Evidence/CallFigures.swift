public import DutyRota

/// What the calls of a month come to. Calls are added one after the other; none of them is kept. Rehearsals count nothing.
public struct CallFigures: Hashable, Sendable {
    /// What came of trying one step.
    public struct Step: Hashable, Sendable {
        public var tried = 0
        /// Somebody spoke.
        public var reached = 0
        /// In so many calls somebody there said that they come, or take the patient, and did not turn back.
        public var accepted = 0
        /// In so many calls they were the first.
        public var first = 0
    }

    public private(set) var opened: [Colour: Int] = [:]
    public private(set) var outcomes: [CallOutcome: Int] = [:]
    /// Calls that nobody has closed.
    public private(set) var notClosed = 0
    private var steps: [CallStep: Step] = [:]
    /// Calls that are over and in which nobody came, took the patient or advised, by their steps or by their outcome, and nobody wanted transport or
    /// took the call back.
    public private(set) var nobody = 0
    public private(set) var transportRequested = 0
    /// Calls during which another plan came to count.
    public private(set) var planChanged = 0
    /// Calls in which somebody was not there by the time that they had given, with the grace of the rules.
    public private(set) var overdue = 0
    /// Attempts of a call.
    public private(set) var attempts = Spread()
    /// Seconds from the opening until somebody said that they come.
    public private(set) var secondsToAccept = Spread()
    /// Seconds from the opening until somebody was there.
    public private(set) var secondsToArrive = Spread()
    /// Seconds from the opening until a hospital took the patient.
    public private(set) var secondsToHospital = Spread()

    public init() {}

    /// What came of trying a step; zeros where nobody tried it.
    public func step(_ step: CallStep) -> Step { steps[step] ?? Step() }

    /// Calls in which somebody came or took the patient.
    public var answered: Int { steps.values.map(\.first).reduce(0, +) }

    public var calls: Int { opened.values.reduce(0, +) }

    /// Adds a call as it is at an instant.
    public mutating func add(_ call: Call, at now: Instant, _ rules: CallRules) {
        guard !call.subject.isRehearsal else { return }
        opened[call.subject.colour, default: 0] += 1
        if let outcome = call.ending?.outcome { outcomes[outcome, default: 0] += 1 } else { notClosed += 1 }
        if call.wantsTransport { transportRequested += 1 }
        if !call.planChanges.isEmpty { planChanged += 1 }
        let acceptances = call.acceptances(rules).filter { $0.step.kind != .ordinaryDispatch }.sorted { $0.at < $1.at }
        if acceptances.contains(where: { $0.wasOverdue(by: call.closedAt ?? now, rules) }) { overdue += 1 }
        if call.wasWithoutAnswer, acceptances.isEmpty { nobody += 1 }
        addSteps(call, acceptances)
        addTimes(call, acceptances)
    }

    private mutating func addSteps(_ call: Call, _ acceptances: [Acceptance]) {
        let tried = call.attempts.filter { $0.outcome != .arrived && $0.step.kind != .ordinaryDispatch }
        attempts.add(tried.count)
        for attempt in tried {
            guard let step = CallStep(attempt.step, in: call) else { continue }
            steps[step, default: Step()].tried += 1
            if attempt.outcome.isVoice { steps[step, default: Step()].reached += 1 }
        }
        let accepted = acceptances.compactMap { CallStep($0.step, in: call) }
        for step in Set(accepted) { steps[step, default: Step()].accepted += 1 }
        if let first = accepted.first { steps[first, default: Step()].first += 1 }
    }

    private mutating func addTimes(_ call: Call, _ acceptances: [Acceptance]) {
        func seconds(_ instant: Instant) -> Int { Int((instant.milliseconds - call.openedAt.milliseconds) / 1000) }
        let people = acceptances.filter { $0.step.kind != .hospital }
        if let first = people.first { secondsToAccept.add(seconds(first.at)) }
        if let there = people.compactMap(\.arrivedAt).min() { secondsToArrive.add(seconds(there)) }
        if let hospital = acceptances.first(where: { $0.step.kind == .hospital }) {
            secondsToHospital.add(seconds(hospital.at))
        }
    }
}

extension Attempt.Outcome {
    /// Whether somebody spoke.
    public var isVoice: Bool {
        switch self {
        case .answered, .declined, .advised, .willCallBack, .accepted, .transportRequested, .arrived: true
        case .noAnswer, .busy, .wrongNumber, .triedByFamily: false
        }
    }
}

extension Acceptance {
    /// Whether they came later than they had said, or had not come by an instant by which they should have been there. A hospital never is: nobody
    /// there sets out.
    func wasOverdue(by end: Instant, _ rules: CallRules) -> Bool {
        guard step.kind != .hospital else { return false }
        let latest = arrivesAt.adding(milliseconds: rules.arrivalGraceMinutes * 60_000)
        return latest <= (arrivedAt ?? end)
    }
}

extension Call {
    /// Whether it is over, and nothing was advised, no transport wanted and nothing taken back: where nobody accepted either, nobody answered.
    fileprivate var wasWithoutAnswer: Bool {
        switch ending?.outcome {
        case .nobodyReached, .takenElsewhere: !wantsTransport && !attempts.contains { $0.outcome == .advised }
        // Somebody certified, came, advised or took the patient, be it that no step says who.
        case .deathCertified, .caredForAtHome, .advisedByTelephone, .takenToNamedHospital: false
        case .cancelled, .rehearsalOver, nil: false
        }
    }
}
