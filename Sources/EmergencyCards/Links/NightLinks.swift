public import DutyRota

/// The ways into a call that a change of it gives out.
///
/// A physician who accepts is given the packet. On a yellow card the crew is given a page when the call is opened, and one hospital after the
/// other is told: the first that can be called, and the next once one has declined, could not be reached, or takes nobody any more.
public struct NightLinks: Sendable {
    /// The step of a crew's link: the dispatch itself.
    public static let crewStep = "ordinaryDispatch"

    public var links: [NightLink] = []
    /// That somebody was told; to be added to the call after those that were decided.
    public var entries: [CallEntry] = []

    public init() {}

    /// What is given out where `entries` are added to a call. `call` is as it was before, without entries where they open it; `plan` is the card's
    /// plan now. Throws `unavailable` where no address is left.
    public static func given(
        for entries: [CallEntry], of call: Call, plan: [PlanStep], rules: CallRules, by maker: LinkMaker
    ) throws -> NightLinks {
        var given = NightLinks()
        let changed = call.adding(entries)
        guard let now = changed.entries.last?.at, changed.state != .closed else { return given }
        let accepted = Set(call.acceptances(rules).map(\.step.id))
        for acceptance in changed.acceptances(rules)
        where acceptance.step.kind.isPhysician && !accepted.contains(acceptance.step.id) {
            try given.give(.physician, acceptance.step.id, of: changed, at: now, maker)
        }
        guard call.subject.colour == .yellow else { return given }
        if call.entries.isEmpty { try given.give(.crew, crewStep, of: changed, at: now, maker) }
        if let hospital = changed.hospitalToTell(plan, rules) {
            try given.give(.hospital, hospital, of: changed, at: now, maker)
        }
        return given
    }

    /// A link that a dispatcher gives anew, because the one before was locked or misheard; it dies with this. Throws `wrongCallState` for a physician who has
    /// not accepted, a crew of a green card, and a call that is closed; `unknownStep` where no such hospital can be called.
    public static func anew(
        _ kind: NightLink.Kind, step: String, of call: Call, at now: Instant, rules: CallRules, by maker: LinkMaker
    ) throws -> NightLinks {
        var given = NightLinks()
        guard call.state != .closed else { throw refused("state", CallWords.state(.closed)) }
        switch kind {
        case .physician:
            let isComing = call.acceptances(rules).contains { $0.step.id == step && $0.step.kind.isPhysician }
            guard isComing else { throw refused("stepId", LinkWords.notAccepted) }
        case .hospital:
            guard call.plans.contains(where: { $0.step(step)?.kind == .hospital }) else {
                throw Refusal(.unknownStep, errors: [FieldFault(field: "stepId", message: LinkWords.notAHospital)])
            }
        case .crew:
            guard call.subject.colour == .yellow else { throw refused("kind", LinkWords.onlyYellow) }
        }
        let instant = max(now, call.entries.last?.at ?? now)
        try given.give(kind, kind == .crew ? crewStep : step, of: call, at: instant, maker)
        return given
    }

    private static func refused(_ field: String, _ message: String) -> Refusal {
        Refusal(.wrongCallState, errors: [FieldFault(field: field, message: message)])
    }

    private mutating func give(
        _ kind: NightLink.Kind, _ step: String, of call: Call, at now: Instant, _ maker: LinkMaker
    ) throws {
        links.append(try maker.link(kind, into: call.id, step: step, at: now, besides: links))
        if kind != .crew { entries.append(CallEntry(at: now, by: .daemon, act: .told(step: step))) }
    }
}

extension PlanStep.Kind {
    /// Somebody who can examine and certify.
    public var isPhysician: Bool { [.attendingPhysician, .deputyPhysician, .dutyPhysician].contains(self) }
}

extension Call {
    /// The hospital that is to be told now; nil: one has accepted or has not answered yet, or none is left.
    fileprivate func hospitalToTell(_ plan: [PlanStep], _ rules: CallRules) -> String? {
        guard !wantsTransport, !acceptances(rules).contains(where: { $0.step.kind == .hospital }) else { return nil }
        let callable = plan.filter { $0.kind == .hospital && $0.status == .callable }.map(\.id)
        let told = entries.compactMap { if case .told(let step) = $0.act { step } else { nil } }
        let asked = callable.filter(told.contains)
        guard asked.allSatisfy(turnedAway) else { return nil }
        return callable.first { !told.contains($0) && !turnedAway($0) }
    }

    /// Whether nothing is to be hoped for from a step: the last that is known of it is that nobody takes the patient there.
    func turnedAway(_ step: String) -> Bool {
        switch attempts.last(where: { $0.step.id == step })?.outcome {
        case .declined, .wrongNumber, .noAnswer, .busy, .triedByFamily: true
        case nil, .answered, .advised, .willCallBack, .accepted, .arrived, .transportRequested: false
        }
    }
}
