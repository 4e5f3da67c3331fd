/// A physician as the association's register has them. Immutable; an object, because every answer hands several of them on.
public final class Physician: Hashable, Sendable {
    /// Unique over all associations of an installation.
    public let id: PhysicianID
    /// The association whose register it is.
    public let association: AssociationID
    /// As the register writes it, variants of kanji included.
    public let name: String
    /// Full-width katakana.
    public let kana: String
    /// The clinic or hospital.
    public let organisation: String
    /// Where notices go; nil: nowhere.
    public let email: String?
    /// Where the physician works, in the file's order.
    public let areas: [AreaID]
    /// First day as a member, inclusive; nil: since ever.
    public let activeFrom: Day?
    /// Last day as a member, inclusive; nil: no end is known.
    public let activeTo: Day?
    /// In the order in which to try them; empty: cannot be called.
    public let telephones: [Telephone]

    /// A register entry.
    public init(
        id: PhysicianID,
        association: AssociationID,
        name: String,
        kana: String,
        organisation: String,
        email: String? = nil,
        areas: [AreaID] = [],
        activeFrom: Day? = nil,
        activeTo: Day? = nil,
        telephones: [Telephone] = []
    ) {
        self.id = id
        self.association = association
        self.name = name
        self.kana = kana
        self.organisation = organisation
        self.email = email
        self.areas = areas
        self.activeFrom = activeFrom
        self.activeTo = activeTo
        self.telephones = telephones
    }

    /// Whether the physician is a member on this day. For duty, ask with the duty date: the night that begins on the last day
    /// is still theirs after midnight.
    public func isActive(on day: Day) -> Bool {
        (activeFrom.map { $0 <= day } ?? true) && (activeTo.map { day <= $0 } ?? true)
    }

    public static func == (left: Physician, right: Physician) -> Bool {
        left === right
            || left.id == right.id && left.association == right.association && left.name == right.name
                && left.kana == right.kana && left.organisation == right.organisation && left.email == right.email
                && left.areas == right.areas && left.activeFrom == right.activeFrom && left.activeTo == right.activeTo
                && left.telephones == right.telephones
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
