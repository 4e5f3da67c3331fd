public import DutyRota

/// What somebody searches by when the number is not at hand, in the order in which it is asked for.
public enum SearchWords: Hashable, Sendable {
    /// Digits, beginning with 0.
    case telephone(String)
    case nameAndBirth(SpokenName, PartialDate)
    /// An area by its identifier or name may be one of several associations.
    case nameAndArea(SpokenName, [AreaOfAssociation])
    case address(SpokenAddress)

    /// The words that were used, as the API and the metrics name them.
    public var kind: String {
        switch self {
        case .telephone: "telephone"
        case .nameAndBirth: "kana+birthDate"
        case .nameAndArea: "kana+area"
        case .address: "address"
        }
    }

    /// Every kind, in the order in which they are to be tried.
    public static let kinds = ["telephone", "kana+birthDate", "kana+area", "address"]
}

/// An area of one association.
public struct AreaOfAssociation: Hashable, Sendable {
    public let association: AssociationID
    public let area: AreaID

    public init(association: AssociationID, area: AreaID) {
        self.association = association
        self.area = area
    }
}

/// An address or the beginning of one, as somebody says it: a town, or a part of its name, and numbers.
public struct SpokenAddress: Hashable, Sendable {
    /// Folded; never empty.
    public let town: String
    /// Folded numbers with what stands behind them; empty: none were said.
    public let rest: String

    /// nil where no town is named.
    public init?(_ text: String) {
        (town, rest) = Address.parted(Address.folded(text))
        if town.isEmpty { return nil }
    }

    /// Why an address of the register fits; nil where it does not. Numbers fit as wholes: 1-6 fits 1-6-78 and not 1-60.
    public func match(town registered: String, rest registeredRest: String) -> MatchReason? {
        guard registered.contains(town), registeredRest.hasPrefix(rest) else { return nil }
        guard registered.hasSuffix(town) else { return isWhole(registeredRest) ? .addressPart : nil }
        let further = registeredRest.dropFirst(rest.count)
        guard let next = further.first else { return .address }
        if rest.isEmpty || next == "-" { return .addressPart }
        return isWhole(registeredRest) ? .address : nil
    }

    /// Whether no digit follows what was said.
    private func isWhole(_ registered: String) -> Bool {
        guard !rest.isEmpty, let next = registered.dropFirst(rest.count).first else { return true }
        return !(next.isDigit && rest.last?.isDigit == true)
    }
}
