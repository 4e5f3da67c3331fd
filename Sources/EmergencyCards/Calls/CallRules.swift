/// What an installation has set about calls at night.
public struct CallRules: Hashable, Sendable {
    /// Seconds to let it ring, by kind of step; nil where nothing rings.
    public var ringSeconds: [PlanStep.Kind: Int] = [
        .attendingPhysician: 60, .visitingNurse: 60, .deputyPhysician: 60, .dutyPhysician: 120, .hospital: 90,
        .standingContact: 60,
    ]
    /// How long past the time of arrival the next step lights again.
    public var arrivalGraceMinutes: Int64 = 10
    /// When somebody is taken to be due who gave no time.
    public var assumedArrivalMinutes: Int64 = 30
    /// How long a hospital that has read what it was sent is given before it is telephoned.
    public var answerMinutes: Int64 = 3
    /// How long somebody who accepted is taken to be out, where nobody closes the call.
    public var engagedHours: Int64 = 6
    /// How long after closing a call can be reopened.
    public var reopenHours: Int64 = 24
    /// After how long a rehearsal ends by itself.
    public var rehearsalMinutes: Int64 = 60
    /// How long a link outlives its call.
    public var linkHours: Int64 = 12
    /// How far back an attempt that is entered now can have begun.
    public var attemptMinutes: Int64 = 60

    public init() {}
}
