public import DutyRota

/// What somebody who came by a link says of the step that the link is for.
public enum LinkAnswer: Hashable, Sendable {
    /// They have read what they were given.
    case acknowledged
    /// When they will be there.
    case arrival(Instant)
    case arrived
    /// A hospital takes the patient.
    case accepted(arrivesAt: Instant?)
    /// A physician turns back, or a hospital does not take the patient.
    case declined(reason: String?)
}

extension CallDesk {
    /// What is added where somebody answers by a link; nothing where it is known already: a form that is sent twice does no harm.
    ///
    /// Their step is the one that they were told of, whatever plan counts by now. Throws `wrongCallState` where the call is closed, they have not
    /// accepted, or another hospital takes the patient: the crew is on its way there, and only the dispatcher can turn it round.
    public func answering(_ answer: LinkAnswer, at step: String, in call: Call) throws -> [CallEntry] {
        let standing = call.acceptances(rules).first { $0.step.id == step }
        switch answer {
        case .acknowledged: return try acknowledging(step, in: call)
        case .arrival(let time):
            if let standing, standing.arrivesAt == time, !standing.isAssumed { return [] }
            return try changingArrival(of: step, to: time, in: call)
        case .arrived:
            guard let standing else { throw Self.notUnderWay }
            return standing.arrivedAt == nil ? try attempting(.arrived, at: step, in: call) : []
        case .accepted(let time):
            if let time, let fault = AttemptRequest.arrivalFault(time, at: now) {
                throw Refusal(.invalidFields, errors: [fault])
            }
            guard standing == nil else { return [] }
            guard !call.isTaken(besides: step, rules) else {
                throw Refusal(.wrongCallState, errors: [FieldFault(field: "step", message: CallWords.takenByAnother)])
            }
            return try attempting(.accepted, at: step, arrivesAt: time, in: call)
        case .declined(let reason):
            let last = call.attempts.last { $0.step.id == step }
            return last?.outcome == .declined ? [] : try attempting(.declined, at: step, note: reason, in: call)
        }
    }

    private func attempting(
        _ outcome: Attempt.Outcome, at id: String, arrivesAt: Instant? = nil, note: String? = nil, in call: Call
    ) throws -> [CallEntry] {
        try require(.attempt, call)
        guard let step = call.told(id) else { throw Refusal(.unknownStep) }
        let since = call.entries.last { $0.act == .told(step: id) }?.at ?? now
        let attempt = Attempt(
            step: step, outcome: outcome, startedAt: min(since, now), arrivesAt: arrivesAt, note: note)
        return [entry(.attempted(attempt), in: call)]
    }

    private static var notUnderWay: Refusal {
        Refusal(.wrongCallState, errors: [FieldFault(field: "step", message: CallWords.notUnderWay)])
    }
}

extension Call {
    /// Whether a hospital takes the patient that is another than the step's.
    func isTaken(besides step: String, _ rules: CallRules) -> Bool {
        acceptances(rules).contains { $0.step.kind == .hospital && $0.step.id != step }
    }

    /// The step as the last plan had it in which it could be called.
    fileprivate func told(_ id: String) -> PlannedStep? {
        plans.reversed().lazy.compactMap { $0.step(id) }.first { $0.skipped == nil }
    }
}
