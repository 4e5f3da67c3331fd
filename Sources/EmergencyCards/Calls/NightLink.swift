public import DutyRota

/// A way into one call for somebody without a key: a short address and a code, both of which can be spoken over a telephone.
public struct NightLink: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The physician who comes: what is needed to examine and certify.
        case physician
        /// The hospital to which the patient is taken.
        case hospital
        /// The ambulance's crew: hospital, night entrance, number.
        case crew
    }

    /// Digits that stand in the page's address. Not a secret: without the code it opens nothing.
    public let address: String
    public let kind: Kind
    public let call: CallID
    /// The step of the plan for whose physician or hospital it is.
    public let step: String
    /// Digits to be spoken.
    public let code: String
    public let madeAt: Instant

    public init(address: String, kind: Kind, call: CallID, step: String, code: String, madeAt: Instant) {
        self.address = address
        self.kind = kind
        self.call = call
        self.step = step
        self.code = code
        self.madeAt = madeAt
    }
}
