import DutyRota

extension Telephone {
    /// The telephone with a number that nobody can dial: only what stands before the first hyphen is left of it.
    var masked: Telephone {
        let head = number.prefix { $0 != "-" }.prefix(4)
        let rest = number.dropFirst(head.count).map { $0 == "-" ? $0 : "×" }
        return Telephone(label: label, number: head + String(rest))
    }
}

extension PlanStep {
    /// The step as a rehearsal shows it.
    var masked: PlanStep {
        var step = self
        step.telephones = telephones.map(\.masked)
        return step
    }
}

extension PlannedStep {
    fileprivate var masked: PlannedStep {
        PlannedStep(
            id: id, kind: kind, skipped: skipped, physician: physician, hospital: hospital, name: name,
            callOrder: callOrder, numbers: numbers.map { Telephone(label: "", number: $0).masked.number })
    }
}

extension CallPlan {
    fileprivate var masked: CallPlan { CallPlan(from: from, steps: steps.map(\.masked), until: until) }
}

extension CallEntry {
    /// The entry as a rehearsal shows it: numbers that can't be dialled.
    var masked: CallEntry {
        switch act {
        case .opened(let plan, let via): CallEntry(at: at, by: by, act: .opened(plan.masked, via: via))
        case .planned(let plan): CallEntry(at: at, by: by, act: .planned(plan.masked))
        case .attempted(let attempt):
            CallEntry(
                at: at, by: by,
                act: .attempted(
                    Attempt(
                        step: attempt.step.masked, outcome: attempt.outcome, startedAt: attempt.startedAt,
                        arrivesAt: attempt.arrivesAt, note: attempt.note)))
        default: self
        }
    }
}
