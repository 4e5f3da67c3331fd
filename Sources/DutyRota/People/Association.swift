/// A medical association: it has a rota of its own, and areas of its own.
public struct Association: Hashable, Sendable {
    public let id: AssociationID
    public let name: String
    public let standingContact: StandingContact
    /// In the order of the association's file; every area belongs to one association.
    public let areas: [Area]

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
    public let id: AreaID
    public let name: String
    /// Beginnings of addresses that lie in the area, such as 静岡市葵区; may be empty. The longest that fits decides.
    public let addresses: [String]

    public init(id: AreaID, name: String, addresses: [String]) {
        self.id = id
        self.name = name
        self.addresses = addresses
    }
}

/// Whom to call at the association when no physician on duty can be reached; always there.
public struct StandingContact: Hashable, Sendable {
    public let name: String
    public let telephone: String

    public init(name: String, telephone: String) {
        self.name = name
        self.telephone = telephone
    }
}
