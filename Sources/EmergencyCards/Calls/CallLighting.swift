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
            CallSituation.Lit(step: step.id, ringingSince: ringingSince(step.id), since: litSince)
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
        let isHospital = chain.first?.kind == .hospital
        let standing = acceptances.filter { ($0.step.kind == .hospital) == isHospital }
        if standing.contains(where: { !$0.isOverdue(at: now, rules) }) { return nil }
        let tried = Set(call.attempts.map(\.step.id))
        guard let step = chain.first(where: { !tried.contains($0.id) }) else { return nil }
        return waitsForAnswer(step.id) ? nil : step
    }

    /// A hospital that has read what it was sent is given time to answer before it is telephoned.
    private func waitsForAnswer(_ step: String) -> Bool {
        let read = call.entries.last { $0.act == .acknowledged(step: step) }
        return read.map { now < $0.at.adding(milliseconds: rules.answerMinutes * 60_000) } ?? false
    }

    /// Since when a step rings without anything being known of it.
    private func ringingSince(_ id: String) -> Instant? {
        for entry in call.entries.reversed() {
            switch entry.act {
            case .ringing(id): return entry.at
            case .attempted(let attempt) where attempt.step.id == id: return nil
            default: continue
            }
        }
        return nil
    }

    /// When the chain last moved: an outcome, another plan, a physician who was late.
    private var litSince: Instant {
        let moved = call.entries.last { entry in
            switch entry.act {
            case .opened, .planned, .attempted, .reopened, .acknowledged, .arrivalChanged: true
            default: false
            }
        }
        let late = acceptances.filter { $0.isOverdue(at: now, rules) }
            .map { $0.arrivesAt.adding(milliseconds: rules.arrivalGraceMinutes * 60_000) }
        return ([moved?.at ?? call.openedAt] + late).max() ?? call.openedAt
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
