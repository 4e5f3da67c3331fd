import DutyRota

extension CallDesk {
    /// Plans that came to count since the last one that the call has: one from each boundary that time has passed, and the one that counts now.
    ///
    /// A plan with the same steps is new where its boundary is another: what is arranged for later in the night counts from its own beginning then,
    /// noticed late or not, and what is rewritten of hours that are over moves no boundary that has been passed.
    func newPlans(of call: Call) -> [CallPlan] {
        guard var last = call.plans.last else { return [] }
        var plans: [CallPlan] = []
        // A call that was forgotten for a week has some twenty boundaries behind it.
        for _ in 0..<100 {
            guard let boundary = last.until, boundary <= now else { break }
            last = planner.plan(at: boundary)
            plans.append(last)
        }
        let present = planner.plan(at: max(now, last.from))
        return present.differs(from: last) || present.until != last.until ? plans + [present] : plans
    }
}

extension CallPlan {
    /// Whether other steps can be called.
    func differs(from other: CallPlan) -> Bool {
        steps.map(\.id) != other.steps.map(\.id) || steps.map(\.skipped) != other.steps.map(\.skipped)
    }

    /// Whom one can call now and could not before.
    public func added(since earlier: CallPlan) -> [PlannedStep] {
        steps.filter { step in step.skipped == nil && earlier.step(step.id).map { $0.skipped != nil } ?? true }
    }

    /// Whom one could call before and cannot now.
    public func removed(since earlier: CallPlan) -> [PlannedStep] { earlier.added(since: self) }
}
