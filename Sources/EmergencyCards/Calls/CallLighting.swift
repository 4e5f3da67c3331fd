import DutyRota

/// Which steps are to be done next.
///
/// Every outcome moves on but those that end the chain. Whoever is out on another call lights after those who are not; where somebody who
/// accepted is late, the next step lights again. A yellow card has two chains that go on beside each other: people, and hospitals.
struct CallLighting {
    let call: Call
    let plan: [PlanStep]
    let acceptances: [Acceptance]
    let now: Instant
    let rules: CallRules

    var lit: [CallSituation.Lit] {
        if call.wantsTransport { return [] }
        let chains = call.subject.colour == .yellow ? [people, hospitals] : [people + lastResorts]
        return chains.compactMap(next).map { step in
            CallSituation.Lit(step: step.id, ringingSince: call.ringingSince(step.id), since: litSince(step))
        }
    }

    private var people: [PlanStep] {
        let people = plan.filter { $0.kind.isPerson && $0.status != .skipped }
        return people.filter { $0.status == .callable } + people.filter { $0.status == .engaged }
    }

    private var hospitals: [PlanStep] { plan.filter { $0.kind == .hospital && $0.status != .skipped } }

    /// Behind everybody who could come: the association's contact, ordinary dispatch.
    private var lastResorts: [PlanStep] {
        plan.filter { ($0.kind == .standingContact || $0.kind == .ordinaryDispatch) && $0.status != .skipped }
    }

    /// The first step of a chain that is still to be tried; nil where somebody is under way, or the chain is at its end.
    private func next(in chain: [PlanStep]) -> PlanStep? {
        guard let isHospital = chain.first.map({ $0.kind == .hospital }) else { return nil }
        if standing(isHospital).contains(where: { !$0.isOverdue(at: now, rules) }) { return nil }
        let tried = Set(call.attempts.map(\.step.id))
        guard let step = chain.first(where: { !tried.contains($0.id) }) else { return nil }
        return waitsForAnswer(step.id) ? nil : step
    }

    /// A hospital that has read what it was sent is given time to answer before it is telephoned.
    private func waitsForAnswer(_ step: String) -> Bool { answerDue(step).map { now < $0 } ?? false }

    /// When a step that has read what it was sent should have answered; nil: it has not read it.
    private func answerDue(_ step: String) -> Instant? {
        call.entries.last { $0.act == .acknowledged(step: step) }
            .map { $0.at.adding(milliseconds: rules.answerMinutes * 60_000) }
    }

    /// Who keeps a chain from going on while they are under way. An ambulance that is there does not: its crew, too, wants a physician.
    private func standing(_ isHospital: Bool) -> [Acceptance] {
        acceptances.filter { $0.step.kind != .ordinaryDispatch && ($0.step.kind == .hospital) == isHospital }
    }

    /// When the step's chain last moved: an outcome, another plan, somebody who was late, a hospital that has had its time to answer.
    private func litSince(_ step: PlanStep) -> Instant {
        let isHospital = step.kind == .hospital
        let moved = call.entries.last { entry in
            switch entry.act {
            case .opened, .reopened: true
            case .planned(let plan): call.planChanges.contains { $0.after == plan }
            case .attempted(let attempt): (attempt.step.kind == .hospital) == isHospital
            case .arrivalChanged(let id, _): standing(isHospital).contains { $0.step.id == id }
            default: false
            }
        }
        let late = standing(isHospital).filter { $0.isOverdue(at: now, rules) }
            .map { $0.arrivesAt.adding(milliseconds: rules.arrivalGraceMinutes * 60_000) }
        let answered = answerDue(step.id).map { [$0] } ?? []
        return ([moved?.at ?? call.openedAt] + late + answered).max() ?? call.openedAt
    }
}

extension PlanStep.Kind {
    /// Somebody who can come to the patient.
    public var isPerson: Bool {
        switch self {
        case .attendingPhysician, .visitingNurse, .deputyPhysician, .dutyPhysician: true
        case .hospital, .standingContact, .ordinaryDispatch: false
        }
    }
}
