public import DutyRota

/// One step of the night's plan: whom to call, and how.
public struct PlanStep: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case attendingPhysician, visitingNurse, deputyPhysician, dutyPhysician, hospital, standingContact,
            ordinaryDispatch
    }

    public enum Status: String, Sendable {
        case callable
        /// Listed so that nobody wonders, but not to be called; `reason` says why.
        case skipped
        /// Out on another call.
        case engaged
    }

    /// Why a step is skipped.
    public enum Reason: String, CaseIterable, Sendable {
        case noTelephone, inactivePhysician, absent, gap, offHours, unpublished, samePerson
        /// The hospital takes nobody for the time being.
        case full
    }

    /// What a duty physician's step says about the shift.
    public struct Shift: Hashable, Sendable {
        public let callOrder: CallOrder
        public let scope: DutyShift.Scope
        public let interval: Range<Instant>
    }

    /// What a hospital's step says besides its numbers.
    public struct Reception: Hashable, Sendable {
        public let hospital: HospitalID
        public let entrance: String?
        public let patientNumber: String?
    }

    /// Stays the same for the same step of the same card, so that attempts can be kept to it.
    public var id: String
    /// Counts from 1.
    public var step: Int
    public let kind: Kind
    public var status: Status
    public var reason: Reason?
    public var physician: PhysicianID?
    public var name: String
    public var organisation: String?
    /// Those answered at the instant of the plan first.
    public var telephones: [Telephone]
    /// Seconds to let it ring before the next step; nil where nothing rings.
    public var ringSeconds: Int?
    public var shift: Shift?
    public var reception: Reception?

    init(
        id: String, kind: Kind, status: Status = .callable, reason: Reason? = nil, physician: PhysicianID? = nil,
        name: String, organisation: String? = nil, telephones: [Telephone] = [], ringSeconds: Int? = 60,
        shift: Shift? = nil, reception: Reception? = nil
    ) {
        self.id = id
        step = 0
        self.kind = kind
        self.status = status
        self.reason = reason
        self.physician = physician
        self.name = name
        self.organisation = organisation
        self.telephones = telephones
        self.ringSeconds = ringSeconds
        self.shift = shift
        self.reception = reception
    }

    /// The step with its place in the plan. A twin, which has the identifier of so many steps before it, gets one of its own.
    func placed(_ step: Int, twins: Int) -> PlanStep {
        var copy = self
        copy.step = step
        if twins > 0 { copy.id += ":\(twins + 1)" }
        return copy
    }

    /// The step listed as skipped for this reason, without numbers that somebody might dial; or left as it is without one.
    func skipped(_ reason: Reason?) -> PlanStep {
        guard let reason else { return self }
        var copy = self
        copy.status = .skipped
        copy.reason = reason
        copy.telephones = []
        return copy
    }
}
