import DutyRota

/// A step of a plan as figures name it: by what it is, not by whom it leads to.
public enum CallStep: String, CaseIterable, Sendable {
    case attendingPhysician, visitingNurse, deputyPhysician, dutyFirst, dutySecond, standingContact, hospital1,
        hospital2,
        hospitalLater

    /// The step of a call's plan; nil for ordinary dispatch. Hospitals count in the order of the first plan that has them.
    public init?(_ step: PlannedStep, in call: Call) {
        switch step.kind {
        case .attendingPhysician: self = .attendingPhysician
        case .visitingNurse: self = .visitingNurse
        case .deputyPhysician: self = .deputyPhysician
        case .dutyPhysician: self = step.callOrder == .second ? .dutySecond : .dutyFirst
        case .standingContact: self = .standingContact
        case .ordinaryDispatch: return nil
        case .hospital:
            let hospitals = call.plans.lazy.map { $0.steps.filter { $0.kind == .hospital }.map(\.id) }
            let place = hospitals.compactMap { $0.firstIndex(of: step.id) }.first ?? 2
            self = [.hospital1, .hospital2, .hospitalLater][min(place, 2)]
        }
    }
}
