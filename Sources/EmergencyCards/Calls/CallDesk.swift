public import DutyRota

/// Where somebody works on a call: who they are, what time it is, what the registers say. Each method gives the entries that are to be added.
public struct CallDesk: Sendable {
    public let author: CallEntry.Author
    public let now: Instant
    public let planner: CallPlanner
    public let rules: CallRules

    public init(author: CallEntry.Author, now: Instant, planner: CallPlanner, rules: CallRules) {
        self.author = author
        self.now = now
        self.planner = planner
        self.rules = rules
    }

    /// The entry that opens a call.
    public func opening(_ via: CallEntry.Via) -> [CallEntry] {
        [CallEntry(at: now, by: author, act: .opened(planner.plan(at: now), via: via))]
    }

    /// Somebody looks up a card whose call is open: they come in, if they are not in it already.
    public func joining(_ call: Call) -> [CallEntry] {
        call.entries.contains { $0.by == author } ? [] : [entry(.joined, in: call)]
    }

    /// The same of a call that was not looked at since time may have changed it. Throws ``RehearsalOver`` where this ends it.
    public func entering(_ call: Call) throws -> [CallEntry] {
        let refreshed = refreshing(call)
        guard call.adding(refreshed).state != .closed else { throw RehearsalOver() }
        return refreshed + joining(call)
    }

    /// What time and the registers have made of a call since its last entry: another plan from a boundary on, or the end of a rehearsal.
    public func refreshing(_ call: Call) -> [CallEntry] {
        guard call.state != .closed else { return [] }
        if isOver(call) {
            return [entry(.closed(.rehearsalOver, note: nil), in: call, by: .daemon)]
        }
        return newPlans(of: call).map { entry(.planned($0), in: call, by: .daemon) }
    }

    /// That somebody is being rung. Throws ``PlanChanged``, or a ``Refusal``.
    public func ringing(_ step: String, in call: Call) throws -> [CallEntry] {
        try require(.ring, call)
        let refreshed = refreshing(call)
        let present = call.adding(refreshed)
        try require(.ring, present)
        _ = try self.step(step, in: present, startedAt: now)
        return refreshed + [entry(.ringing(step: step), in: call)]
    }

    /// What came of trying a step.
    ///
    /// The step must be one of the plan that counted when the attempt began: one that began before the physicians on duty changed stands. Throws
    /// ``PlanChanged`` where the step is gone, or a ``Refusal``.
    public func attempting(_ request: AttemptRequest, in call: Call) throws -> [CallEntry] {
        try require(.attempt, call)
        let refreshed = refreshing(call)
        let present = call.adding(refreshed)
        try require(.attempt, present)
        let startedAt = request.startedAt ?? present.ringingSince(request.step) ?? now
        let faults = request.faults(in: call, at: now, rules)
        guard faults.isEmpty else { throw Refusal(.invalidFields, errors: faults) }
        let step = try step(request.step, in: present, startedAt: startedAt)
        guard request.outcome.isPossible(at: step.kind) else {
            throw Refusal(.invalidFields, errors: [FieldFault(field: "outcome", message: CallWords.notAtDispatch)])
        }
        let attempt = Attempt(
            step: step, outcome: request.outcome, startedAt: startedAt, arrivesAt: request.arrivesAt, note: request.note
        )
        return refreshed + [entry(.attempted(attempt), in: call)]
    }

    /// A hospital was told, or a physician given a packet.
    public func telling(_ step: String, in call: Call) throws -> [CallEntry] {
        try require(.tell, call)
        return [entry(.told(step: step), in: call)]
    }

    /// Somebody has read what they were given.
    public func acknowledging(_ step: String, in call: Call) throws -> [CallEntry] {
        try require(.acknowledge, call)
        let isKnown = call.entries.contains { $0.act == .acknowledged(step: step) }
        return isKnown ? [] : [entry(.acknowledged(step: step), in: call)]
    }

    /// Whoever accepted gives another time of arrival. Throws `wrongCallState` where they have not.
    public func changingArrival(of step: String, to time: Instant, in call: Call) throws -> [CallEntry] {
        try require(.changeArrival, call)
        guard call.acceptances(rules).contains(where: { $0.step.id == step && $0.arrivedAt == nil }) else {
            throw Refusal(.wrongCallState, errors: [FieldFault(field: "step", message: CallWords.notUnderWay)])
        }
        if let fault = AttemptRequest.arrivalFault(time, at: now) { throw Refusal(.invalidFields, errors: [fault]) }
        return [entry(.arrivalChanged(step: step, time), in: call)]
    }

    public func handingOver(_ note: String?, _ call: Call) throws -> [CallEntry] {
        try require(.handOver, call)
        return [entry(.handedOver(note: note), in: call)]
    }

    /// Throws `invalidFields` for the end of a rehearsal on a call that is none.
    public func closing(_ outcome: CallOutcome, note: String?, _ call: Call) throws -> [CallEntry] {
        try require(.close, call)
        guard outcome != .rehearsalOver || call.subject.isRehearsal else {
            throw Refusal(.invalidFields, errors: [FieldFault(field: "outcome", message: CallWords.onlyRehearsals)])
        }
        return [entry(.closed(outcome, note: note), in: call)]
    }

    /// Undoes a hand-over or a closing. Throws `wrongCallState` where the time for it has passed, also that of a rehearsal.
    public func reopening(_ reason: String, _ call: Call) throws -> [CallEntry] {
        try require(.reopen, call)
        if isOver(call) {
            throw Refusal(.wrongCallState, errors: [FieldFault(field: "state", message: CallWords.rehearsalIsOver)])
        }
        if let closedAt = call.closedAt, closedAt.adding(milliseconds: rules.reopenHours * 3_600_000) < now {
            throw Refusal(
                .wrongCallState, errors: [FieldFault(field: "state", message: CallWords.tooLateToReopen(rules))])
        }
        return [entry(.reopened(reason: reason), in: call)]
    }

    /// Whether it is a rehearsal whose time has passed.
    private func isOver(_ call: Call) -> Bool {
        call.subject.isRehearsal && call.openedAt.adding(milliseconds: rules.rehearsalMinutes * 60_000) <= now
    }

    /// An entry for now; never earlier than the last one, be the clock what it may.
    func entry(_ act: CallEntry.Act, in call: Call, by author: CallEntry.Author? = nil) -> CallEntry {
        CallEntry(at: max(now, call.entries.last?.at ?? now), by: author ?? self.author, act: act)
    }

    func require(_ action: CallAction, _ call: Call) throws {
        guard action.isPossible(in: call.state) else {
            throw Refusal(
                .wrongCallState, errors: [FieldFault(field: "state", message: CallWords.state(call.state))])
        }
    }

    /// The step as the plan had it at an instant. Who has accepted is still there after their duty is over: they arrive, or turn back. Throws
    /// ``PlanChanged`` where the plan had the step before and has it no more, `unknownStep` where it never had it or nobody could ever be
    /// called there.
    private func step(_ id: String, in call: Call, startedAt: Instant) throws -> PlannedStep {
        let plans = call.plans
        let plan = plans.last { $0.from <= startedAt } ?? plans.first
        if let step = plan?.step(id), step.skipped == nil { return step }
        if let standing = call.acceptances(rules).last(where: { $0.step.id == id }) { return standing.step }
        // A clock that was set back shows a plan that no longer counted, or not the one that does: both can be on the screen.
        if let last = call.entries.last?.at, now < last, startedAt == now, let step = plans.last?.step(id),
            step.skipped == nil
        {
            return step
        }
        let wasThere = plans.contains { $0.step(id).map { $0.skipped == nil } ?? false }
        if wasThere { throw PlanChanged(call: call) }
        throw Refusal(.unknownStep, errors: [FieldFault(field: "stepId", message: CallWords.unknownStep)])
    }
}

/// The rehearsal that somebody would come into ends by itself at this instant: they open another.
public struct RehearsalOver: Error {}

/// The step that somebody meant is in the plan no more.
public struct PlanChanged: Error {
    /// The call with the plan that counts now.
    public let call: Call
}
