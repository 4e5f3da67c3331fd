/// Where the patient of a yellow card goes: the hospital that has accepted, else the one that was told last and has not declined, else the one
/// that is to be called next.
public struct CallTransport: Hashable, Sendable {
    /// The hospital's step of the plan, with its entrance and its numbers.
    public let step: PlanStep
    /// Whether it was told by a link.
    public let isTold: Bool
    /// Whether somebody there has read it.
    public let isAcknowledged: Bool
    /// Whether it takes the patient.
    public let isAccepted: Bool

    init?(_ situation: CallSituation) {
        let call = situation.call
        guard call.subject.colour == .yellow else { return nil }
        let hospitals = situation.plan.filter { $0.kind == .hospital && $0.status != .skipped }
        let told = call.entries.compactMap { if case .told(let step) = $0.act { step } else { nil } }
        let accepted = situation.acceptances.last { $0.step.kind == .hospital }?.step.id
        let waiting = told.last { id in !call.attempts.contains { $0.step.id == id && $0.outcome == .declined } }
        let wanted = [accepted, waiting].compactMap(\.self) + situation.lit.map(\.step)
        let chosen = wanted.lazy.compactMap { id in hospitals.first { $0.id == id } }.first
        guard let chosen else { return nil }
        step = chosen
        isTold = told.contains(chosen.id)
        isAcknowledged = call.entries.contains { $0.act == .acknowledged(step: chosen.id) }
        isAccepted = accepted == chosen.id
    }
}
