/// A medical association: it has a rota of its own, and areas of its own.
public struct Association: Hashable, Sendable {
    /// As in the API, such as `shizuoka`.
    public let id: AssociationID
    /// In full, as on the card.
    public let name: String
    /// Whom to call when nobody else can be.
    public let standingContact: StandingContact
    /// In the order of the association's file; every area belongs to one association.
    public let areas: [Area]

    /// An association with its areas.
    public init(id: AssociationID, name: String, standingContact: StandingContact, areas: [Area]) {
        self.id = id
        self.name = name
        self.standingContact = standingContact
        self.areas = areas
    }

    /// The area with this identifier, or nil where the association has none.
    public func area(_ id: AreaID) -> Area? { areas.first { $0.id == id } }
}

/// A part of the association's territory (地区) with physicians on duty of its own.
public struct Area: Hashable, Sendable {
    /// As in the API, such as `aoi`; unique within the association.
    public let id: AreaID
    /// As people say it, such as 葵区.
    public let name: String
    /// Beginnings of addresses that lie in the area, such as 静岡市葵区; may be empty. The longest that fits decides.
    public let addresses: [String]

    /// An area.
    public init(id: AreaID, name: String, addresses: [String]) {
        self.id = id
        self.name = name
        self.addresses = addresses
    }
}

/// Whom to call at the association when no physician on duty can be reached; always there.
public struct StandingContact: Hashable, Sendable {
    /// Who answers, such as 医師会事務局.
    public let name: String
    /// As it is dialled, with hyphens.
    public let telephone: String
    /// When it is answered; nil: day and night, as it should be.
    public let hours: TelephoneHours?

    /// A contact.
    public init(name: String, telephone: String, hours: TelephoneHours? = nil) {
        self.name = name
        self.telephone = telephone
        self.hours = hours
    }
}
