public import DutyRota

/// Finds cards without their number. Synchronous and fast, as ``CardFinder``: the caller is on the telephone.
public protocol CardSearch: Sendable {
    /// Patients whom the words fit, each once, by the card in force or else the last one. Patients with drafts alone are not found.
    func search(_ words: SearchWords) throws -> SearchResult
}

/// Who was found.
public struct SearchResult: Hashable, Sendable {
    /// The most certain first, of those as certain cards in force first, then by kana.
    public let matches: [SearchMatch]
    /// Whether there are further ones, which were left out: the words must say more.
    public let more: Bool

    /// How many are shown at the most: a care home has one telephone and eighty residents.
    public static let limit = 200

    /// Sorts what was found, and leaves out what is too much. `hasMore`: not everything was looked at.
    public init(_ found: [SearchMatch], hasMore: Bool) {
        let sorted = found.map { (key: SearchMatch.Key($0), match: $0) }.sorted { $0.key < $1.key }
        matches = sorted.prefix(Self.limit).map(\.match)
        more = hasMore || found.count > Self.limit
    }
}

/// Somebody whom the words fit: what a dispatcher compares with the caller's words, and why it matched. Never a wish.
public struct SearchMatch: Hashable, Sendable {
    public let number: CardNumber
    public let colour: Colour
    public let state: CardState
    public let endedReason: EndedReason?
    public let training: Bool
    public let name: String?
    public let kana: String?
    public let birthDate: Day?
    public let sex: PatientDetails.Sex?
    public let address: String?
    /// Never empty.
    public let matchedBy: [MatchReason]

    public init(
        number: CardNumber, colour: Colour, state: CardState, endedReason: EndedReason?, training: Bool, name: String?,
        kana: String?, birthDate: Day?, sex: PatientDetails.Sex?, address: String?, matchedBy: [MatchReason]
    ) {
        self.number = number
        self.colour = colour
        self.state = state
        self.endedReason = endedReason
        self.training = training
        self.name = name
        self.kana = kana
        self.birthDate = birthDate
        self.sex = sex
        self.address = address
        self.matchedBy = matchedBy
    }

    /// By what matches are ordered.
    fileprivate struct Key: Comparable {
        let doubt: Int
        let isEnded: Int
        let kana: String
        let number: Int

        init(_ match: SearchMatch) {
            doubt = match.matchedBy.doubt
            isEnded = match.state.isInForce ? 0 : 1
            kana = match.kana ?? ""
            number = match.number.value
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.doubt, left.isEnded, left.kana, left.number) < (right.doubt, right.isEnded, right.kana, right.number)
        }
    }
}
