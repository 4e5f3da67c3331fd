public import DutyRota

/// A hospital that takes part in the yellow card.
public struct Hospital: Hashable, Sendable {
    public let id: HospitalID
    public let name: String
    /// Switchboard first; further numbers with the hours when they are answered.
    public let telephones: [Telephone]
    /// Where the ambulance is received.
    public let entrance: String?
    public let email: String?
    public let address: String

    public init(
        id: HospitalID, name: String, telephones: [Telephone], entrance: String? = nil, email: String? = nil,
        address: String
    ) {
        self.id = id
        self.name = name
        self.telephones = telephones
        self.entrance = entrance
        self.email = email
        self.address = address
    }
}

public typealias HospitalID = ID<Hospital>
