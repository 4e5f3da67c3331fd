public import DutyRota

/// The plan that counted for a call from an instant on, as it is kept: enough to show again whom the dispatcher was told to call.
public struct CallPlan: Hashable, Sendable {
    /// From when it counts: a boundary of the rota, or when something was found to have changed.
    public let from: Instant
    public let steps: [PlannedStep]
    /// When time alone makes another plan of it; nil: never.
    public let until: Instant?

    public init(from: Instant, steps: [PlannedStep], until: Instant?) {
        self.from = from
        self.steps = steps
        self.until = until
    }

    /// The step with this identifier, if the plan has it.
    public func step(_ id: String) -> PlannedStep? { steps.first { $0.id == id } }
}

/// A step as a call keeps it.
public struct PlannedStep: Hashable, Sendable {
    public let id: String
    public let kind: PlanStep.Kind
    /// nil: it could be called.
    public let skipped: PlanStep.Reason?
    public let physician: PhysicianID?
    public let hospital: HospitalID?
    public let name: String
    public let callOrder: CallOrder?
    /// The numbers that were shown.
    public let numbers: [String]

    public init(
        id: String, kind: PlanStep.Kind, skipped: PlanStep.Reason?, physician: PhysicianID?, hospital: HospitalID?,
        name: String, callOrder: CallOrder?, numbers: [String]
    ) {
        self.id = id
        self.kind = kind
        self.skipped = skipped
        self.physician = physician
        self.hospital = hospital
        self.name = name
        self.callOrder = callOrder
        self.numbers = numbers
    }

    public init(_ step: PlanStep) {
        self.init(
            id: step.id, kind: step.kind, skipped: step.status == .skipped ? step.reason : nil,
            physician: step.physician, hospital: step.reception?.hospital, name: step.name,
            callOrder: step.shift?.callOrder, numbers: step.telephones.map(\.number))
    }
}
