/// How a call ended.
public enum CallOutcome: String, CaseIterable, Sendable {
    /// A physician certified the death on the spot. It marks the card until the attending physician closes it.
    case deathCertified
    /// A physician came and the patient stays at home.
    case caredForAtHome
    /// Advice by telephone was enough.
    case advisedByTelephone
    /// The patient was taken to a hospital that the card names.
    case takenToNamedHospital
    /// The patient was taken to another hospital.
    case takenElsewhere
    /// Nobody could be reached and no transport was wanted; ordinary dispatch went on alone.
    case nobodyReached
    /// The family took the call back, or it was opened by mistake.
    case cancelled
    /// A rehearsal was over.
    case rehearsalOver
}
