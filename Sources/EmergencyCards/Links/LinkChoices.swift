import DutyRota

/// What somebody who came by a link can say now.
public struct LinkChoices: Hashable, Sendable {
    public let acknowledge: Bool
    /// When they will be there.
    public let arrival: Bool
    public let arrived: Bool
    /// A physician turns back.
    public let turnBack: Bool
    /// A hospital takes the patient.
    public let accept: Bool
    /// A hospital does not, now or for some time.
    public let decline: Bool

    /// `acceptance`: their own, where they have accepted. `isTaken`: another hospital takes the patient.
    init(_ link: NightLink, in call: Call, _ acceptance: Acceptance?, isTaken: Bool) {
        let isOpen = call.state != .closed
        let isPhysician = link.kind == .physician
        let isUnderWay = isOpen && isPhysician && acceptance?.arrivedAt == nil
        let isHospital = isOpen && link.kind == .hospital
        let isKnown = call.entries.contains { $0.act == .acknowledged(step: link.step) }
        acknowledge = isOpen && link.kind != .crew && !isKnown
        arrival = isUnderWay
        arrived = isUnderWay
        turnBack = isUnderWay
        accept = isHospital && acceptance == nil && !isTaken
        decline = isHospital && (acceptance != nil || call.lastOutcome(at: link.step) != .declined)
    }
}
